import type { ReactNode } from "react";
import { severities } from "../../../src/rules/rule.ts";
import { questionOf, type Scheme } from "../../../src/schemes/scheme-schema.ts";
import { answersOf, questionsFor, testKinds, type DraftProblems, type RuleDraft, type TestKind } from "./rule-draft.ts";

interface RuleFieldsProps {
  scheme: Scheme;
  draft: RuleDraft;
  problems: DraftProblems;
  onChange(more: Partial<RuleDraft>): void;
}

const severityWords = {
  blocker: "Blocker: the final pack cannot be made while it is not met",
  warning: "Warning: it is pointed out, and must be worked out before the bid is ready",
  advice: "Advice: it is pointed out and nothing more",
} as const;

/** What a rule of the council’s own needs, field by field. */
export function RuleFields({ scheme, draft, problems, onChange }: RuleFieldsProps) {
  const text = (field: TextField, label: string, hint: string) => (
    <TextInput field={field} label={label} hint={hint} draft={draft} problems={problems} onChange={onChange} />
  );
  return (
    <div className="app-measure">
      {text(
        "says",
        "The rule in one plain sentence",
        "For example, a bid asks for no more than our reserve for matching it.",
      )}
      {text(
        "source",
        "Which paper of the council it comes from",
        "For example, Cabinet report of 4 June, paragraph 12.",
      )}
      <Severity chosen={draft.severity} onChange={onChange} />
      <Choice
        field="strand"
        label="Which strand it is for"
        options={[{ id: "", label: "Every strand" }, ...scheme.strands.map(({ id, title }) => ({ id, label: title }))]}
        chosen={draft.strand}
        problem={undefined}
        onChoose={(strand) => onChange({ strand })}
      />
      <TestFields scheme={scheme} draft={draft} problems={problems} onChange={onChange} />
      {text("advice", "What to do where it is not met (optional)", "One sentence.")}
    </div>
  );
}

function TestFields({ scheme, draft, problems, onChange }: RuleFieldsProps) {
  const questions = questionsFor(scheme, draft.test);
  const question = questionOf(scheme, draft.question);
  const hint = limitHint(question?.kind);
  const limit = (field: TextField, label: string) => (
    <TextInput field={field} label={label} hint={hint} draft={draft} problems={problems} onChange={onChange} short />
  );
  return (
    <>
      <Choice
        field="test"
        label="It is met where the answer"
        options={Object.entries(testKinds).map(([id, label]) => ({ id, label }))}
        chosen={draft.test}
        problem={undefined}
        onChoose={(test) => onChange({ test: test as TestKind, question: "", answer: "" })}
      />
      <Choice
        field="question"
        label="Which question it looks at"
        options={[{ id: "", label: "Choose one" }, ...questions.map(({ id, label }) => ({ id, label }))]}
        chosen={draft.question}
        problem={problems.question}
        onChoose={(id) => onChange({ question: id, answer: "" })}
      />
      {(draft.test === "at-least" || draft.test === "between") && limit("low", "Lower limit")}
      {(draft.test === "at-most" || draft.test === "between") && limit("high", "Upper limit")}
      {draft.test === "is" && (
        <Choice
          field="answer"
          label="The answer that meets it"
          options={[{ id: "", label: "Choose one" }, ...answersOf(question)]}
          chosen={draft.answer}
          problem={problems.answer}
          onChoose={(answer) => onChange({ answer })}
        />
      )}
    </>
  );
}

type TextField = "says" | "source" | "advice" | "low" | "high";

interface TextInputProps extends Omit<RuleFieldsProps, "scheme"> {
  field: TextField;
  label: string;
  hint: string;
  /** For an amount or a day. */
  short?: boolean;
}

function TextInput({ field, label, hint, draft, problems, onChange, short = false }: TextInputProps) {
  const problem = problems[field];
  const width = short ? "govuk-input--width-10" : "";
  return (
    <Framed field={field} label={label} hint={hint} problem={problem}>
      <input
        className={`govuk-input ${width} ${problem === undefined ? "" : "govuk-input--error"}`}
        id={`rule-${field}`}
        aria-describedby={describedBy(field, problem)}
        value={draft[field]}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
    </Framed>
  );
}

function limitHint(kind: string | undefined): string {
  if (kind === "date") return "A day, like 2013-07-14. The day itself meets the rule.";
  return kind === "money" ? "In pounds. The limit itself meets the rule." : "The limit itself meets the rule.";
}

function describedBy(field: string, problem: string | undefined): string {
  return problem === undefined ? `rule-${field}-hint` : `rule-${field}-hint rule-${field}-error`;
}

interface FramedProps {
  field: string;
  label: string;
  hint?: string;
  problem: string | undefined;
  children: ReactNode;
}

function Framed({ field, label, hint, problem, children }: FramedProps) {
  return (
    <div className={`govuk-form-group ${problem === undefined ? "" : "govuk-form-group--error"}`}>
      <label className="govuk-label govuk-label--s" htmlFor={`rule-${field}`}>
        {label}
      </label>
      {hint !== undefined && (
        <div className="govuk-hint" id={`rule-${field}-hint`}>
          {hint}
        </div>
      )}
      {problem !== undefined && (
        <p className="govuk-error-message" id={`rule-${field}-error`}>
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      )}
      {children}
    </div>
  );
}

interface ChoiceProps {
  field: string;
  label: string;
  options: readonly { id: string; label: string }[];
  chosen: string;
  problem: string | undefined;
  onChoose(id: string): void;
}

function Choice({ field, label, options, chosen, problem, onChoose }: ChoiceProps) {
  const described = problem === undefined ? {} : { "aria-describedby": `rule-${field}-error` };
  return (
    <Framed field={field} label={label} problem={problem}>
      <select
        className={`govuk-select ${problem === undefined ? "" : "govuk-select--error"}`}
        id={`rule-${field}`}
        value={chosen}
        {...described}
        onChange={(event) => onChoose(event.target.value)}
      >
        {options.map(({ id, label: text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </Framed>
  );
}

function Severity({ chosen, onChange }: { chosen: RuleDraft["severity"]; onChange: RuleFieldsProps["onChange"] }) {
  return (
    <div className="govuk-form-group">
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">How grave it is</legend>
        <div className="govuk-radios govuk-radios--small">
          {severities.map((severity) => (
            <div className="govuk-radios__item" key={severity}>
              <input
                className="govuk-radios__input"
                type="radio"
                name="rule-severity"
                id={`rule-severity-${severity}`}
                checked={chosen === severity}
                onChange={() => onChange({ severity })}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={`rule-severity-${severity}`}>
                {severityWords[severity]}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
