import * as z from "zod";
import { row, type Row } from "../fields/kinds/table.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { markings, type Bid } from "./bid-schema.ts";
import { inOrder, orderAt, withOrder } from "./row-order.ts";

/** Every change that can be made to a bid. `null` takes an answer away. */
export const edit = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("answer"), question: z.string(), value: z.unknown() }),
  z.strictObject({ do: z.literal("add-row"), question: z.string(), row, at: z.int().nonnegative().exactOptional() }),
  z.strictObject({ do: z.literal("remove-row"), question: z.string(), row: z.string() }),
  z.strictObject({ do: z.literal("move-row"), question: z.string(), row: z.string(), to: z.int().nonnegative() }),
  /** A move to a known place: how a move is taken back, and how one comes in from another copy. */
  z.strictObject({ do: z.literal("order-row"), question: z.string(), row: z.string(), order: z.string() }),
  z.strictObject({
    do: z.literal("cell"),
    question: z.string(),
    row: z.string(),
    column: z.string(),
    value: z.unknown(),
  }),
  z.strictObject({ do: z.literal("retitle"), title: z.string() }),
  z.strictObject({ do: z.literal("choose-strand"), strand: z.string() }),
  z.strictObject({ do: z.literal("mark"), marking: z.enum(markings) }),
  /** The officer goes on under another version of the scheme. No answer is touched. */
  z.strictObject({ do: z.literal("adopt-scheme"), version: z.string() }),
]);
export type Edit = z.infer<typeof edit>;

export interface EditProblem {
  code: "no-such-row" | "row-exists";
  message: string;
}

/** The bid after one edit, and the edit that takes it back. The bid given is not changed. */
export function applyEdit(bid: Bid, change: Edit): Result<{ bid: Bid; inverse: Edit }, EditProblem> {
  switch (change.do) {
    case "retitle":
      return ok({ bid: { ...bid, title: change.title }, inverse: { do: "retitle", title: bid.title } });
    case "mark":
      return ok({ bid: { ...bid, marking: change.marking }, inverse: { do: "mark", marking: bid.marking } });
    case "choose-strand":
      return ok({ bid: { ...bid, strand: change.strand }, inverse: { do: "choose-strand", strand: bid.strand } });
    case "adopt-scheme": {
      const scheme = { ...bid.scheme, version: change.version };
      return ok({ bid: { ...bid, scheme }, inverse: { do: "adopt-scheme", version: bid.scheme.version } });
    }
    case "answer":
      return ok({
        bid: withAnswer(bid, change.question, change.value),
        inverse: { ...change, value: bid.answers[change.question] ?? null },
      });
    default:
      return editRows(bid, change);
  }
}

/** Edits of the bid as a whole, and of no answer. */
type HeadEdit = Extract<Edit, { do: "retitle" | "choose-strand" | "mark" | "adopt-scheme" }>;
export type RowEdit = Exclude<Edit, HeadEdit | { do: "answer" }>;

function editRows(bid: Bid, change: RowEdit): Result<{ bid: Bid; inverse: Edit }, EditProblem> {
  const { question } = change;
  const rows = rowsOf(bid, question);
  const index = rows.findIndex((one) => one.id === (change.do === "add-row" ? change.row.id : change.row));
  if (change.do === "add-row") {
    if (index !== -1) return fail({ code: "row-exists", message: `There is already a line ${change.row.id}.` });
    return ok({
      bid: withRows(bid, question, added(rows, change)),
      inverse: { do: "remove-row", question, row: change.row.id },
    });
  }
  const found = rows[index];
  if (!found) return fail({ code: "no-such-row", message: `There is no line ${change.row} in ${question}.` });
  return ok(changeRow(bid, change, { rows, index, found }));
}

function added(rows: readonly Row[], { row: line, at }: Extract<Edit, { do: "add-row" }>): Row[] {
  if (line.order !== undefined) return inOrder([...withOrder(rows), line]);
  const keyed = withOrder(rows);
  const index = Math.min(at ?? keyed.length, keyed.length);
  return keyed.toSpliced(index, 0, { ...line, order: orderAt(keyed, index, line.id) });
}

interface FoundRow {
  rows: Row[];
  index: number;
  found: Row;
}

function changeRow(bid: Bid, change: Exclude<RowEdit, { do: "add-row" }>, { rows, index, found }: FoundRow) {
  const { question } = change;
  if (change.do === "remove-row") {
    const inverse: Edit = { do: "add-row", question, row: found, at: index };
    return { bid: withRows(bid, question, rows.toSpliced(index, 1)), inverse };
  }
  if (change.do === "cell") return changeCell(bid, change, { rows, index, found });
  const keyed = withOrder(rows);
  const others = keyed.toSpliced(index, 1);
  const order =
    change.do === "order-row" ? change.order : orderAt(others, Math.min(change.to, others.length), found.id);
  const inverse: Edit = { do: "order-row", question, row: found.id, order: keyed[index]?.order ?? "" };
  return { bid: withRows(bid, question, inOrder([...others, { ...found, order }])), inverse };
}

function changeCell(bid: Bid, change: Extract<Edit, { do: "cell" }>, { rows, index, found }: FoundRow) {
  const before = found.cells[change.column] ?? null;
  const cells =
    change.value === null ? without(found.cells, change.column) : { ...found.cells, [change.column]: change.value };
  const inverse: Edit = { ...change, value: before };
  return { bid: withRows(bid, change.question, rows.with(index, { ...found, cells })), inverse };
}

/** The lines of a table question; none where it is unanswered. */
export function rowsOf(bid: Pick<Bid, "answers">, question: string): Row[] {
  const value = bid.answers[question];
  return Array.isArray(value) ? (value as Row[]) : [];
}

function withRows(bid: Bid, question: string, rows: Row[]): Bid {
  return withAnswer(bid, question, rows.length === 0 ? null : rows);
}

function without(members: Readonly<Record<string, unknown>>, id: string): Record<string, unknown> {
  const { [id]: _, ...others } = members;
  return others;
}

function withAnswer(bid: Bid, question: string, value: unknown): Bid {
  const answers = value === null ? without(bid.answers, question) : { ...bid.answers, [question]: value };
  return { ...bid, answers };
}
