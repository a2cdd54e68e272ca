import * as z from "zod";
import { isMoment, longMoment } from "../../shared/moments.ts";
import { defineKind } from "../kind.ts";

const howToEnter = "Enter a day, a month and a year that exist, and a time like 5pm, 9.30am, midday or 17:00.";

const limit = z.string().refine(isMoment, "is not a day with a time of day: write it like 2014-02-10T17:00");

/**
 * A day with a time of day, because deadlines are to the hour. Held as `2014-02-10T17:00`: UK wall-clock time without a
 * zone, to the minute.
 */
export const moment = defineKind({
  name: "moment",
  title: "day with a time of day",
  options: z.strictObject({ "not-before": limit.optional(), "not-after": limit.optional() }),
  shape: z.string().refine(isMoment),
  howToEnter,
  problem: (value, field) => {
    if (!isMoment(value)) return `“${value}” is not a day with a time of day. ${howToEnter}`;
    const { "not-before": first, "not-after": last } = field;
    if (first && value < first) return `Must be ${longMoment(first)} or later.`;
    if (last && value > last) return `Must be ${longMoment(last)} or earlier.`;
    return undefined;
  },
  text: longMoment,
  cell: (value) => ({ value, format: isMoment(value) ? "moment" : "text" }),
  comparable: (value) => (isMoment(value) ? { unit: "moment", text: value } : undefined),
  read: (written) => {
    const text = typeof written === "string" ? written.trim().replace(/^(\S+) (\S+)$/, "$1T$2") : "";
    return isMoment(text) ? text : undefined;
  },
});
