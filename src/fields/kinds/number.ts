import * as z from "zod";
import { defineKind } from "../kind.ts";

const plain = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 });

/** The lowest and highest value a number, percentage or amount may take; null options mean no limit. */
export function outsideLimits(
  value: number,
  limits: { min?: number | undefined; max?: number | undefined },
  show: (value: number) => string,
) {
  if (limits.min !== undefined && value < limits.min) return `Must be ${show(limits.min)} or more.`;
  if (limits.max !== undefined && value > limits.max) return `Must be ${show(limits.max)} or less.`;
  return undefined;
}

export const number = defineKind({
  name: "number",
  title: "number",
  options: z.strictObject({
    min: z.number().optional(),
    max: z.number().optional(),
    whole: z.boolean().default(true),
    unit: z.string().optional(),
  }),
  shape: z.number(),
  problem: (value, field) =>
    field.whole && !Number.isInteger(value)
      ? "Must be a whole number."
      : outsideLimits(value, field, (limit) => plain.format(limit)),
  text: (value, field) => (field.unit ? `${plain.format(value)} ${field.unit}` : plain.format(value)),
  cell: (value) => ({ value, format: "number" }),
  comparable: (value) => ({ unit: "number", amount: value }),
  empty: () => false,
});
