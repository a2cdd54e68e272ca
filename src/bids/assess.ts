import { appraise, type Appraisal } from "../appraisal/appraise.ts";
import { cashModelOf } from "../schemes/cash-model.ts";
import { discountRatesOf } from "../schemes/discount-rates.ts";
import type { DiscountSeries } from "../schemes/appraisal-settings.ts";
import { saidAnswers } from "../schemes/said-answers.ts";
import { questionsOf, type Scheme } from "../schemes/scheme-schema.ts";
import { answerFindings } from "./answer-findings.ts";
import { answersUnder } from "./answers-under.ts";
import type { Authority } from "./authorities.ts";
import { bidFacts } from "./bid-facts.ts";
import type { Bid } from "./bid-schema.ts";
import type { CheckResult, Finding } from "./findings.ts";
import { moneyFindings } from "./money-findings.ts";
import { organisationFindings } from "./organisation-findings.ts";
import { ruleFindings } from "./rule-findings.ts";
import { sectionStates } from "./readiness.ts";

/** Figures from outside the bid that a check needs. */
export interface Reference {
  authorities: readonly Authority[];
  discountSeries: DiscountSeries;
}

export interface Assessment {
  check: CheckResult;
  appraisal: Appraisal;
}

/**
 * The whole check and appraisal of a bid, worked out from nothing but its state, its scheme and the reference figures.
 * The same result feeds the screen, Word, Excel and the command line.
 */
export function assess(scheme: Scheme, bid: Bid, reference: Reference): Assessment {
  const given = { strand: bid.strand, answers: answersUnder(scheme, bid.answers) };
  const said = saidAnswers({ scheme, ...given });
  const { answers, hidden } = said;
  const rates = discountRatesOf(scheme.appraisal, reference.discountSeries) ?? [];
  const appraisal = appraise(cashModelOf(scheme, said, rates));
  const shown = questionsOf(scheme).filter(({ id }) => !hidden.includes(id));
  const rules = ruleFindings({ scheme, answers: given.answers, factsFor: bidFacts(scheme, given, () => appraisal) });
  const findings = [
    ...answerFindings(shown, answers),
    ...rules.findings,
    ...moneyFindings(scheme, answers, appraisal),
    ...organisationFindings(scheme, { shown, answers, authorities: reference.authorities }),
  ].toSorted(bySeverity);
  const check: CheckResult = {
    findings,
    sections: sectionStates(scheme, { shown, answers, findings }),
    rules: rules.outcomes,
    hidden: [...hidden],
    ready: !findings.some((finding) => finding.severity === "blocker"),
  };
  return { check, appraisal };
}

const rank = { blocker: 0, warning: 1, advice: 2 } as const;

function bySeverity(a: Finding, b: Finding): number {
  return rank[a.severity] - rank[b.severity];
}
