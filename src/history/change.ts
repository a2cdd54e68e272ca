import * as z from "zod";
import { row, type Row } from "../fields/kinds/table.ts";
import { applyEdit, rowsOf, type Edit, type RowEdit } from "../bids/edit.ts";
import { markings, type Bid } from "../bids/bid-schema.ts";
import { same } from "./same.ts";
import { fail, ok, type Result } from "../shared/result.ts";

/**
 * An edit as the log keeps it: with what was there before, so that it can be taken back and checked.
 * Long answers are kept as the one stretch that changed, so that typing does not store the whole answer each time.
 */
export const change = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("answer"), question: z.string(), value: z.unknown(), was: z.unknown() }),
  z.strictObject({
    do: z.literal("splice"),
    question: z.string(),
    row: z.string().exactOptional(),
    column: z.string().exactOptional(),
    at: z.int().nonnegative(),
    out: z.string(),
    in: z.string(),
  }),
  z.strictObject({ do: z.literal("add-row"), question: z.string(), row }),
  z.strictObject({ do: z.literal("remove-row"), question: z.string(), row }),
  z.strictObject({
    do: z.literal("order-row"),
    question: z.string(),
    row: z.string(),
    order: z.string(),
    was: z.string(),
  }),
  z.strictObject({
    do: z.literal("cell"),
    question: z.string(),
    row: z.string(),
    column: z.string(),
    value: z.unknown(),
    was: z.unknown(),
  }),
  z.strictObject({ do: z.literal("retitle"), title: z.string(), was: z.string() }),
  z.strictObject({ do: z.literal("choose-strand"), strand: z.string(), was: z.string() }),
  z.strictObject({ do: z.literal("mark"), marking: z.enum(markings), was: z.enum(markings) }),
  z.strictObject({ do: z.literal("adopt-scheme"), version: z.string(), was: z.string() }),
]);
export type Change = z.infer<typeof change>;

type Splice = Extract<Change, { do: "splice" }>;
/** A change of one answer or one cell. */
export type LeafChange = Extract<Change, { do: "answer" | "cell" | "splice" }>;

/** Values whose JSON is longer than this are kept by the stretch that changed. */
const wholeUpTo = 60;

/** The edit as the log keeps it, with what it replaces in the bid as it stands. */
export function changeFor(bid: Bid, edit: Edit): Change {
  switch (edit.do) {
    case "retitle":
      return { ...edit, was: bid.title };
    case "choose-strand":
      return { ...edit, was: bid.strand };
    case "mark":
      return { ...edit, was: bid.marking };
    case "adopt-scheme":
      return { ...edit, was: bid.scheme.version };
    case "answer": {
      const { question, value } = edit;
      return leafChange({ question }, bid.answers[question] ?? null, value);
    }
    default:
      return rowChange(bid, edit);
  }
}

interface Leaf {
  question: string;
  row?: string;
  column?: string;
}

function leafChange(leaf: Leaf, was: unknown, value: unknown): Change {
  const [before, after] = [JSON.stringify(was), JSON.stringify(value)];
  if (was !== null && value !== null && Math.min(before.length, after.length) > wholeUpTo) {
    return { do: "splice", ...leaf, ...spliceBetween(before, after) };
  }
  const { question, row: line, column } = leaf;
  if (line === undefined || column === undefined) return { do: "answer", question, value, was };
  return { do: "cell", question, row: line, column, value, was };
}

function spliceBetween(before: string, after: string): Pick<Splice, "at" | "out" | "in"> {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before[at] === after[at]) at += 1;
  let end = 0;
  while (end < shorter - at && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { at, out: before.slice(at, before.length - end), in: after.slice(at, after.length - end) };
}

function rowChange(bid: Bid, edit: RowEdit): Change {
  const { question } = edit;
  const id = edit.do === "add-row" ? edit.row.id : edit.row;
  const applied = applyEdit(bid, edit);
  if (!applied.ok) throw new Error(applied.error.message);
  const [before, after] = [lineIn(bid, question, id), lineIn(applied.value.bid, question, id)];
  if (before && after)
    return edit.do === "cell" ? cellChange(edit, before) : placeChange(edit, after, applied.value.inverse);
  if (after) return { do: "add-row", question, row: after };
  return { do: "remove-row", question, row: before as Row };
}

function cellChange({ question, row: id, column, value }: Extract<Edit, { do: "cell" }>, before: Row): Change {
  return leafChange({ question, row: id, column }, before.cells[column] ?? null, value);
}

function placeChange({ question }: RowEdit, after: Row, inverse: Edit): Change {
  const was = inverse.do === "order-row" ? inverse.order : "";
  return { do: "order-row", question, row: after.id, order: after.order ?? "", was };
}

function lineIn(bid: Bid, question: string, id: string) {
  return rowsOf(bid, question).find((one) => one.id === id);
}

/** The change that takes this one back. */
export function invert(one: Change): Change {
  switch (one.do) {
    case "answer":
    case "cell":
      return { ...one, value: one.was, was: one.value };
    case "splice":
      return { ...one, out: one.in, in: one.out };
    case "add-row":
      return { ...one, do: "remove-row" };
    case "remove-row":
      return { ...one, do: "add-row" };
    case "order-row":
      return { ...one, order: one.was, was: one.order };
    default:
      return invertHead(one);
  }
}

type HeadChange = Extract<Change, { do: "retitle" | "choose-strand" | "mark" | "adopt-scheme" }>;

function invertHead(one: HeadChange): Change {
  switch (one.do) {
    case "retitle":
      return { ...one, title: one.was, was: one.title };
    case "choose-strand":
      return { ...one, strand: one.was, was: one.strand };
    case "mark":
      return { ...one, marking: one.was, was: one.marking };
    case "adopt-scheme":
      return { ...one, version: one.was, was: one.version };
  }
}

/**
 * The bid after a change from the log. What the change says was there must be there:
 * a log that does not fit its bid was edited by something else.
 */
export function applyChange(bid: Bid, one: Change): Result<Bid, string> {
  const edit = editOf(bid, one);
  if (!edit.ok) return edit;
  const applied = applyEdit(bid, edit.value);
  return applied.ok ? ok(applied.value.bid) : fail(applied.error.message);
}

function editOf(bid: Bid, one: Change): Result<Edit, string> {
  switch (one.do) {
    case "answer":
    case "cell":
    case "splice":
      return leafEdit(bid, one);
    case "remove-row":
      return ok({ do: "remove-row", question: one.question, row: one.row.id });
    case "add-row":
      return ok(one);
    default: {
      const { was: _, ...edit } = one;
      return ok(edit as Edit);
    }
  }
}

function valueAt(bid: Bid, leaf: Leaf): unknown {
  if (leaf.row === undefined || leaf.column === undefined) return bid.answers[leaf.question] ?? null;
  return rowsOf(bid, leaf.question).find((one) => one.id === leaf.row)?.cells[leaf.column] ?? null;
}

function leafEdit(bid: Bid, one: LeafChange): Result<Edit, string> {
  const { question, row: line, column } = one as Leaf;
  const after = leafAfter(valueAt(bid, one), one);
  if (!after.ok) return after;
  const { value } = after;
  if (line === undefined || column === undefined) return ok({ do: "answer", question, value });
  return ok({ do: "cell", question, row: line, column, value });
}

/** What an answer or cell holds after a change of it; it must hold now what the change says it did. `null`: nothing. */
export function leafAfter(present: unknown, one: LeafChange): Result<unknown, string> {
  if (one.do !== "splice") return same(present, one.was) ? ok(one.value) : fail(notAsSaid(one));
  const { at, out, in: inserted } = one;
  const before = JSON.stringify(present);
  if (before.slice(at, at + out.length) !== out) return fail(notAsSaid(one));
  return ok(JSON.parse(before.slice(0, at) + inserted + before.slice(at + out.length)));
}

function notAsSaid({ question }: Leaf): string {
  return `${question} does not hold what the log says it held`;
}
