import type { Edit } from "../../../src/bids/edit.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import { withYear } from "../with-year.ts";
import { readCell } from "./cell-text.ts";
import type { GridColumn } from "./grid-columns.ts";

/** The table that is edited: its question, its lines, and the columns of the grid. */
export interface GridTable {
  question: string;
  rows: readonly Row[];
  columns: readonly GridColumn[];
  newId(): string;
}

export interface CellPlace {
  row: number;
  column: number;
}

/**
 * The edits that put a block of text into the grid with its upper left corner at a place, as pasting does.
 * Lines that stand below the last one are added; columns beyond the last one are left out.
 */
export function blockEdits(table: GridTable, at: CellPlace, block: readonly (readonly string[])[]): Edit[] {
  return block.flatMap((texts, index) => {
    const changes = texts.flatMap((text, offset) => {
      const column = table.columns[at.column + offset];
      const value = column && readCell(column, text);
      return column && value !== undefined ? [{ column, value }] : [];
    });
    return lineEdits(table, at.row + index, changes);
  });
}

interface Change {
  column: GridColumn;
  value: unknown;
}

/** Amounts of several years are one cell of the line, so they are put together first. */
function lineEdits(table: GridTable, position: number, changes: readonly Change[]): Edit[] {
  const { question } = table;
  const row = table.rows[position];
  const cells: Record<string, unknown> = {};
  for (const { column, value } of changes) {
    const id = column.column.id;
    const before = id in cells ? cells[id] : row?.cells[id];
    cells[id] = column.year === undefined ? value : withYear(before, column.year, value);
  }
  if (row)
    return Object.entries(cells).map(([column, value]) => ({ do: "cell", question, row: row.id, column, value }));
  const given = Object.entries(cells).filter(([, value]) => value !== null);
  if (given.length === 0) return [];
  return [{ do: "add-row", question, row: { id: table.newId(), cells: Object.fromEntries(given) } }];
}

/** A rectangle of cells, both corners included. */
export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function rangeBetween(a: CellPlace, b: CellPlace): CellRange {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

/** The edits that empty a rectangle of cells. */
export function clearEdits(table: GridTable, { top, bottom, left, right }: CellRange): Edit[] {
  const emptied = table.columns.slice(left, right + 1).map((column) => ({ column, value: null }));
  const lines = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  return lines.filter((line) => line < table.rows.length).flatMap((line) => lineEdits(table, line, emptied));
}
