import { signOffs } from "../bids/sign-offs.ts";
import type { Row } from "../fields/kinds/table.ts";
import type { FieldOf } from "../fields/registry.ts";
import { mergeLeaf, mergeValue, type MergedBids, type Versions } from "./merge-value.ts";
import { lineEdits } from "./place.ts";
import { same } from "./same.ts";

type Table = FieldOf<"table">;

/** Merges the lines of a table by their ids, cell by cell; the place of a line is one more thing that can be changed. */
export function mergeRows(table: Table, versions: Versions<Row[] | null>): MergedBids {
  const lists = { base: versions.base ?? [], mine: versions.mine ?? [], theirs: versions.theirs ?? [] };
  const merged: MergedBids = { edits: [], conflicts: [] };
  const index = (rows: readonly Row[]) => new Map(rows.map((one) => [one.id, one]));
  const [base, mine, theirs] = [index(lists.base), index(lists.mine), index(lists.theirs)];
  for (const id of new Set([...mine.keys(), ...theirs.keys(), ...base.keys()])) {
    const row = { base: base.get(id) ?? null, mine: mine.get(id) ?? null, theirs: theirs.get(id) ?? null };
    mergeRow(table, id, { row, merged });
  }
  return merged;
}

interface RowMerge {
  row: Versions<Row | null>;
  merged: MergedBids;
}

function mergeRow(table: Table, id: string, at: RowMerge): void {
  const { base, mine, theirs } = at.row;
  if (mine && theirs) {
    if (table.id === signOffs) mergeSignature(id, at, { mine, theirs });
    else for (const column of table.columns) mergeCell({ table, id, column }, at);
    mergePlace(table, id, at);
  } else if (base) mergeRemoval(table, id, at);
  else if (theirs) at.merged.edits.push({ do: "add-row", question: table.id, row: theirs });
}

/** A signature is for the whole of its line: two people's cells never make one. */
function mergeSignature(id: string, { row, merged }: RowMerge, { mine, theirs }: { mine: Row; theirs: Row }): void {
  const outcome = mergeValue({ base: row.base?.cells ?? null, mine: mine.cells, theirs: theirs.cells });
  const place = { question: signOffs, row: id };
  if (outcome === "theirs") merged.edits.push(...lineEdits(place, mine, theirs));
  if (outcome === "conflict") merged.conflicts.push({ kind: "deleted", ...place, ...row });
}

/** One side took the line out; what the other did to it decides. */
function mergeRemoval(table: Table, id: string, { row, merged }: RowMerge): void {
  const left = row.mine ?? row.theirs;
  const place = { question: table.id, row: id };
  if (!left) return;
  if (!same(left, row.base)) merged.conflicts.push({ kind: "deleted", ...place, ...row });
  else if (row.mine) merged.edits.push({ do: "remove-row", ...place });
}

function mergePlace(table: Table, id: string, { row, merged }: RowMerge): void {
  const versions = { base: row.base?.order ?? null, mine: row.mine?.order ?? null, theirs: row.theirs?.order ?? null };
  const outcome = mergeValue(versions);
  const place = { question: table.id, row: id };
  if (outcome === "theirs" && versions.theirs !== null)
    merged.edits.push({ do: "order-row", ...place, order: versions.theirs });
  if (outcome === "conflict") merged.conflicts.push({ kind: "order", ...place, ...versions });
}

function mergeCell(
  { table, id, column }: { table: Table; id: string; column: Table["columns"][number] },
  { row, merged }: RowMerge,
): void {
  const at = (one: Row | null) => one?.cells[column.id] ?? null;
  const versions = { base: at(row.base), mine: at(row.mine), theirs: at(row.theirs) };
  const place = { question: table.id, row: id, column: column.id };
  const part = mergeLeaf(versions, place, column.kind === "rich-text" ? "text" : "value");
  merged.edits.push(...part.edits);
  merged.conflicts.push(...part.conflicts);
}
