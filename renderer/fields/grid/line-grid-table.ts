import type { CellRange, GridTable } from "./cell-edits.ts";
import { cellText } from "./cell-text.ts";
import { gridValue } from "./grid-columns.ts";
import type { GridSize } from "./grid-keys.ts";
import { writeTabSeparated } from "./tab-separated.ts";

/** The table that a grid shows, with what it is called. */
export interface LineGridTable extends GridTable {
  label: string;
}

/** With the empty line at the end, which takes new ones. */
export function gridSize({ rows, columns }: GridTable): GridSize {
  return { rows: rows.length + 1, columns: columns.length };
}

/** A rectangle of cells as a spreadsheet takes it. */
export function rowsText(table: GridTable, { top, bottom, left, right }: CellRange): string {
  const columns = table.columns.slice(left, right + 1);
  const rows = table.rows.slice(top, bottom + 1);
  return writeTabSeparated(rows.map((row) => columns.map((column) => cellText(column, gridValue(row, column)))));
}
