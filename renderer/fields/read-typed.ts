import { isUnread, type Unread } from "../../src/fields/field.ts";
import { parsePounds } from "../../src/money/parse-pounds.ts";
import type { Pence } from "../../src/money/pence.ts";
import { isFinancialYear, isIsoDate, yearStarting, type FinancialYear, type IsoDate } from "../../src/shared/dates.ts";

/** What a box of text was read as: a value, the text as it is where it cannot be read, or nothing. */
export type Typed<T> = T | Unread | null;

const grouped = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;
const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Reads what was typed, and keeps it as it is where `read` makes nothing of it. */
export function readWith<T>(typed: string, read: (text: string) => T | undefined): Typed<T> {
  const text = typed.trim();
  return text === "" ? null : (read(text) ?? { unread: typed });
}

export function readMoney(typed: string): Typed<Pence> {
  return readWith(typed, (text) => {
    const parsed = parsePounds(text);
    return parsed.ok ? parsed.value : undefined;
  });
}

export function readNumber(typed: string): Typed<number> {
  return readWith(typed, (text) => {
    const plain = text.replaceAll(/[\s\u00a0]/g, "").replaceAll("\u2212", "-");
    return grouped.test(plain) && /\d/.test(plain) ? Number(plain.replaceAll(",", "")) : undefined;
  });
}

export function readPercentage(typed: string): Typed<number> {
  const read = readNumber(typed.replace(/\s*%\s*$/, ""));
  return isUnread(read) ? { unread: typed } : read;
}

/** `2013-14`, `2013/14`, `2013-2014` and `2013 to 2014` are all the same year. */
export function readFinancialYear(typed: string): Typed<FinancialYear> {
  return readWith(typed, (text) => {
    const parts = /^(\d{4})\s*(?:-|\/|–|to)\s*(\d{2}|\d{4})$/.exec(text);
    if (!parts) return undefined;
    const written = `${parts[1]}-${(parts[2] ?? "").slice(-2)}`;
    return isFinancialYear(written) && yearStarting(Number(parts[1])) === written ? written : undefined;
  });
}

/** Days first, as they are written in the United Kingdom: `1/10/2013`, `1 October 2013`, `2013-10-01`. */
export function readDate(typed: string): Typed<IsoDate> {
  return readWith(typed, (text) => {
    if (isIsoDate(text)) return text;
    const parts = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]+)[\s/.-]+(\d{4})$/i.exec(text);
    if (!parts) return undefined;
    const [, day = "", month = "", year = ""] = parts;
    const iso = isoDate({ day, month, year });
    return isIsoDate(iso) ? iso : undefined;
  });
}

/** The day as ISO text, whether or not it exists. */
export function isoDate({ day, month, year }: { day: string; month: string; year: string }): string {
  const named = monthNames.indexOf(month.trim().slice(0, 3).toLowerCase());
  const number = named === -1 ? month.trim() : String(named + 1);
  return `${year.trim()}-${number.padStart(2, "0")}-${day.trim().padStart(2, "0")}`;
}
