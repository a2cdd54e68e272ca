import type { Bid } from "../bids/bid-schema.ts";
import type { Finding } from "../bids/findings.ts";
import type { ConflictSide, ConflictView } from "../contract/views.ts";
import { rowName, textOf } from "../fields/answer.ts";
import type { Row } from "../fields/kinds/table.ts";
import type { FieldOf } from "../fields/registry.ts";
import { compareWords, fullText } from "../history/compare.ts";
import type { Conflict } from "../history/log.ts";
import { valueIn } from "../history/place.ts";
import { same } from "../history/same.ts";
import { canKeepBoth } from "../history/settle.ts";
import { questionOf, type Scheme } from "../schemes/scheme-schema.ts";

const headLabels: Readonly<Record<string, string>> = {
  ":title": "Title of the bid",
  ":strand": "Strand",
  ":marking": "Marking",
};

/** A bid as it stands, and the scheme it is read by. */
interface Standing {
  scheme: Scheme;
  bid: Bid;
}

/** A conflict as people read it: both texts side by side, with what differs from before. */
export function conflictView({ scheme, bid }: Standing, conflict: Conflict): ConflictView {
  const { id, kind, question, row, column, base } = conflict;
  const before = valueText(scheme, conflict, base);
  const side = ({ value, who, at }: Conflict["sides"][number]): ConflictSide => {
    const text = valueText(scheme, conflict, value);
    return { who, at, text, words: compareWords(before, text), stands: same(valueIn(bid, conflict), value) };
  };
  const place = { question, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
  return {
    id,
    kind,
    ...place,
    label: labelOf(scheme, conflict),
    before,
    sides: [side(conflict.sides[0]), side(conflict.sides[1])],
    keepBoth: canKeepBoth(conflict),
  };
}

function tableOf(scheme: Scheme, { question }: Conflict): FieldOf<"table"> | undefined {
  const found = questionOf(scheme, question);
  return found?.kind === "table" ? found : undefined;
}

function labelOf(scheme: Scheme, conflict: Conflict): string {
  const table = tableOf(scheme, conflict);
  if (!table) return headLabels[conflict.question] ?? questionOf(scheme, conflict.question)?.label ?? conflict.question;
  const column = table.columns.find((one) => one.id === conflict.column);
  return column
    ? `${table.label}: ${column.label}`
    : `${table.label}: ${conflict.kind === "order" ? "where a line stands" : `a ${table.item}`}`;
}

function valueText(scheme: Scheme, conflict: Conflict, value: unknown): string {
  const { question, kind, column } = conflict;
  if (question.startsWith(":")) return headText(scheme, value);
  if (kind === "order") return value === null ? "" : "Moved to another place";
  const table = tableOf(scheme, conflict);
  if (kind === "deleted" && table) return value === null ? "Taken out" : lineText(table, value as Row);
  const field = table ? table.columns.find((one) => one.id === column) : questionOf(scheme, question);
  return field ? fullText(field, value ?? undefined) : "";
}

function headText(scheme: Scheme, value: unknown): string {
  return scheme.strands.find((one) => one.id === value)?.title ?? String(value ?? "");
}

function lineText(table: FieldOf<"table">, row: Row): string {
  const cells = table.columns.map((column) => [column.label, textOf(column, row.cells[column.id])] as const);
  const filled = cells.flatMap(([label, text]) => (text === "" ? [] : [`${label}: ${text}`]));
  return filled.length > 0 ? filled.join("\n") : rowName(table, row, 0);
}

/** Conflicts as findings: a bid is not ready while two people's figures stand against each other. */
export function conflictFindings(standing: Standing, conflicts: readonly Conflict[]): Finding[] {
  return conflicts.map((conflict) => {
    const { label, sides } = conflictView(standing, conflict);
    const [one, other] = sides.map((side) => `${side.who}: ${side.text === "" ? "nothing" : side.text}`);
    return {
      id: `merge:${conflict.id}`,
      kind: "merge" as const,
      severity: "blocker" as const,
      outcome: "cannot tell" as const,
      says: `${label}: two people changed this in different ways.`,
      working: `${one ?? ""}. ${other ?? ""}.`,
      fix: "Choose which of the two stands.",
      sources: [],
      place: placeOf(conflict),
    };
  });
}

function placeOf({ question, row, column }: Conflict): Finding["place"] {
  if (question.startsWith(":")) return { question };
  return { question, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
}
