import * as z from "zod";
import { formatPence, poundsToPence, sumPence, type Pence } from "../../money/pence.ts";
import { isFinancialYear, type FinancialYear } from "../../shared/dates.ts";
import { isUnread, unread, type Unread } from "../field.ts";
import { defineKind } from "../kind.ts";

/** Whole pence by financial year. A year that is not there was left blank and adds nothing. */
export type YearlyMoney = Record<FinancialYear, Pence | Unread>;

const shape = z.record(z.string(), z.union([z.int(), unread]));

/** The amounts that could be read, year by year. */
export function readableYears(value: YearlyMoney): [FinancialYear, Pence][] {
  return Object.entries(value).filter((entry): entry is [FinancialYear, Pence] => typeof entry[1] === "number");
}

function total(value: YearlyMoney): Pence {
  return sumPence(readableYears(value).map(([, pence]) => pence));
}

/** Money spread over financial years: one amount a year, all in the same prices. */
export const yearlyMoney = defineKind({
  name: "yearly-money",
  title: "row of amounts by financial year",
  options: z.strictObject({ min: z.number().optional() }),
  shape,
  problem: (value, field) => {
    for (const [year, amount] of Object.entries(value)) {
      if (isUnread(amount)) return `${year}: “${amount.unread}” is not an amount. Enter pounds, like 12500.`;
      if (!isFinancialYear(year)) return `“${year}” is not a financial year. Write it like 2013-14.`;
      if (field.min !== undefined && amount < poundsToPence(field.min)) {
        return `${year}: must be ${formatPence(poundsToPence(field.min))} or more.`;
      }
    }
    return undefined;
  },
  text: (value) => formatPence(total(value)),
  cell: (value) => ({ value: total(value) / 100, format: "money" }),
  comparable: (value) => (Object.values(value).some(isUnread) ? undefined : { unit: "pence", amount: total(value) }),
  empty: (value) => Object.keys(value).length === 0,
  read: (written) => {
    const parsed = z.record(z.string(), z.number()).safeParse(written);
    if (!parsed.success) return undefined;
    return Object.fromEntries(Object.entries(parsed.data).map(([year, pounds]) => [year, poundsToPence(pounds)]));
  },
  write: (value) => Object.fromEntries(readableYears(value).map(([year, pence]) => [year, pence / 100])),
});
