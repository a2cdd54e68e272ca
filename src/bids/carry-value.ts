import { fits, isEmpty, rowName, textOf, titleOf } from "../fields/answer.ts";
import { isUnread } from "../fields/field.ts";
import { choiceLabel } from "../fields/kinds/choice.ts";
import { row, type Row } from "../fields/kinds/table.ts";
import { plainText, richTextShape, type RichText } from "../fields/rich-text.ts";
import type { Column, Field, FieldOf } from "../fields/registry.ts";

/** A part of an answer that did not come over: a choice, or a cell of a line. */
export interface LeftPart {
  /** Which part it is: “Network: How firm it is”. */
  label: string;
  text: string;
  reason: string;
}

/** An answer as another question can hold it. It is equal to the first one where `changes` and `left` are empty. */
export interface HeldValue {
  value: unknown;
  /** What was made of it without loss, in a sentence each. */
  changes: string[];
  left: LeftPart[];
}

export type ValueCarried = { held: HeldValue } | { reason: string };

/**
 * An answer of one question as another one can hold it, or why it cannot.
 *
 * @param from the question it was given to; undefined where only its id is known any more
 */
export function carryValue(from: Field | undefined, to: Field, value: unknown): ValueCarried {
  if (to.kind === "table") return carryTable(from, to, value);
  return fits(from ?? to, value) ? carrySound(from, to, value) : otherKindWanted(to);
}

function otherKindWanted(to: Field): ValueCarried {
  const wanted = titleOf(to.kind);
  return { reason: `${wanted.charAt(0).toUpperCase()}${wanted.slice(1)} is wanted there.` };
}

/** The same for a value that is known to be one of its own kind. */
function carrySound(from: Field | undefined, to: Field, value: unknown): ValueCarried {
  if (from !== undefined && from.kind !== to.kind) return convert(from, to, value);
  return to.kind === "choice" || to.kind === "choices" ? onlyOffered(from, to, value) : unchanged(value);
}

/** The two ways in which an answer of one kind becomes one of another and nothing is lost. */
function convert(from: Field, to: Field, value: unknown): ValueCarried {
  if (from.kind === "short-text" && to.kind === "rich-text") return asLongAnswer(value);
  if (from.kind === "choice" && to.kind === "choices") return asChoices(from, to, value);
  return otherKindWanted(to);
}

const unchanged = (value: unknown): ValueCarried => ({ held: { value, changes: [], left: [] } });

/** Each line of a short text becomes a paragraph, so that it reads the same. */
function asLongAnswer(value: unknown): ValueCarried {
  const blocks = String(value)
    .split("\n")
    .map((text) => ({ type: "paragraph" as const, spans: text === "" ? [] : [{ text }] }));
  return { held: { value: { blocks } satisfies RichText, changes: ["The text is now a long answer."], left: [] } };
}

type ChoiceField = FieldOf<"choice"> | FieldOf<"choices">;

function asChoices(from: FieldOf<"choice">, to: FieldOf<"choices">, value: unknown): ValueCarried {
  const carried = onlyOffered(from, to, [value]);
  if ("reason" in carried) return carried;
  return { held: { ...carried.held, changes: ["The choice is now the first of a list of choices."] } };
}

/** Choices that are not offered there stay behind; an answer of which none is offered stays behind whole. */
function onlyOffered(from: Field | undefined, to: ChoiceField, value: unknown): ValueCarried {
  const chosen = (Array.isArray(value) ? value : [value]) as string[];
  const isOffered = (id: string) => to.choices.some((one) => one.id === id);
  const lost = chosen.filter((id) => !isOffered(id));
  if (lost.length === 0) return unchanged(value);
  const nameOf = (id: string) => choiceLabel(from && "choices" in from ? from.choices : [], id);
  if (lost.length === chosen.length) {
    const named = lost.map((id) => `“${nameOf(id)}”`).join(", ");
    return { reason: `${named} ${lost.length === 1 ? "is" : "are"} not among the choices there.` };
  }
  const left = lost.map((id) => ({
    label: nameOf(id),
    text: nameOf(id),
    reason: "It is not among the choices there.",
  }));
  return { held: { value: chosen.filter(isOffered), changes: [], left } };
}

/** Column by column, each line with its id and place. Lines are made anew: what is remembered of a line is of one scheme. */
function carryTable(from: Field | undefined, to: FieldOf<"table">, value: unknown): ValueCarried {
  if ((from !== undefined && from.kind !== "table") || !Array.isArray(value)) {
    return { reason: "A table is wanted there." };
  }
  if (!value.every(isLine)) return { reason: "Its lines cannot be read." };
  const lines = value.map((line, position) => carryRow(from, to, { row: line, position }));
  const rows = lines.map((line) => line.row);
  const left = lines.flatMap((line) => line.left);
  if (left.length > 0 && rows.every((row) => Object.keys(row.cells).length === 0)) {
    return { reason: "None of its columns is asked for there." };
  }
  return { held: { value: rows, changes: changesIn(lines), left } };
}

interface CarriedRow {
  row: Row;
  left: LeftPart[];
  changed: string[];
}

function changesIn(rows: readonly CarriedRow[]): string[] {
  const columns = [...new Set(rows.flatMap((one) => one.changed))];
  return columns.map((label) => `The column “${label}” is of another kind there.`);
}

const soundLines = new WeakSet<object>();

/** A line is looked at once, however many schemes it is taken to. */
function isLine(value: unknown): value is Row {
  if (typeof value !== "object" || value === null) return false;
  if (soundLines.has(value)) return true;
  if (!row.safeParse(value).success) return false;
  soundLines.add(value);
  return true;
}

const soundColumns = new WeakMap<Row, { table: FieldOf<"table">; columns: ReadonlySet<string> }>();

/** The columns in which a line holds something of the column's own kind, looked at once as well. */
function soundIn(table: FieldOf<"table">, line: Row): ReadonlySet<string> {
  const held = soundColumns.get(line);
  if (held?.table === table) return held.columns;
  const sound = table.columns.filter((column) => fits(column, line.cells[column.id]));
  const columns = new Set(sound.map((column) => column.id));
  soundColumns.set(line, { table, columns });
  return columns;
}

const noColumns: ReadonlySet<string> = new Set();

function carryRow(
  from: FieldOf<"table"> | undefined,
  to: FieldOf<"table">,
  { row: line, position }: { row: Row; position: number },
): CarriedRow {
  const carried: CarriedRow = { row: { ...line, cells: {} }, left: [], changed: [] };
  const sound = from ? soundIn(from, line) : noColumns;
  for (const id of Object.keys(line.cells)) {
    const cell = { id, value: line.cells[id], own: columnOf(from, id), wanted: columnOf(to, id) };
    if (cell.own ? isEmpty(cell.own, cell.value) : (cell.value ?? null) === null) continue;
    const isSound = sound.has(id);
    if (isSound && isHeldAsItIs(cell)) carried.row.cells[id] = cell.value;
    else carryCell(carried, cell, { isSound, line: rowName(from ?? to, line, position) });
  }
  return carried;
}

/** Nearly every cell: it is of the same kind there, and what was chosen is offered. */
function isHeldAsItIs({ own, wanted, value }: Cell): boolean {
  if (wanted === undefined || own?.kind !== wanted.kind || wanted.kind === "choices") return false;
  return wanted.kind !== "choice" || wanted.choices.some((one) => one.id === value);
}

interface Cell {
  id: string;
  value: unknown;
  own: Column | undefined;
  wanted: Column | undefined;
}

function carryCell({ row: { cells }, left, changed }: CarriedRow, cell: Cell, at: { isSound: boolean; line: string }) {
  const { id, value, own, wanted } = cell;
  const label = `${at.line}: ${own?.label ?? id}`;
  const carry = at.isSound ? carrySound : carryValue;
  const result = wanted ? carry(own, wanted, value) : { reason: "No such column is asked for there." };
  if ("reason" in result) {
    left.push({ label, text: valueText(own, value), reason: result.reason });
    return;
  }
  cells[id] = result.held.value;
  left.push(...result.held.left.map((one) => ({ ...one, label: `${label}: ${one.label}` })));
  if (result.held.changes.length > 0) changed.push(wanted?.label ?? id);
}

function columnOf(table: FieldOf<"table"> | undefined, id: string): Column | undefined {
  return table?.columns.find((column) => column.id === id);
}

/** An answer as text, also where the question it was given to is not known any more. */
export function valueText(field: Field | undefined, value: unknown): string {
  if (field?.kind === "table" && Array.isArray(value)) return linesText(field, value as Row[]);
  if (field && fits(field, value)) return textOf(field, value);
  if (typeof value === "string") return value;
  if (isUnread(value)) return value.unread;
  const long = richTextShape.safeParse(value);
  return long.success ? plainText(long.data) : JSON.stringify(value);
}

function linesText(table: FieldOf<"table">, rows: readonly Row[]): string {
  return rows.map((row, position) => rowName(table, row, position)).join("; ");
}
