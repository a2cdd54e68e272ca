import * as z from "zod";
import { isIsoDate, longDate } from "../../shared/dates.ts";
import { defineKind } from "../kind.ts";

export const date = defineKind({
  name: "date",
  title: "date",
  options: z.strictObject({ "not-before": z.iso.date().optional(), "not-after": z.iso.date().optional() }),
  shape: z.string(),
  problem: (value, field) => {
    if (!isIsoDate(value)) return `“${value}” is not a date. Enter a day, a month and a year that exist.`;
    const { "not-before": first, "not-after": last } = field;
    if (first && value < first) return `Must be ${longDate(first)} or later.`;
    if (last && value > last) return `Must be ${longDate(last)} or earlier.`;
    return undefined;
  },
  text: longDate,
  cell: (value) => ({ value, format: isIsoDate(value) ? "date" : "text" }),
  comparable: (value) => (isIsoDate(value) ? { unit: "date", text: value } : undefined),
});
