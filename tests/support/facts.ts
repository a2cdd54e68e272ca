import type { Comparable } from "../../src/fields/field.ts";
import { known, unknown, type Fact, type Facts } from "../../src/rules/facts.ts";

export interface FactSheet {
  fields?: Record<string, Comparable>;
  tables?: Record<string, Record<string, Comparable>[]>;
  figures?: Record<string, Comparable>;
}

export const pounds = (amount: number): Comparable => ({ unit: "pence", amount: amount * 100 });
export const text = (value: string): Comparable => ({ unit: "text", text: value });
export const yes: Comparable = { unit: "boolean", yes: true };
export const day = (value: string): Comparable => ({ unit: "date", text: value });
export const moment = (value: string): Comparable => ({ unit: "moment", text: value });

function fact(value: Comparable | undefined, label: string): Fact {
  return value ? known(value, label) : unknown({ question: label, label });
}

/** Facts from a plain list, for rules that need no scheme. */
export function factSheet({ fields = {}, tables = {}, figures = {} }: FactSheet): Facts {
  return {
    field: (id) => fact(fields[id], id),
    labelOf: (id) => id,
    words: (id) => fact(undefined, id),
    rows: (id) => {
      const rows = tables[id];
      if (!rows || rows.length === 0) return unknown({ question: id, label: id });
      return { known: true, label: id, rows: rows.map((row) => ({ column: (column) => fact(row[column], column) })) };
    },
    figure: (id) => fact(figures[id], id),
    measure: (id) => fact(undefined, id),
    lookUp: () => unknown({ label: "nothing" }),
    listed: (_, key) => known({ unit: "boolean", yes: "text" in key && key.text === "listed" }, "the list"),
  };
}
