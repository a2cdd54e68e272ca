import * as z from "zod";
import { fieldId } from "../fields/field.ts";
import { formatPence, poundsToPence, roundRatio, type Pence } from "../money/pence.ts";
import { isFinancialYear, longDate, startOfYear, type IsoDate } from "../shared/dates.ts";
import { fail, ok, type Result } from "../shared/result.ts";

const confidence = z.enum(["primary", "seed", "secondary", "inference", "recalled"]);

/** `templates/shared/deflators.yaml`: price indexes by calendar year. */
export const priceIndexes = z.strictObject({
  series: z
    .array(
      z.strictObject({
        id: fieldId,
        title: z.string().min(1),
        edition: z.string().min(1),
        source: z.string().min(1),
        confidence,
        index: z.record(z.string().regex(/^\d{4}$/), z.number().positive()),
      }),
    )
    .min(1),
});
type PriceIndexes = z.infer<typeof priceIndexes>;
type PriceIndex = PriceIndexes["series"][number];

/** `templates/shared/unit-costs.yaml` */
export const unitCosts = z.strictObject({
  source: z.string().min(1),
  confidence,
  attribution: z.string().min(1),
  costs: z.array(
    z.strictObject({
      id: fieldId,
      title: z.string().min(1),
      pounds: z.number().positive(),
      per: z.string().min(1),
      /** The financial year whose prices it is in. */
      prices: z.string().refine(isFinancialYear, "is not a financial year, written like 2013-14"),
      "borne-by": z.string().exactOptional(),
    }),
  ),
});
type UnitCosts = z.infer<typeof unitCosts>;
type UnitCost = UnitCosts["costs"][number];

/** `templates/shared/bank-holidays.yaml`: England and Wales. */
export const bankHolidays = z.strictObject({
  source: z.string().min(1),
  confidence,
  "first-day": z.iso.date(),
  "last-day": z.iso.date(),
  days: z.array(z.strictObject({ day: z.iso.date(), name: z.string().min(1) })),
});
export type BankHolidays = z.infer<typeof bankHolidays>;

/** Figures that hold for every scheme, beside discount rates and councils. Plain data, so that it can cross the contract. */
export interface ReferenceSeries {
  priceIndexes: PriceIndexes;
  unitCosts: UnitCosts;
  bankHolidays: BankHolidays;
}

/** An amount brought to another year's prices, with how. */
export interface Uprated {
  pence: Pence;
  working: string;
}

/** “£2,501 per application” */
export function unitCostInWords({ pounds, per }: Pick<UnitCost, "pounds" | "per">): string {
  return `${formatPence(poundsToPence(pounds))} per ${per}`;
}

/** Index values are exact to four decimals. */
const indexScale = 10_000;

/**
 * Brings an amount from one year's prices to another's, rounded to the penny, halves away from zero.
 *
 * @param years calendar years like `2014`, or financial years like `2013-14`, which count as the year they begin in
 * @returns a plain sentence where a year is not held: never the nearest one
 */
export function uprate(pence: Pence, years: { from: string; to: string }, series: PriceIndex): Result<Uprated, string> {
  const [from, to] = [indexOf(series, years.from), indexOf(series, years.to)];
  if (!from.ok) return from;
  if (!to.ok) return to;
  const [low, high] = [from.value, to.value].map((index) => BigInt(Math.round(index * indexScale)));
  const raised = Number(roundRatio(BigInt(pence) * (high as bigint), low as bigint));
  const working = `${formatPence(pence)} at the prices of ${years.from} × ${to.value} ÷ ${from.value} = ${formatPence(raised)} at the prices of ${years.to} (${series.title}, edition ${series.edition}).`;
  return ok({ pence: raised, working });
}

function indexOf(series: PriceIndex, year: string): Result<number, string> {
  const calendar = isFinancialYear(year) ? String(startOfYear(year)) : year;
  const index = series.index[calendar];
  if (index !== undefined) return ok(index);
  const held = Object.keys(series.index).join(", ");
  return fail(`${series.title}: no value is held for ${year}. The years held are ${held}.`);
}

/**
 * Working days after one day and up to another, that day included: Monday to Friday but bank holidays.
 *
 * @returns a plain sentence where a day lies outside the bank holidays held
 */
export function workingDaysUntil(from: IsoDate, to: IsoDate, holidays: BankHolidays): Result<number, string> {
  const { "first-day": first, "last-day": last } = holidays;
  const outside = [from, to].find((day) => day < first || day > last);
  if (outside !== undefined) {
    return fail(
      `Bank holidays are held from ${longDate(first)} to ${longDate(last)}; ${longDate(outside)} is not among them.`,
    );
  }
  const free = new Set(holidays.days.map((one) => one.day));
  let count = 0;
  for (let day = nextDay(from); day <= to; day = nextDay(day)) if (isWorkingDay(day, free)) count += 1;
  return ok(count);
}

function nextDay(day: IsoDate): IsoDate {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function isWorkingDay(day: IsoDate, free: ReadonlySet<string>): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !free.has(day);
}
