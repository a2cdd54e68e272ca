/** A calendar day, `2013-07-14`. Never a `Date`: a bid's days have no time zone. */
export type IsoDate = string;

/** A UK financial year, 1 April to 31 March, written `2013-14`. */
export type FinancialYear = string;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const financialYear = /^(\d{4})-(\d{2})$/;
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** True only for a day that exists: 30 February is not one. */
export function isIsoDate(text: string): text is IsoDate {
  const parts = isoDate.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** `2013-07-14` as `14 July 2013`; text that is not a date comes back as it was. */
export function longDate(text: IsoDate): string {
  if (!isIsoDate(text)) return text;
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  return `${day} ${months[month - 1]} ${year}`;
}

/** `2013-14` is one; `2013-15` is not. */
export function isFinancialYear(text: string): text is FinancialYear {
  const parts = financialYear.exec(text);
  return parts !== null && (Number(parts[1]) + 1) % 100 === Number(parts[2]);
}

/** The calendar year in which the financial year starts. */
export function startOfYear(year: FinancialYear): number {
  return Number(year.slice(0, 4));
}

/** The financial year that starts in April of `start`. */
export function yearStarting(start: number): FinancialYear {
  return `${start}-${String((start + 1) % 100).padStart(2, "0")}`;
}

/** `count` consecutive years from `first`. */
export function yearsFrom(first: FinancialYear, count: number): FinancialYear[] {
  return Array.from({ length: count }, (_, index) => yearStarting(startOfYear(first) + index));
}

/** Whole years from one financial year to another; negative when `to` is earlier. */
export function yearsBetween(from: FinancialYear, to: FinancialYear): number {
  return startOfYear(to) - startOfYear(from);
}

/** `2013-14` as officers say it: `2013 to 2014`. */
export function longYear(year: FinancialYear): string {
  const start = startOfYear(year);
  return `${start} to ${start + 1}`;
}

/** The month of a financial year, 1 (April) to 12 (March), as `June 2013`. */
export function monthOfYear(year: FinancialYear, month: number): string {
  const index = (month + 2) % 12;
  return `${months[index]} ${startOfYear(year) + (month > 9 ? 1 : 0)}`;
}
