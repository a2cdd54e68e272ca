import * as z from "zod";
import { isIsoDate } from "../shared/dates.ts";
import { isMoment } from "../shared/moments.ts";

/** What a figure of a scheme is counted in. A moment is UK local time. */
export const figureUnit = z.enum(["pounds", "percent", "number", "date", "moment"]);
type FigureUnit = z.infer<typeof figureUnit>;

/** What is wrong with the value of a figure of this unit, for the author of the scheme; undefined where nothing is. */
export function unitFault(unit: FigureUnit, value: number | string): string | undefined {
  if (unit === "date")
    return isDay(value) ? undefined : `“${value}” is not a day that exists: write it like 2014-02-10`;
  if (unit === "moment") {
    if (isMomentText(value)) return undefined;
    return `“${value}” is not a day with a time of day: write it like “2014-02-10T17:00”`;
  }
  return typeof value === "number" ? undefined : `“${value}” is text; the unit ${unit} needs a number without quotes`;
}

function isDay(value: number | string): boolean {
  return typeof value === "string" && isIsoDate(value);
}

function isMomentText(value: number | string): boolean {
  return typeof value === "string" && isMoment(value);
}
