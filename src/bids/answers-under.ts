import { fits } from "../fields/answer.ts";
import { isRow, type Row } from "../fields/kinds/table.ts";
import type { Field, FieldOf } from "../fields/registry.ts";
import { questionsOf, type Scheme } from "../schemes/scheme-schema.ts";
import type { Bid } from "./bid-schema.ts";

/**
 * A bid's answers as its scheme can read them. An answer given under a version that asked for another kind of thing is
 * shown as text that could not be read: it is kept in the bid, it is a finding, and it never meets a rule.
 * Answers that fit are the same objects as before.
 */
export function answersUnder(scheme: Scheme, answers: Bid["answers"]): Bid["answers"] {
  const misfits = questionsOf(scheme).flatMap((question): [string, unknown][] => {
    const value = answers[question.id];
    const readable = value === undefined ? value : readableAnswer(question, value);
    return readable === value ? [] : [[question.id, readable]];
  });
  return misfits.length === 0 ? answers : { ...answers, ...Object.fromEntries(misfits) };
}

const seen = new WeakMap<object, { field: Field; readable: unknown }>();

/** The stored value where it fits its question; what can be read of it where it does not. */
export function readableAnswer(field: Field, value: unknown): unknown {
  if (value === undefined) return value;
  if (typeof value !== "object" || value === null) return readableValue(field, value);
  const held = seen.get(value);
  if (held?.field === field) return held.readable;
  const readable = field.kind === "table" ? readableRows(field, value) : readableValue(field, value);
  seen.set(value, { field, readable });
  return readable;
}

function readableValue(field: Field, value: unknown): unknown {
  return value === null || fits(field, value) ? value : { unread: unreadWords(value) };
}

function readableRows(table: FieldOf<"table">, value: object): unknown {
  if (!Array.isArray(value)) return { unread: unreadWords(value) };
  const rows = (value as Row[]).map((row) => readableRow(table, row));
  if (rows.includes(undefined)) return { unread: unreadWords(value) };
  return rows.every((row, index) => row === value[index]) ? value : rows;
}

const seenRows = new WeakMap<Row, { table: FieldOf<"table">; readable: Row }>();

/** Cells of columns that are gone stay as they are: nothing asks for them. Undefined where it is no line at all. */
function readableRow(table: FieldOf<"table">, row: Row): Row | undefined {
  const held = seenRows.get(row);
  if (held?.table === table) return held.readable;
  if (!isRow(row)) return undefined;
  const misfits = table.columns.flatMap((column): [string, unknown][] => {
    const cell = row.cells[column.id];
    const readable = cell === undefined ? cell : readableValue(column, cell);
    return readable === cell ? [] : [[column.id, readable]];
  });
  const readable = misfits.length === 0 ? row : { ...row, cells: { ...row.cells, ...Object.fromEntries(misfits) } };
  seenRows.set(row, { table, readable });
  return readable;
}

const longest = 200;

function unreadWords(value: unknown): string {
  const text = typeof value === "string" ? value : textsIn(value).join(" ");
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The words in a stored answer of any kind, without the names of its parts. */
function textsIn(value: unknown): string[] {
  if (typeof value === "boolean") return [value ? "Yes" : "No"];
  if (typeof value !== "object" || value === null) return value === null ? [] : [String(value)];
  return Object.entries(value).flatMap(([key, part]) => (hidden.has(key) ? [] : textsIn(part)));
}

const hidden: ReadonlySet<string> = new Set(["id", "order", "type", "sha256", "bold", "italic", "ordered"]);
