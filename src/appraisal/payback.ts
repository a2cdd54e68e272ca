import { monthOfYear, type FinancialYear } from "../shared/dates.ts";
import { cumulative, type ByYear } from "./cash-flow.ts";

/**
 * When the money put in has come back for good. Amounts are taken to fall evenly over the twelve months of each year.
 * - `at`: months counted from the start of the first year; the cumulative position is never negative after that month
 * - `none needed`: the position is never negative
 * - `not within`: still negative at the end of the last year
 */
export type Payback =
  | { outcome: "at"; months: number; year: FinancialYear; monthName: string }
  | { outcome: "none needed" }
  | { outcome: "not within" };

/** @param net saving less cost of each year, in pence */
export function payback(net: ByYear, years: readonly FinancialYear[]): Payback {
  const position = cumulative(net);
  const lastNegative = position.findLastIndex((amount) => amount < 0);
  if (lastNegative === -1) return { outcome: "none needed" };
  if (lastNegative === years.length - 1) return { outcome: "not within" };
  const crossing = lastNegative + 1;
  const owed = -(position[lastNegative] as number);
  const month = Math.ceil((owed * 12) / (net[crossing] as number));
  const year = years[crossing] as FinancialYear;
  return { outcome: "at", months: crossing * 12 + month, year, monthName: monthOfYear(year, month) };
}

export function paybackInWords(result: Payback, years: readonly FinancialYear[]): string {
  if (result.outcome === "none needed") return "Savings cover costs from the first year";
  if (result.outcome === "not within") return `Not paid back by the end of ${years.at(-1) ?? "the model"}`;
  const [whole, rest] = [Math.floor(result.months / 12), result.months % 12];
  const parts = [
    whole > 0 ? `${whole} ${whole === 1 ? "year" : "years"}` : "",
    rest > 0 ? `${rest} ${rest === 1 ? "month" : "months"}` : "",
  ];
  return `${result.monthName} (after ${parts.filter(Boolean).join(" and ")})`;
}
