import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appraise, type Appraisal } from "../../../src/appraisal/appraise.ts";
import type { CashModel } from "../../../src/appraisal/cash-flow.ts";
import { discountFactors, factorAsNumber } from "../../../src/appraisal/discounting.ts";
import { payback, paybackInWords, type Payback } from "../../../src/appraisal/payback.ts";
import { yearsFrom } from "../../../src/shared/dates.ts";
import { cashModel, standardRates } from "../../support/cash-models.ts";
import { independentAppraisal } from "../../support/independent-appraisal.ts";

function monthsOf(result: Payback): number | "never" {
  if (result.outcome === "none needed") return 0;
  return result.outcome === "at" ? result.months : "never";
}

function comparable(appraisal: Appraisal) {
  const { totals, discounted } = appraisal;
  return {
    totals: {
      costs: totals.costs,
      savings: totals.savings,
      cashable: totals.cashable,
      capital: totals.capital,
      funding: totals.funding,
    },
    net: appraisal.net,
    presentCosts: discounted?.totalCosts,
    presentSavings: discounted?.totalSavings,
    netPresentValue: discounted?.netPresentValue,
    gap: appraisal.fundingGap,
    awardLessGap: appraisal.awardLessGap,
    perPound: appraisal.savingPerPound?.all,
    payback: monthsOf(appraisal.payback),
    discountedPayback: discounted && monthsOf(discounted.payback),
  };
}

test("an appraisal agrees with a second one, written apart in decimals, to the penny and the month", () => {
  fc.assert(
    fc.property(cashModel, (model) => {
      expect(comparable(appraise(model))).toEqual(independentAppraisal(model));
    }),
    { numRuns: 400 },
  );
});

test("what each body bears and gains adds up to the whole", () => {
  fc.assert(
    fc.property(cashModel, (model) => {
      const { bodies, totals } = appraise(model);
      const sum = (of: (body: (typeof bodies)[number]) => number) => bodies.reduce((all, body) => all + of(body), 0);
      expect([sum((b) => b.costs), sum((b) => b.cashable + b.nonCashable), sum((b) => b.net)]).toEqual([
        totals.costs,
        totals.savings,
        totals.net,
      ]);
    }),
  );
});

const empty: CashModel = {
  years: yearsFrom("2013-14", 4),
  costs: [],
  savings: [],
  funding: [],
  awardAsked: undefined,
  awardFunds: "one-off",
  prices: { basis: "real", baseYear: "2013-14" },
  discountRates: standardRates,
};

describe("discounting", () => {
  test("leaves year 0 as it is and gives the published factors after it", () => {
    const factors = discountFactors(yearsFrom("2013-14", 76), { basis: "real", baseYear: "2013-14" }, standardRates);
    const shown = [0, 1, 5, 10, 20, 30, 31, 75].map((year) => factorAsNumber(factors[year] as never).toFixed(4));
    expect(shown).toEqual(["1.0000", "0.9662", "0.8420", "0.7089", "0.5026", "0.3563", "0.3459", "0.0942"]);
  });

  test.each([
    ["prices are not stated", { ...empty, prices: undefined }],
    ["inflation is not stated", { ...empty, prices: { basis: "nominal" as const, baseYear: "2013-14" } }],
    ["the base year is after the first year", { ...empty, prices: { basis: "real" as const, baseYear: "2015-16" } }],
    ["no rate is held for a year", { ...empty, discountRates: [3.5] }],
  ])("is not done, with the reason, while %s", (_, model) => {
    const { discounted, notDiscountedBecause } = appraise(model);
    expect(discounted).toBeUndefined();
    expect(notDiscountedBecause).toMatch(/\w+ .*\.$/);
  });
});

describe("payback", () => {
  const years = yearsFrom("2013-14", 4);
  test.each([
    ["in the middle of a year", [-120_000, 240_000, 0, 0], "September 2014 (after 1 year and 6 months)"],
    ["on the last day of a year", [-100, 100, 0, 0], "March 2015 (after 2 years)"],
    ["counts only when it is for good", [-100, 200, -300, 400], "September 2016 (after 3 years and 6 months)"],
    ["never within the years", [-100, 50, 0, 0], "Not paid back by the end of 2016-17"],
    ["is not needed where savings come first", [10, 5, 0, 0], "Savings cover costs from the first year"],
  ])("%s", (_, net, words) => {
    expect(paybackInWords(payback(net, years), years)).toBe(words);
  });
});
