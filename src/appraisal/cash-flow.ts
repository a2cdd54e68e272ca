import { sumPence, type Pence } from "../money/pence.ts";
import type { FinancialYear } from "../shared/dates.ts";

/** One cost, saving or source of money, spread over financial years. Amounts are whole pence. */
export interface Line {
  id: string;
  name: string;
  category: string;
  /** The body that bears the cost, gains the saving or gives the money. */
  body: string;
  amounts: ReadonlyMap<FinancialYear, Pence>;
}

export interface CostLine extends Line {
  nature: "one-off" | "ongoing";
  treatment: "capital" | "revenue";
}

export interface SavingLine extends Line {
  nature: "one-off" | "ongoing";
  cashable: boolean;
}

export interface FundingLine extends Line {
  source: "award" | "own" | "match" | "other";
}

/** Whether amounts are in the prices of one base year or in the prices of each year. The two are never mixed. */
export type Prices =
  { basis: "real"; baseYear: FinancialYear } | { basis: "nominal"; baseYear: FinancialYear; inflationPercent?: number };

/** The costs that a scheme's award may meet; `none` where the scheme gives no money. */
export type AwardFunds = "one-off" | "all" | "none";

/** Everything the appraisal is worked out from. `years` are all the years of the model, in order. */
export interface CashModel {
  years: readonly FinancialYear[];
  costs: readonly CostLine[];
  savings: readonly SavingLine[];
  funding: readonly FundingLine[];
  awardAsked: Pence | undefined;
  awardFunds: AwardFunds;
  prices: Prices | undefined;
  /** Per cent a year for each whole year from the base year: index 0 leads from year 0 to year 1. */
  discountRates: readonly number[];
}

/** Totals of lines, one for each year of the model. */
export type ByYear = readonly Pence[];

export function totalsByYear(lines: readonly Line[], years: readonly FinancialYear[]): ByYear {
  return years.map((year) => sumPence(lines.map((line) => line.amounts.get(year) ?? 0)));
}

function lineTotal(line: Line): Pence {
  return sumPence(line.amounts.values());
}

export function linesTotal(lines: readonly Line[]): Pence {
  return sumPence(lines.map(lineTotal));
}

/** Lines grouped by any of their members, in the order the groups first appear. */
export function groupLines<L extends Line>(lines: readonly L[], by: (line: L) => string): Map<string, L[]> {
  const groups = new Map<string, L[]>();
  for (const line of lines) {
    const group = groups.get(by(line));
    if (group) group.push(line);
    else groups.set(by(line), [line]);
  }
  return groups;
}

/** The running total: each year's amount added to all before it. */
export function cumulative(amounts: ByYear): ByYear {
  let total = 0;
  return amounts.map((amount) => (total += amount));
}
