import { useState, type FormEvent } from "react";
import { stringify } from "yaml";
import { rule as ruleShape, type Rule } from "../../../src/rules/rule.ts";
import { councilRuleFaults } from "../../../src/schemes/council-additions.ts";
import type { Scheme } from "../../../src/schemes/scheme-schema.ts";
import { parseYaml, readYaml } from "../../../src/schemes/yaml-file.ts";
import { fail, ok, type Result } from "../../../src/shared/result.ts";
import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { goTo } from "../../app/use-route.ts";
import { LabelledText } from "../../components/labelled-inputs.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { councilDocument, ruleOf, type RuleDraft } from "./rule-draft.ts";
import { RuleTrial } from "./rule-trial.tsx";
import { useCouncilRule } from "./use-council-rule.ts";

interface RuleWrittenProps {
  bid: BidSession;
  saved: Rule | undefined;
  onForm(): void;
}

const councilPaper = "Our own paper";

/** A rule written out as scheme authors write it, for what the form has no place for. */
export function RuleWritten({ bid, saved, onForm }: RuleWrittenProps) {
  const { scheme } = bid;
  const paper = scheme.documents.find((one) => one.id === saved?.sources[0]?.document)?.title ?? councilPaper;
  const [source, setSource] = useState(paper);
  const [text, setText] = useState(() => (saved ? stringify(saved, { schema: "core" }) : beginning(scheme)));
  const { refused, save } = useCouncilRule(bid);
  const others = { ...scheme, rules: scheme.rules.filter((rule) => rule.id !== saved?.id) };
  const read = readRule(others, text, source);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (read.ok && (await save(read.value, source))) goTo(addressOf("rules"));
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={{}} refused={refused} />
      <SourceField source={source} onChange={setSource} />
      <TextField text={text} faults={read.ok ? [] : read.error} onChange={setText} />
      {read.ok && <RuleTrial bid={bid} scheme={others} rule={read.value} />}
      <div className="govuk-button-group">
        <button type="submit" className="govuk-button" disabled={!read.ok}>
          Keep this rule
        </button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={onForm}>
          Use the form
        </button>
      </div>
    </form>
  );
}

function SourceField({ source, onChange }: { source: string; onChange(source: string): void }) {
  return (
    <div className="app-measure">
      <LabelledText
        id="rule-source"
        label="Which paper of the council it comes from"
        hint={`Cite it in the rule as ${councilDocument(source).id}.`}
        value={source}
        onType={onChange}
      />
    </div>
  );
}

interface TextFieldProps {
  text: string;
  faults: readonly string[];
  onChange(text: string): void;
}

function TextField({ text, faults, onChange }: TextFieldProps) {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label govuk-label--s" htmlFor="rule-text">
        The rule, written out
      </label>
      <div className="govuk-hint" id="rule-text-hint">
        Written as in a scheme’s rules.yaml, with examples: met, not met and cannot tell at least.
      </div>
      <textarea
        className="govuk-textarea app-code"
        id="rule-text"
        rows={20}
        spellCheck={false}
        aria-describedby="rule-text-hint rule-text-faults"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id="rule-text-faults" role="status">
        {faults.length === 0 ? (
          <p className="govuk-body">Nothing is wrong with it.</p>
        ) : (
          <ul className="govuk-list govuk-error-message">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** Something to change, rather than an empty page: a rule that the form could have made. */
function beginning(scheme: Scheme): string {
  const asked = scheme.appraisal["award-asked"] ?? scheme.sections[0]?.questions[0]?.id ?? "";
  const draft: RuleDraft = {
    id: undefined,
    says: "A bid asks for no more than £250,000.",
    severity: "warning",
    strand: "",
    question: asked,
    test: "at-most",
    low: "",
    high: "250000",
    answer: "",
    advice: "",
    source: councilPaper,
  };
  const made = ruleOf(scheme, draft);
  return made.ok ? stringify(made.value, { schema: "core" }) : "";
}

function readRule(scheme: Scheme, text: string, source: string): Result<Rule, string[]> {
  const read = readYaml("rule", text, ruleShape);
  if (!read.ok) return read;
  const cited = { ...scheme, documents: [...scheme.documents, councilDocument(source)] };
  const places = parseYaml("rule", text);
  const faults = councilRuleFaults(cited, read.value, (path) => (places.ok ? places.value.at(path) : "rule"));
  return faults.length === 0 ? ok(read.value) : fail(faults);
}
