import fc from "fast-check";
import type { CashModel, CostLine, FundingLine, SavingLine } from "../../src/appraisal/cash-flow.ts";
import { yearsFrom } from "../../src/shared/dates.ts";

/** Green Book standard rates for 125 years: 3.5%, then 3%, then 2.5%. */
export const standardRates = Array.from({ length: 125 }, (_, index) => (index < 30 ? 3.5 : index < 75 ? 3 : 2.5));

const bodies = ["Warrington", "Halton", "Cheshire East", "Police"] as const;

function amounts(years: readonly string[], lowest: number) {
  const amount = fc.oneof(
    fc.constant(0),
    fc.integer({ min: lowest, max: 50_000_000_00 }),
    fc.integer({ min: 0, max: 999 }),
  );
  return fc
    .array(amount, { minLength: years.length, maxLength: years.length })
    .map((list) => new Map(list.flatMap((pence, index) => (pence === 0 ? [] : [[years[index] as string, pence]]))));
}

const named = {
  name: fc.constant("line"),
  body: fc.constantFrom(...bodies),
  category: fc.constantFrom("Staff", "ICT", "Property"),
};

/** Money models of every shape an officer could enter: blank years, clawed-back savings, odd pence, long horizons. */
export const cashModel: fc.Arbitrary<CashModel> = fc.integer({ min: 1, max: 40 }).chain((count) => {
  const years = yearsFrom("2013-14", count);
  const id = fc.uuid();
  const nature = fc.constantFrom("one-off", "ongoing");
  const costs: fc.Arbitrary<CostLine> = fc.record({
    id,
    ...named,
    nature,
    treatment: fc.constantFrom("capital", "revenue"),
    amounts: amounts(years, 0),
  });
  const savings: fc.Arbitrary<SavingLine> = fc.record({
    id,
    ...named,
    nature,
    cashable: fc.boolean(),
    amounts: amounts(years, -100_000_00),
  });
  const funding: fc.Arbitrary<FundingLine> = fc.record({
    id,
    ...named,
    source: fc.constantFrom("award", "own", "match", "other"),
    amounts: amounts(years, 0),
  });
  const list = <T>(line: fc.Arbitrary<T>) => fc.array(line, { maxLength: 8 });
  const base = fc.record({
    years: fc.constant(years),
    costs: list(costs),
    savings: list(savings),
    funding: list(funding),
    awardAsked: fc.option(fc.integer({ min: 1, max: 2_000_000_00 }), { nil: undefined }),
    awardFunds: fc.constantFrom("one-off" as const, "all" as const),
    discountRates: fc.constant(standardRates),
  });
  const inflation = fc.integer({ min: 0, max: 80 }).map((tenths) => tenths / 10);
  const baseYear = "2013-14";
  const prices = fc.oneof(
    fc.constant({ basis: "real" as const, baseYear }),
    inflation.map((inflationPercent) => ({ basis: "nominal" as const, baseYear, inflationPercent })),
  );
  return fc.tuple(base, prices).map(([model, stated]) => ({ ...model, prices: stated }));
});
