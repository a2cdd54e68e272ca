import { sumPence, type Pence } from "../money/pence.ts";
import type { FinancialYear } from "../shared/dates.ts";
import {
  cumulative,
  groupLines,
  linesTotal,
  totalsByYear,
  type AwardFunds,
  type ByYear,
  type CashModel,
  type Line,
} from "./cash-flow.ts";
import { discountFactors, factorAsNumber, presentValues } from "./discounting.ts";
import { payback, type Payback } from "./payback.ts";
import { whoGains, type BodyPosition } from "./who-gains.ts";

/** Totals of one group of lines. */
export interface GroupTotals {
  group: string;
  byYear: ByYear;
  total: Pence;
}

/** Present values in the base year's prices; every amount was rounded to the penny before it was added up. */
export interface Discounted {
  /** As decimals, one a year. */
  factors: readonly number[];
  costs: ByYear;
  savings: ByYear;
  net: ByYear;
  cumulative: ByYear;
  totalCosts: Pence;
  totalSavings: Pence;
  netPresentValue: Pence;
  payback: Payback;
}

/** Everything worked out from a cash model. All amounts are whole pence. */
export interface Appraisal {
  years: readonly FinancialYear[];
  awardAsked: Pence | undefined;
  awardFunds: AwardFunds;
  costs: ByYear;
  savings: ByYear;
  cashableSavings: ByYear;
  funding: ByYear;
  net: ByYear;
  cumulative: ByYear;
  totals: {
    costs: Pence;
    savings: Pence;
    cashable: Pence;
    nonCashable: Pence;
    net: Pence;
    oneOff: Pence;
    ongoing: Pence;
    capital: Pence;
    revenue: Pence;
    award: Pence;
    own: Pence;
    match: Pence;
    other: Pence;
    funding: Pence;
  };
  costsByCategory: GroupTotals[];
  costsByBody: GroupTotals[];
  savingsByCategory: GroupTotals[];
  savingsByBody: GroupTotals[];
  /** The costs that the award may meet, less own, match and other money. Says nothing where there is no award. */
  fundingGap: Pence;
  /** Award asked less the gap; undefined while no award is asked. Positive: more is asked than is needed. */
  awardLessGap: Pence | undefined;
  /** Own, match and other money as a per cent of all funding; undefined while there is none. */
  matchShare: number | undefined;
  /** Pounds saved for each pound of award, undiscounted, to two decimals. */
  savingPerPound: { all: number; cashable: number } | undefined;
  payback: Payback;
  /** Undefined, with the reason, while prices are not stated or the years lie outside the rates. */
  discounted: Discounted | undefined;
  notDiscountedBecause: string | undefined;
  bodies: BodyPosition[];
}

/** Works out the whole appraisal. Pure, exact to the penny, and the same on screen, in Word and in Excel. */
export function appraise(model: CashModel): Appraisal {
  const { years } = model;
  const costs = totalsByYear(model.costs, years);
  const savings = totalsByYear(model.savings, years);
  const net = savings.map((saving, index) => saving - (costs[index] as Pence));
  const totals = totalsOf(model);
  const fundable = model.awardFunds === "one-off" ? totals.oneOff : totals.costs;
  const fundingGap = fundable - totals.own - totals.match - totals.other;
  return {
    years,
    awardFunds: model.awardFunds,
    costs,
    savings,
    cashableSavings: totalsByYear(
      model.savings.filter((line) => line.cashable),
      years,
    ),
    funding: totalsByYear(model.funding, years),
    net,
    cumulative: cumulative(net),
    totals,
    costsByCategory: grouped(model.costs, years, (line) => line.category),
    costsByBody: grouped(model.costs, years, (line) => line.body),
    savingsByCategory: grouped(model.savings, years, (line) => line.category),
    savingsByBody: grouped(model.savings, years, (line) => line.body),
    fundingGap,
    matchShare: totals.funding === 0 ? undefined : (100 * (totals.funding - totals.award)) / totals.funding,
    ...awardFigures({ totals, fundingGap }, model.awardAsked),
    payback: payback(net, years),
    ...discount(model, costs, savings),
    bodies: whoGains(model),
  };
}

function totalsOf({ costs, savings, funding }: CashModel): Appraisal["totals"] {
  const from = (source: string) => linesTotal(funding.filter((line) => line.source === source));
  const cashable = linesTotal(savings.filter((line) => line.cashable));
  const allCosts = linesTotal(costs);
  const allSavings = linesTotal(savings);
  return {
    costs: allCosts,
    savings: allSavings,
    cashable,
    nonCashable: allSavings - cashable,
    net: allSavings - allCosts,
    oneOff: linesTotal(costs.filter((line) => line.nature === "one-off")),
    ongoing: linesTotal(costs.filter((line) => line.nature === "ongoing")),
    capital: linesTotal(costs.filter((line) => line.treatment === "capital")),
    revenue: linesTotal(costs.filter((line) => line.treatment === "revenue")),
    award: from("award"),
    own: from("own"),
    match: from("match"),
    other: from("other"),
    funding: linesTotal(funding),
  };
}

function grouped<L extends Line>(lines: readonly L[], years: readonly FinancialYear[], by: (line: L) => string) {
  return [...groupLines(lines, by)].map(([group, members]): GroupTotals => {
    return { group, byYear: totalsByYear(members, years), total: linesTotal(members) };
  });
}

/** The figures that hang on the award asked for and on nothing else that is asked. */
export function awardFigures(
  { totals, fundingGap }: Pick<Appraisal, "totals" | "fundingGap">,
  awardAsked: Pence | undefined,
): Pick<Appraisal, "awardAsked" | "awardLessGap" | "savingPerPound"> {
  return {
    awardAsked,
    awardLessGap: awardAsked === undefined ? undefined : awardAsked - fundingGap,
    savingPerPound: perPound(totals.savings, totals.cashable, awardAsked),
  };
}

function perPound(all: Pence, cashable: Pence, award: Pence | undefined): Appraisal["savingPerPound"] {
  if (!award || award <= 0) return undefined;
  const ratio = (saving: Pence) => Math.round((100 * saving) / award) / 100;
  return { all: ratio(all), cashable: ratio(cashable) };
}

function discount(
  model: CashModel,
  costs: ByYear,
  savings: ByYear,
): Pick<Appraisal, "discounted" | "notDiscountedBecause"> {
  const because = reasonNotToDiscount(model);
  if (because || !model.prices) return { discounted: undefined, notDiscountedBecause: because };
  const factors = discountFactors(model.years, model.prices, model.discountRates);
  const [costValues, savingValues] = [presentValues(costs, factors), presentValues(savings, factors)];
  const net = savingValues.map((saving, index) => saving - (costValues[index] as Pence));
  const discounted: Discounted = {
    factors: factors.map(factorAsNumber),
    costs: costValues,
    savings: savingValues,
    net,
    cumulative: cumulative(net),
    totalCosts: sumPence(costValues),
    totalSavings: sumPence(savingValues),
    netPresentValue: sumPence(net),
    payback: payback(net, model.years),
  };
  return { discounted, notDiscountedBecause: undefined };
}

function reasonNotToDiscount({ years, prices, discountRates }: CashModel): string | undefined {
  if (!prices) return "Say which year's prices the figures are in, and whether they include inflation.";
  if (prices.basis === "nominal" && prices.inflationPercent === undefined) {
    return "The figures include inflation. Say how much a year, so that they can be brought to one year's prices.";
  }
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return "There are no years to discount.";
  if (first < prices.baseYear) return `The model starts in ${first}, before the base year ${prices.baseYear}.`;
  const reach = Number(last.slice(0, 4)) - Number(prices.baseYear.slice(0, 4));
  return reach > discountRates.length ? `No discount rate is held for ${last}.` : undefined;
}
