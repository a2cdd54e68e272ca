import { useMemo } from "react";
import { textOf } from "../../../src/fields/answer.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { judgeAlone } from "../../../src/schemes/run-examples.ts";
import { questionOf, type Scheme } from "../../../src/schemes/scheme-schema.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { DecisionTable } from "../rules/decision-table.tsx";

interface RuleTrialProps {
  bid: BidSession;
  scheme: Scheme;
  rule: Rule;
}

/** What the rule says of this bid, and of the examples that were made for it. */
export function RuleTrial({ bid, scheme, rule }: RuleTrialProps) {
  const { strand, answers } = bid.open.bid;
  const verdict = useMemo(() => judgeAlone(scheme, rule, { strand, answers }), [scheme, rule, strand, answers]);
  const question = verdict.change && questionOf(scheme, verdict.change.question);
  return (
    <section aria-labelledby="rule-trial" className="app-rule">
      <h2 className="govuk-heading-m" id="rule-trial">
        Tried on this bid: {verdict.outcome}
      </h2>
      <p className="govuk-body" role="status">
        {verdict.working}
        {question && ` Nearest change: ${question.label}, ${textOf(question, verdict.change?.value)}.`}
      </p>
      <h3 className="govuk-heading-s">Is this what you mean?</h3>
      <DecisionTable scheme={scheme} rule={rule} />
    </section>
  );
}
