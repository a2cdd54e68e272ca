import * as z from "zod";
import { fieldId } from "../fields/field.ts";

/** A value that a rule can work out from a bid. Literals are pounds where money is compared. */
export type Value =
  | number
  | string
  | boolean
  | { field: string; part?: string }
  | { column: string; part?: string }
  | { figure: string }
  | { measure: string }
  | { count: Selection }
  | { sum: Selection & { of: string } }
  | { share: { of: Value; in: Value } }
  | { percent: { rate: Value; of: Value } }
  | { plus: Value[] }
  | { minus: [Value, Value] }
  | { words: string }
  | { "look-up": { table: string; by: Value; take: string } };

/** Lines of a table, all or those that pass a test on their columns. */
export interface Selection {
  in: string;
  where?: Condition;
}

/** The comparisons, in the words a rule book uses. They work on amounts, dates and moments. */
export const comparisons = ["at-least", "at-most", "more-than", "less-than", "equals", "not-equals"] as const;
export type Comparison = (typeof comparisons)[number];

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { answered: string }
  | { field: string; part?: string; is: string | boolean }
  | { field: string; part?: string; "one-of": string[] }
  | { column: string; part?: string; is: string | boolean }
  | { column: string; part?: string; "one-of": string[] }
  | ({ value: Value } & { [K in Comparison]?: Value })
  | { between: { value: Value; low: Value; high: Value } }
  | { listed: { value: Value; table: string } }
  | { every: Selection & { test: Condition } }
  | { some: Selection & { test: Condition } };

const part = { part: z.string().exactOptional() };
const selection = { in: fieldId, where: z.lazy(() => condition).exactOptional() };

const value: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.number(),
    z.string(),
    z.boolean(),
    z.strictObject({ field: fieldId, ...part }),
    z.strictObject({ column: fieldId, ...part }),
    z.strictObject({ figure: fieldId }),
    z.strictObject({ measure: fieldId }),
    z.strictObject({ count: z.strictObject(selection) }),
    z.strictObject({ sum: z.strictObject({ of: fieldId, ...selection }) }),
    z.strictObject({ share: z.strictObject({ of: value, in: value }) }),
    z.strictObject({ percent: z.strictObject({ rate: value, of: value }) }),
    z.strictObject({ plus: z.array(value).min(2) }),
    z.strictObject({ minus: z.tuple([value, value]) }),
    z.strictObject({ words: fieldId }),
    z.strictObject({ "look-up": z.strictObject({ table: fieldId, by: value, take: fieldId }) }),
  ]),
);

const equal = z.union([z.string(), z.boolean()]);
const compare = comparisons.map((name) => z.strictObject({ value, [name]: value }));

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ answered: fieldId }),
    z.strictObject({ field: fieldId, ...part, is: equal }),
    z.strictObject({ field: fieldId, ...part, "one-of": z.array(z.string()).min(1) }),
    z.strictObject({ column: fieldId, ...part, is: equal }),
    z.strictObject({ column: fieldId, ...part, "one-of": z.array(z.string()).min(1) }),
    ...compare,
    z.strictObject({ between: z.strictObject({ value, low: value, high: value }) }),
    z.strictObject({ listed: z.strictObject({ value, table: fieldId }) }),
    z.strictObject({ every: z.strictObject({ ...selection, test: z.lazy(() => condition) }) }),
    z.strictObject({ some: z.strictObject({ ...selection, test: z.lazy(() => condition) }) }),
  ]),
) as z.ZodType<Condition>;

/** Every reference in a condition or value, so that a scheme can be checked before it is used. */
export interface Reference {
  to: "field" | "column" | "figure" | "measure" | "table" | "lookup";
  id: string;
  /** Where it stands below the condition. */
  path: (string | number)[];
}

const referenceKeys: Record<string, Reference["to"]> = {
  field: "field",
  answered: "field",
  words: "field",
  column: "column",
  of: "column",
  figure: "figure",
  measure: "measure",
  in: "table",
  table: "lookup",
  take: "column",
};

export function referencesOf(node: unknown, path: (string | number)[] = []): Reference[] {
  if (Array.isArray(node)) return node.flatMap((child, index) => referencesOf(child, [...path, index]));
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => {
    const to = referenceKeys[key];
    const below = [...path, key];
    return to && typeof child === "string" ? [{ to, id: child, path: below }] : referencesOf(child, below);
  });
}
