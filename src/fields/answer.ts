import type * as z from "zod";
import { isUnread, unread, type Cell, type Comparable } from "./field.ts";
import type { Row } from "./kinds/table.ts";
import { kindOf, type Field, type FieldOf, type KindName } from "./registry.ts";

/** Kinds where an officer may type something that cannot be read; it is kept, never dropped. */
const typedKinds: ReadonlySet<KindName> = new Set([
  "number",
  "money",
  "percentage",
  "date",
  "moment",
  "financial-year",
]);

/** Whether anything has been given. A table with no lines is empty. */
export function isEmpty(field: Field, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (isUnread(value)) return value.unread.trim() === "";
  return kindOf(field.kind).empty(value);
}

/** Whether a value may be stored for the field at all. What may be stored can still have a problem. */
export function fits(field: Field, value: unknown): boolean {
  if (isUnread(value)) return typedKinds.has(field.kind) && unread.safeParse(value).success;
  if (field.kind !== "table") return kindOf(field.kind).shape.safeParse(value).success;
  const parsed = (kindOf("table").shape as z.ZodType<Row[]>).safeParse(value);
  return parsed.success && parsed.data.every((row) => rowFits(field, row));
}

function rowFits(field: FieldOf<"table">, row: Row): boolean {
  return Object.entries(row.cells).every(([id, value]) => {
    const column = field.columns.find((candidate) => candidate.id === id);
    return column !== undefined && fits(column, value);
  });
}

/** What is wrong with a value in itself, for the officer. Empty values have nothing wrong with them. */
export function problemOf(field: Field, value: unknown): string | undefined {
  if (isEmpty(field, value)) return undefined;
  if (isUnread(value)) return unreadProblem(field.kind, value.unread);
  return kindOf(field.kind).problem(value, field);
}

function unreadProblem(kind: KindName, typed: string): string {
  const problem = `“${typed}” could not be read as ${titleOf(kind)}.`;
  const { howToEnter } = kindOf(kind);
  return howToEnter === undefined ? problem : `${problem} ${howToEnter}`;
}

/** What a kind is called in a sentence: "an amount of money", "a date". */
export function titleOf(kind: KindName): string {
  const { title } = kindOf(kind);
  return /^[aeiou]/.test(title) ? `an ${title}` : `a ${title}`;
}

/** The value as one piece of text; empty text where nothing was given. */
export function textOf(field: Field, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (isUnread(value)) return value.unread;
  return kindOf(field.kind).text(value, field);
}

/** The value as a workbook cell; undefined where nothing was given. */
export function cellOf(field: Field, value: unknown): Cell | undefined {
  if (isEmpty(field, value)) return undefined;
  if (isUnread(value)) return { value: value.unread, format: "text" };
  return kindOf(field.kind).cell(value, field);
}

/** The value as rules compare it; undefined when it is empty, unread, invalid or nothing comparable. */
export function comparableOf(field: Field, value: unknown): Comparable | undefined {
  if (isEmpty(field, value) || isUnread(value)) return undefined;
  return kindOf(field.kind).comparable(value, field);
}

/** The text that names a line of a table in lists and messages. */
export function rowName(field: FieldOf<"table">, row: Row, position: number): string {
  const column = field.columns.find((candidate) => candidate.id === field["named-by"]);
  const name = column ? textOf(column, row.cells[column.id]).trim() : "";
  return name === "" ? `${field.item} ${position + 1}` : name;
}
