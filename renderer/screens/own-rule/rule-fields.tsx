import { severities } from "../../../src/rules/rule.ts";
import { questionOf, type Scheme } from "../../../src/schemes/scheme-schema.ts";
import { LabelledChoice, LabelledText } from "../../components/labelled-inputs.tsx";
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
      <LabelledChoice
        id="rule-strand"
        label="Which strand it is for"
        options={[{ id: "", label: "Every strand" }, ...scheme.strands.map(({ id, title }) => ({ id, label: title }))]}
        chosen={draft.strand}
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
      <LabelledChoice
        id="rule-test"
        label="It is met where the answer"
        options={Object.entries(testKinds).map(([id, label]) => ({ id, label }))}
        chosen={draft.test}
        onChoose={(test) => onChange({ test: test as TestKind, question: "", answer: "" })}
      />
      <LabelledChoice
        id="rule-question"
        label="Which question it looks at"
        options={[{ id: "", label: "Choose one" }, ...questions.map(({ id, label }) => ({ id, label }))]}
        chosen={draft.question}
        problem={problems.question}
        onChoose={(id) => onChange({ question: id, answer: "" })}
      />
      {(draft.test === "at-least" || draft.test === "between") && limit("low", "Lower limit")}
      {(draft.test === "at-most" || draft.test === "between") && limit("high", "Upper limit")}
      {draft.test === "is" && (
        <LabelledChoice
          id="rule-answer"
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
  return (
    <LabelledText
      id={`rule-${field}`}
      label={label}
      hint={hint}
      problem={problems[field]}
      short={short}
      value={draft[field]}
      onType={(value) => onChange({ [field]: value })}
    />
  );
}

function limitHint(kind: string | undefined): string {
  if (kind === "date") return "A day, like 2013-07-14. The day itself meets the rule.";
  return kind === "money" ? "In pounds. The limit itself meets the rule." : "The limit itself meets the rule.";
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
