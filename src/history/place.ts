import type { Bid } from "../bids/bid-schema.ts";
import { rowsOf, type Edit } from "../bids/edit.ts";
import type { Row } from "../fields/kinds/table.ts";
import type { Clash } from "./merge-value.ts";
import { same } from "./same.ts";

/** What a clash is about: the bid's title, strand or marking, an answer, a cell, a whole line, or where a line stands. */
export type ClashPlace = Pick<Clash, "kind" | "question" | "row" | "column">;

/** One name for each place, whoever clashed there. */
export function placeKey({ kind, question, row, column }: ClashPlace): string {
  return JSON.stringify([question, row, column, kind === "order"]);
}

/** What a bid holds there; `null` where there is nothing. */
export function valueIn(bid: Bid, { kind, question, row, column }: ClashPlace): unknown {
  if (question.startsWith(":")) return headValue(bid, question);
  if (row === undefined) return bid.answers[question] ?? null;
  const line = rowsOf(bid, question).find((one) => one.id === row);
  if (column !== undefined) return line?.cells[column] ?? null;
  return (kind === "order" ? line?.order : line) ?? null;
}

function headValue(bid: Bid, question: string): string {
  if (question === ":title") return bid.title;
  return question === ":strand" ? bid.strand : bid.marking;
}

/** The edits that make a bid hold a value there; none where it does already. */
export function editsTo(bid: Bid, place: ClashPlace, value: unknown): Edit[] {
  const now = valueIn(bid, place);
  if (same(now, value)) return [];
  const { kind, question, row, column } = place;
  if (question.startsWith(":")) return [headEdit(question, String(value))];
  if (row === undefined) return [{ do: "answer", question, value }];
  if (kind === "deleted") return lineEdits({ question, row }, now as Row | null, value as Row | null);
  if (!rowsOf(bid, question).some((one) => one.id === row)) return [];
  if (column !== undefined) return [{ do: "cell", question, row, column, value }];
  return typeof value === "string" ? [{ do: "order-row", question, row, order: value }] : [];
}

function headEdit(question: string, value: string): Edit {
  if (question === ":title") return { do: "retitle", title: value };
  if (question === ":strand") return { do: "choose-strand", strand: value };
  return { do: "mark", marking: value as Bid["marking"] };
}

/** The edits that make a line what it should be, wherever it stands. */
export function lineEdits(at: { question: string; row: string }, now: Row | null, wanted: Row | null): Edit[] {
  if (!wanted) return now ? [{ do: "remove-row", ...at }] : [];
  if (!now) return [{ do: "add-row", question: at.question, row: wanted }];
  const columns = new Set([...Object.keys(now.cells), ...Object.keys(wanted.cells)]);
  return [...columns]
    .filter((column) => !same(now.cells[column], wanted.cells[column]))
    .map((column) => ({ do: "cell", ...at, column, value: wanted.cells[column] ?? null }));
}

/** Whether an edit, or a change of the log, is of what stands there, or of a part of it. */
export function isAt(
  one: { do: string; question?: string; row?: unknown; column?: string },
  place: ClashPlace,
): boolean {
  if (one.question === undefined) return headDoings[place.question] === one.do;
  if (one.question !== place.question) return false;
  if (place.row === undefined || one.row === undefined) return true;
  const row = typeof one.row === "string" ? one.row : (one.row as Row).id;
  return row === place.row && isPart(one, place);
}

/** Of one line: a cell is touched by its own edits, its place by moves, the line by all but moves; coming and going touch all. */
function isPart(one: { do: string; column?: string }, { kind, column }: ClashPlace): boolean {
  if (one.do === "add-row" || one.do === "remove-row") return true;
  if (one.do === "order-row") return kind === "order";
  return kind !== "order" && (column === undefined || column === one.column);
}

const headDoings: Readonly<Record<string, string>> = {
  ":title": "retitle",
  ":strand": "choose-strand",
  ":marking": "mark",
};
