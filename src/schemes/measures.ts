import { appraise, type Appraisal } from "../appraisal/appraise.ts";
import type { Comparable } from "../fields/field.ts";
import { isEmpty } from "../fields/answer.ts";
import { known as knownFact, unknown, type Fact, type Missing } from "../rules/facts.ts";
import { once } from "../shared/once.ts";
import { cashModelOf, lineGaps } from "./cash-model.ts";
import type { SaidAnswers } from "./said-answers.ts";
import { questionOf, type Scheme } from "./scheme-schema.ts";

type StoredAnswers = Readonly<Record<string, unknown>>;
type Needs = "costs" | "savings" | "funding" | "award-asked";

interface Measure {
  label: string;
  needs: readonly Needs[];
  of(appraisal: Appraisal): Comparable | undefined;
}

const pence = (amount: number | undefined): Comparable | undefined =>
  amount === undefined ? undefined : { unit: "pence", amount };

const number = (amount: number | undefined): Comparable | undefined =>
  amount === undefined ? undefined : { unit: "number", amount };

/** What rules may ask of the appraisal by name: a closed list. */
export const measures: Readonly<Record<string, Measure>> = {
  "total-costs": { label: "Total costs", needs: ["costs"], of: (a) => pence(a.totals.costs) },
  "one-off-costs": { label: "One-off costs", needs: ["costs"], of: (a) => pence(a.totals.oneOff) },
  "capital-costs": { label: "Capital costs", needs: ["costs"], of: (a) => pence(a.totals.capital) },
  "total-savings": { label: "Total savings", needs: ["savings"], of: (a) => pence(a.totals.savings) },
  "cashable-savings": { label: "Cashable savings", needs: ["savings"], of: (a) => pence(a.totals.cashable) },
  "net-saving": { label: "Savings less costs", needs: ["costs", "savings"], of: (a) => pence(a.totals.net) },
  "total-funding": { label: "Total funding", needs: ["funding"], of: (a) => pence(a.totals.funding) },
  "award-in-funding": { label: "Award in the funding table", needs: ["funding"], of: (a) => pence(a.totals.award) },
  "funding-gap": {
    label: "Funding gap",
    needs: ["costs", "funding"],
    of: (a) => pence(a.awardFunds === "none" ? undefined : a.fundingGap),
  },
  "award-less-gap": {
    label: "Award asked for less the funding gap",
    needs: ["award-asked", "costs", "funding"],
    of: (a) => pence(a.awardLessGap),
  },
  "match-share": {
    label: "Own, match and other money as a share of all funding",
    needs: ["funding"],
    of: (a) => (a.matchShare === undefined ? undefined : { unit: "percent", amount: a.matchShare }),
  },
  "saving-per-pound": {
    label: "Saving for each £1 of award",
    needs: ["award-asked", "savings"],
    of: (a) => number(a.savingPerPound?.all),
  },
  "payback-months": {
    label: "Months to payback",
    needs: ["costs", "savings"],
    of: (a) =>
      a.payback.outcome === "at"
        ? number(a.payback.months)
        : a.payback.outcome === "none needed"
          ? number(0)
          : undefined,
  },
  "net-present-value": {
    label: "Net present value",
    needs: ["costs", "savings"],
    of: (a) => pence(a.discounted?.netPresentValue),
  },
};

/**
 * Works measures out when a rule asks; what the bid says, and the appraisal of it, once at most.
 *
 * @param known the appraisal, where it was worked out before
 */
export function measuresOf(
  scheme: Scheme,
  said: () => SaidAnswers,
  known: (said: SaidAnswers) => Appraisal | undefined = () => undefined,
): (id: string) => Fact {
  const saidOnce = once(said);
  const worked = once(() => known(saidOnce()) ?? appraise(cashModelOf(scheme, saidOnce(), [])));
  return (id) => {
    const measure = measures[id];
    if (!measure) return unknown({ label: `a measure called ${id}` });
    const missing = measure.needs.flatMap((need) => missingFor(scheme, saidOnce().answers, need));
    if (missing.length > 0) return unknown(...missing);
    const value = measure.of(worked());
    return value ? knownFact(value, measure.label) : unknown({ label: measure.label });
  };
}

function missingFor(scheme: Scheme, answers: StoredAnswers, need: Needs): Missing[] {
  const id = need === "award-asked" ? scheme.appraisal["award-asked"] : scheme.appraisal[need].table;
  if (id === undefined) return [{ label: "an award, which this scheme does not give" }];
  const question = questionOf(scheme, id);
  if (!question || isEmpty(question, answers[id])) return [{ question: id, label: question?.label ?? id }];
  if (need === "award-asked") return [];
  return lineGaps(scheme, answers, need).map(({ table, row, column }) => {
    return { question: table, row: row.id, column: column.id, label: `${question.label}: ${column.label}` };
  });
}
