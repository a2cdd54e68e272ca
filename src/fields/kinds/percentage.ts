import * as z from "zod";
import { defineKind } from "../kind.ts";
import { outsideLimits } from "./number.ts";

const shown = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });

/** Held as the number before the per cent sign: 12.5 is 12.5%. */
export const percentage = defineKind({
  name: "percentage",
  title: "percentage",
  options: z.strictObject({ min: z.number().optional(), max: z.number().optional() }),
  shape: z.number(),
  problem: (value, field) => outsideLimits(value, field, (limit) => `${shown.format(limit)}%`),
  text: (value) => `${shown.format(value)}%`,
  cell: (value) => ({ value: value / 100, format: "percent" }),
  comparable: (value) => ({ unit: "percent", amount: value }),
  empty: () => false,
});
