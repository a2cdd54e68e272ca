import * as z from "zod";
import { fieldId } from "../field.ts";
import { defineKind } from "../kind.ts";

/** One line of a table. Its id never changes, so that two people's copies can be told apart line by line. */
export const row = z.strictObject({
  id: z.string().min(1),
  /** Where the line stands among the others: keys sort as text. Lines of a file written by hand get theirs when first moved or joined. */
  order: z.string().exactOptional(),
  cells: z.record(z.string(), z.unknown()),
});
export type Row = z.infer<typeof row>;

/** Whether data read from JSON is a line, as the schema has it and in a tenth of the time: a bid has hundreds. */
export function isRow(value: unknown): value is Row {
  if (!isObject(value)) return false;
  const { id, order, cells, ...others } = value;
  if (typeof id !== "string" || id === "" || Object.keys(others).length > 0) return false;
  return (typeof order === "string" || !("order" in value)) && isObject(cells);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `columns` is added by the registry, which knows every other kind. */
const tableOptions = z.strictObject({
  /** What one line is called: "partner", "cost". */
  item: z.string().min(1),
  /** `grid` for many short lines with amounts, `cards` for a few long ones. */
  layout: z.enum(["grid", "cards"]).default("cards"),
  /** The column whose text names a line in lists and messages. */
  "named-by": fieldId,
  "min-rows": z.int().nonnegative().optional(),
  "max-rows": z.int().positive().optional(),
});

export const table = defineKind({
  name: "table",
  title: "table",
  options: tableOptions,
  shape: z.array(row),
  problem: (value, field) => {
    const { "min-rows": least, "max-rows": most, item } = field;
    if (least !== undefined && value.length < least) return `Add at least ${least} (${item}).`;
    if (most !== undefined && value.length > most) return `At most ${most} (${item}); there are ${value.length}.`;
    return undefined;
  },
  text: (value, field) => `${value.length} (${field.item})`,
  comparable: (value) => ({ unit: "number", amount: value.length }),
  empty: (value) => value.length === 0,
  read: () => undefined,
});
