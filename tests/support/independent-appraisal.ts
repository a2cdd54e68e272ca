import { Decimal } from "decimal.js";
import type { CashModel, Line } from "../../src/appraisal/cash-flow.ts";

const Money = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** A second appraisal in decimal pounds, written month by month and line by line, sharing nothing with the first but its input. */
export function independentAppraisal(model: CashModel) {
  const pounds = (line: Line, year: string) => new Money(line.amounts.get(year) ?? 0).div(100);
  const sum = (lines: readonly Line[]) =>
    lines.reduce((all, line) => model.years.reduce((total, year) => total.plus(pounds(line, year)), all), new Money(0));
  const yearly = (lines: readonly Line[]) => model.years.map((year) => sumYear(lines, year));
  const sumYear = (lines: readonly Line[], year: string) =>
    lines.reduce((total, line) => total.plus(pounds(line, year)), new Money(0));
  const values = (amounts: Decimal[]) =>
    amounts.map((amount, index) => amount.times(factor(model, index)).toDecimalPlaces(2));
  const [costs, savings] = [yearly(model.costs), yearly(model.savings)];
  const net = savings.map((saving, index) => saving.minus(costs[index] as Decimal));
  const [pvCosts, pvSavings] = [values(costs), values(savings)];
  const pvNet = pvSavings.map((saving, index) => saving.minus(pvCosts[index] as Decimal));
  const others = sum(model.funding.filter((line) => line.source !== "award"));
  const fundable = sum(
    model.awardFunds === "all" ? model.costs : model.costs.filter((line) => line.nature === "one-off"),
  );
  const asked = model.awardAsked === undefined ? undefined : new Money(model.awardAsked).div(100);
  return {
    totals: {
      costs: pence(sum(model.costs)),
      savings: pence(sum(model.savings)),
      cashable: pence(sum(model.savings.filter((line) => line.cashable))),
      capital: pence(sum(model.costs.filter((line) => line.treatment === "capital"))),
      funding: pence(sum(model.funding)),
    },
    net: net.map(pence),
    presentCosts: pence(total(pvCosts)),
    presentSavings: pence(total(pvSavings)),
    netPresentValue: pence(total(pvNet)),
    gap: pence(fundable.minus(others)),
    awardLessGap: asked === undefined ? undefined : pence(asked.minus(fundable.minus(others))),
    perPound: asked?.gt(0) ? sum(model.savings).div(asked).toDecimalPlaces(2).toNumber() : undefined,
    payback: paybackMonth(net),
    discountedPayback: paybackMonth(pvNet),
  };
}

function factor(model: CashModel, index: number): Decimal {
  const inflation = model.prices?.basis === "nominal" ? (model.prices.inflationPercent ?? 0) : 0;
  let value = new Money(1);
  for (let year = 0; year < index; year += 1) {
    value = value.div(new Money(model.discountRates[year] as number).div(100).plus(1));
    value = value.div(new Money(inflation).div(100).plus(1));
  }
  return value;
}

function total(amounts: Decimal[]): Decimal {
  return amounts.reduce((all, amount) => all.plus(amount), new Money(0));
}

function pence(amount: Decimal): number {
  return amount.times(100).toNumber();
}

/** Walks every month; the answer is the month after the last one that ends below zero. Works in twelfths to stay exact. */
function paybackMonth(net: readonly Decimal[]): number | "never" {
  let position = new Money(0);
  let lastBelow = 0;
  net.forEach((year, index) => {
    for (let month = 1; month <= 12; month += 1) {
      position = position.plus(year);
      if (position.lt(0)) lastBelow = index * 12 + month;
    }
  });
  const lastMonth = net.length * 12;
  if (lastBelow === 0) return 0;
  return lastBelow === lastMonth ? "never" : lastBelow + 1;
}
