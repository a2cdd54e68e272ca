import { appraise, awardFigures, type Appraisal } from "../appraisal/appraise.ts";
import { awardAskedIn, cashModelOf } from "../schemes/cash-model.ts";
import { factsOf, isHidden } from "../schemes/facts-of.ts";
import { discountRatesOf } from "../schemes/discount-rates.ts";
import type { DiscountSeries } from "../schemes/appraisal-settings.ts";
import { measuresOf } from "../schemes/measures.ts";
import { questionsOf, type Scheme } from "../schemes/scheme-schema.ts";
import { answerFindings } from "./answer-findings.ts";
import { answersUnder } from "./answers-under.ts";
import type { Authority } from "./authorities.ts";
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
  const { strand } = bid;
  const answers = answersUnder(scheme, bid.answers);
  const rates = discountRatesOf(scheme.appraisal, reference.discountSeries) ?? [];
  const appraisal = appraise(cashModelOf(scheme, answers, rates));
  const factsFor = (changed: Bid["answers"]) => {
    const known = sameMoney(scheme, answers, changed)
      ? { ...appraisal, ...awardFigures(appraisal, awardAskedIn(scheme, changed)) }
      : undefined;
    return factsOf({ scheme, strand, answers: changed, measure: measuresOf(scheme, changed, known) });
  };
  const facts = factsFor(answers);
  const hidden = questionsOf(scheme).filter((question) => isHidden(question, facts));
  const shown = questionsOf(scheme).filter((question) => !hidden.includes(question));
  const rules = ruleFindings({ scheme, answers, factsFor });
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
    hidden: hidden.map((question) => question.id),
    ready: !findings.some((finding) => finding.severity === "blocker"),
  };
  return { check, appraisal };
}

/** Whether costs, savings, funding and prices are untouched, so that what was worked out from them still stands. */
function sameMoney({ appraisal }: Scheme, before: Bid["answers"], after: Bid["answers"]): boolean {
  const { costs, savings, funding, prices } = appraisal;
  return [costs.table, savings.table, funding.table, ...Object.values(prices)].every((id) => before[id] === after[id]);
}

const rank = { blocker: 0, warning: 1, advice: 2 } as const;

function bySeverity(a: Finding, b: Finding): number {
  return rank[a.severity] - rank[b.severity];
}
