import type { Comparable } from "../fields/field.ts";
import { poundsToPence } from "../money/pence.ts";
import { known, unknown, type Fact } from "../rules/facts.ts";
import type { Figure, LookupTable, Scheme } from "./scheme-schema.ts";

type Unit = Figure["unit"] | LookupTable["columns"][string];

function comparable(unit: Unit, value: number | string): Comparable {
  if (typeof value === "string") return { unit: unit === "date" || unit === "moment" ? unit : "text", text: value };
  if (unit === "pounds") return { unit: "pence", amount: poundsToPence(value) };
  return { unit: unit === "percent" ? "percent" : "number", amount: value };
}

/** A figure as it stood on the day the scheme is judged. Before its first day it is not known. */
export function figureFact(scheme: Scheme, id: string): Fact {
  const figure = scheme.figures[id];
  if (!figure) return unknown({ label: `a figure called ${id}` });
  const started = figure.values.filter((one) => one.from <= scheme["judged-on"]);
  const held = started.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!held || (held.until !== undefined && held.until < scheme["judged-on"]))
    return unknown({ label: `${figure.label}: no value is held for ${scheme["judged-on"]}` });
  return known(comparable(figure.unit, held.value), figure.label);
}

function textOf(key: Comparable): string {
  return "text" in key ? key.text : "";
}

export function lookUpFact(scheme: Scheme, id: string, { key, take }: { key: Comparable; take: string }): Fact {
  const table = scheme.tables[id];
  if (!table) return unknown({ label: `a table called ${id}` });
  const row = table.rows.find((one) => one.key === textOf(key));
  const value = row?.values[take];
  const unit = table.columns[take];
  if (!row || value === undefined || !unit)
    return unknown({ label: `${table.label}: not held for ${row?.name ?? textOf(key)}` });
  return known(comparable(unit, value), `${table.label}, ${row.name}`);
}

export function listedFact(scheme: Scheme, id: string, key: Comparable): Fact {
  const table = scheme.tables[id];
  if (!table) return unknown({ label: `a table called ${id}` });
  return known({ unit: "boolean", yes: table.rows.some((row) => row.key === textOf(key)) }, table.label);
}
