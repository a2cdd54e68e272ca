import { rowsOf } from "../../src/bids/edit.ts";
import type { FindingPlace } from "../../src/bids/findings.ts";
import { rowName } from "../../src/fields/answer.ts";
import { questionOf } from "../../src/schemes/scheme-schema.ts";
import type { BidSession } from "../app/use-bid.ts";

/** A place in the bid as an officer would name it: the question, the line and the column. */
export function placeWords({ scheme, open }: BidSession, place: FindingPlace): string {
  const question = questionOf(scheme, place.question);
  if (!question) return "The question";
  const label = question.short ?? question.label;
  if (question.kind !== "table" || place.row === undefined) return label;
  const rows = rowsOf(open.bid, question.id);
  const position = rows.findIndex((row) => row.id === place.row);
  const row = rows[position];
  const column = question.columns.find((one) => one.id === place.column);
  return [
    label,
    ...(row ? [rowName(question, row, position)] : []),
    ...(column ? [column.short ?? column.label] : []),
  ].join(", ");
}
