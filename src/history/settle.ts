import type { Bid } from "../bids/bid-schema.ts";
import { rowsOf, type Edit } from "../bids/edit.ts";
import type { Row } from "../fields/kinds/table.ts";
import type { Conflict } from "./log.ts";
import { same } from "./same.ts";

/** The edits that make one side of a conflict stand; none where it stands already. */
export function settlingEdits(bid: Bid, conflict: Conflict, side: 0 | 1): Edit[] {
  const { kind, question, row } = conflict;
  const { value } = conflict.sides[side];
  if (question.startsWith(":")) return settleHead(bid, question, String(value));
  if (row === undefined) return same(bid.answers[question], value) ? [] : [{ do: "answer", question, value }];
  const place = { question, row };
  const line = rowsOf(bid, question).find((one) => one.id === row);
  if (kind === "deleted") return settleLine(place, line, value as Row | null);
  return line ? settleCell(line, { ...place, column: conflict.column }, value) : [];
}

function settleHead(bid: Bid, what: string, value: string): Edit[] {
  if (what === ":title") return bid.title === value ? [] : [{ do: "retitle", title: value }];
  if (what === ":strand") return bid.strand === value ? [] : [{ do: "choose-strand", strand: value }];
  return bid.marking === value ? [] : [{ do: "mark", marking: value as Bid["marking"] }];
}

type Place = { question: string; row: string };

function settleCell(line: Row, { column, ...place }: Place & { column: string | undefined }, value: unknown): Edit[] {
  if (column === undefined) {
    return typeof value === "string" && line.order !== value ? [{ do: "order-row", ...place, order: value }] : [];
  }
  return same(line.cells[column], value) ? [] : [{ do: "cell", ...place, column, value }];
}

function settleLine(place: Place, now: Row | undefined, wanted: Row | null): Edit[] {
  if (!wanted) return now ? [{ do: "remove-row", ...place }] : [];
  if (!now) return [{ do: "add-row", question: place.question, row: wanted }];
  const columns = new Set([...Object.keys(now.cells), ...Object.keys(wanted.cells)]);
  return [...columns]
    .filter((column) => !same(now.cells[column], wanted.cells[column]))
    .map((column) => ({ do: "cell", ...place, column, value: wanted.cells[column] ?? null }));
}
