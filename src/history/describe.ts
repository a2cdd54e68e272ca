import { rowsOf, type Edit, type RowEdit } from "../bids/edit.ts";
import type { Bid } from "../bids/bid-schema.ts";
import { rowName } from "../fields/answer.ts";
import type { FieldOf } from "../fields/registry.ts";
import { questionOf, type Scheme } from "../schemes/scheme-schema.ts";

/** What a batch of edits was about, in the officer's words: "Changed Award asked for". */
export function describeEdits(scheme: Scheme, bid: Bid, edits: readonly Edit[]): string {
  const said = [...new Set(edits.map((edit) => describeEdit(scheme, bid, edit)))];
  const [first = "Changed nothing", ...rest] = said;
  return rest.length === 0 ? first : `${first}, and ${rest.length} more`;
}

function describeEdit(scheme: Scheme, bid: Bid, edit: Edit): string {
  switch (edit.do) {
    case "retitle":
      return "Renamed the bid";
    case "choose-strand":
      return "Chose another strand";
    case "mark":
      return `Marked the bid ${edit.marking}`;
    case "adopt-scheme":
      return `Went on under version ${edit.version} of the scheme`;
    case "answer": {
      const label = questionOf(scheme, edit.question)?.label ?? edit.question;
      return edit.value === null ? `Cleared “${label}”` : `Changed “${label}”`;
    }
    default:
      return describeRowEdit(scheme, bid, edit);
  }
}

const verbs: Record<RowEdit["do"], string> = {
  "add-row": "Added",
  "remove-row": "Took out",
  "move-row": "Moved",
  "order-row": "Moved",
  cell: "Changed",
};

function describeRowEdit(scheme: Scheme, bid: Bid, edit: RowEdit): string {
  const table = questionOf(scheme, edit.question);
  if (table?.kind !== "table") return `${verbs[edit.do]} a line of ${edit.question}`;
  if (edit.do === "add-row") return `Added a line to “${table.label}”`;
  const column = edit.do === "cell" ? table.columns.find((one) => one.id === edit.column) : undefined;
  const name = nameOfRow(table, bid, edit.row);
  return column
    ? `Changed ${column.label} of ${name} in “${table.label}”`
    : `${verbs[edit.do]} ${name} in “${table.label}”`;
}

function nameOfRow(table: FieldOf<"table">, bid: Bid, id: string): string {
  const rows = rowsOf(bid, table.id);
  const index = rows.findIndex((row) => row.id === id);
  const row = rows[index];
  return row ? rowName(table, row, index) : `a ${table.item}`;
}
