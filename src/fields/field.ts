import * as z from "zod";

/** Ids that scheme authors write: lower case words joined by hyphens. */
export const fieldId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "use lower case words joined by hyphens");

/** What every question and every table column has, whatever its kind. */
export const fieldBase = z.strictObject({
  id: fieldId,
  label: z.string().min(1),
  /** One line under the label. */
  hint: z.string().optional(),
  /** A shorter label for column headings and lists. */
  short: z.string().optional(),
  required: z.boolean().default(false),
});

export type FieldBase = z.infer<typeof fieldBase>;

/**
 * Something typed where a number, an amount or a date belongs, which could not be read as one.
 * It is kept as it was typed, shown as a finding, and counts as "cannot tell" in every rule.
 */
export const unread = z.strictObject({ unread: z.string() });
export type Unread = z.infer<typeof unread>;

export function isUnread(value: unknown): value is Unread {
  return typeof value === "object" && value !== null && "unread" in value;
}

/** What rules compare. Money is in whole pence. */
export type Comparable =
  | { unit: "pence" | "percent" | "number"; amount: number }
  | { unit: "date" | "moment"; text: string }
  /** `shown` is how people know what is compared by its id. */
  | { unit: "text"; text: string; shown?: string }
  | { unit: "boolean"; yes: boolean }
  | { unit: "list"; items: string[]; shown?: string[] };

/** What a workbook cell holds. Money is in pounds there. */
export interface Cell {
  value: string | number | boolean;
  format?: "money" | "percent" | "number" | "date" | "moment" | "text";
}
