import { formatPence, poundsToPence } from "../money/pence.ts";
import { longDate } from "../shared/dates.ts";
import { longMoment } from "../shared/moments.ts";
import type { Figure, LookupTable } from "./scheme-schema.ts";
import { inWords } from "./setting-words.ts";

type Unit = Figure["unit"] | LookupTable["columns"][string];

/** A figure’s values with the days they hold from: “£315,000 from 4 January 2023”. */
export function valuesInWords({ unit, values }: Pick<Figure, "unit" | "values">): string {
  const words = values.map(({ from, until, value }) => {
    const since = `${amountInWords(value, unit)} from ${longDate(from)}`;
    return until === undefined ? since : `${since} to ${longDate(until)}`;
  });
  return words.join("; ");
}

/** One value of a figure or of a table of them. */
export function amountInWords(value: number | string, unit: Unit): string {
  if (typeof value === "string")
    return unit === "moment" ? longMoment(value) : unit === "date" ? longDate(value) : value;
  if (unit === "pounds") return formatPence(poundsToPence(value));
  return unit === "percent" ? `${inWords(value)}%` : inWords(value);
}
