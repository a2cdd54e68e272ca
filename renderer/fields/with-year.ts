import type { YearlyMoney } from "../../src/fields/kinds/yearly-money.ts";
import type { FinancialYear } from "../../src/shared/dates.ts";

/** The amounts with one year changed, in the order of years; `null` when no year is left. */
export function withYear(value: unknown, year: FinancialYear, amount: unknown): YearlyMoney | null {
  const { [year]: _, ...others } = (value ?? {}) as YearlyMoney;
  const next = { ...others, ...(amount === null ? {} : { [year]: amount as YearlyMoney[string] }) };
  const entries = Object.entries(next).toSorted(([a], [b]) => a.localeCompare(b));
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
