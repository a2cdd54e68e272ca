import { useState, type FormEvent } from "react";
import type { Rule } from "../../../src/rules/rule.ts";
import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { goTo } from "../../app/use-route.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { draftOf, emptyDraft, ruleOf, type DraftProblems, type RuleDraft } from "./rule-draft.ts";
import { RuleFields } from "./rule-fields.tsx";
import { RuleTrial } from "./rule-trial.tsx";
import { RuleWritten } from "./rule-written.tsx";
import { useCouncilRule } from "./use-council-rule.ts";

/** Adds a rule of the council’s own to the scheme, or changes one, and tries it on this bid before it is kept. */
export function OwnRuleScreen({ bid, rule: wanted }: { bid: BidSession; rule: string | undefined }) {
  const saved = bid.scheme.rules.find((rule) => rule.id === wanted && bid.scheme.council?.rules.includes(rule.id));
  const [written, setWritten] = useState(saved !== undefined && draftOf(bid.scheme, saved) === undefined);
  return (
    <div className="app-measure-wide">
      <a className="govuk-back-link" href={addressOf("rules")}>
        Back to the rules
      </a>
      <h1 className="govuk-heading-l">{saved ? "Change your council’s rule" : "Add a rule of your council’s own"}</h1>
      <p className="govuk-body app-measure">
        It stands beside the scheme’s rules in every bid to {bid.scheme.title} on this computer, and stays when the
        scheme is updated.
      </p>
      {written ? (
        <RuleWritten bid={bid} saved={saved} onForm={() => setWritten(false)} />
      ) : (
        <RuleForm bid={bid} saved={saved} onWritten={() => setWritten(true)} />
      )}
    </div>
  );
}

interface RuleFormProps {
  bid: BidSession;
  saved: Rule | undefined;
  onWritten(): void;
}

function RuleForm({ bid, saved, onWritten }: RuleFormProps) {
  const [draft, setDraft] = useState<RuleDraft>(() => (saved && draftOf(bid.scheme, saved)) ?? emptyDraft);
  const [problems, setProblems] = useState<DraftProblems>({});
  const { refused, save, remove } = useCouncilRule(bid);
  const others = { ...bid.scheme, rules: bid.scheme.rules.filter((rule) => rule.id !== saved?.id) };
  const made = ruleOf(others, draft);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblems(made.ok ? {} : made.error);
    if (made.ok && (await save(made.value, draft.source))) goTo(addressOf("rules"));
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} refused={refused} />
      <RuleFields
        scheme={bid.scheme}
        draft={draft}
        problems={problems}
        onChange={(more) => setDraft({ ...draft, ...more })}
      />
      {made.ok && <RuleTrial bid={bid} scheme={others} rule={made.value} />}
      <div className="govuk-button-group">
        <button type="submit" className="govuk-button">
          Keep this rule
        </button>
        {saved && (
          <button
            type="button"
            className="govuk-button govuk-button--warning"
            onClick={() => void remove(saved.id).then((gone) => gone && goTo(addressOf("rules")))}
          >
            Remove this rule
          </button>
        )}
        <button type="button" className="govuk-button govuk-button--secondary" onClick={onWritten}>
          Write it out instead
        </button>
      </div>
    </form>
  );
}
