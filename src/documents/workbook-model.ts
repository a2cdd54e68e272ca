import type { Marking } from "../bids/bid-schema.ts";

/** `percent` holds fractions: 0.125 is 12.5%. `date` holds ISO days, `moment` ISO days with a time of day; `month` holds Excel's serial days. */
export type CellFormat = "money" | "percent" | "number" | "factor" | "date" | "moment" | "month" | "text";

/** What may be put in an input cell; `list` is the defined name of the choices. */
export type InputRule = "text" | "money" | "percent" | { list: string };

/** A typed value. Money is in pounds here. */
export interface ValueCell {
  value: string | number | boolean | null;
  format?: CellFormat;
  input?: InputRule;
}

/** A formula, without its equals sign, and the value it has now. */
export interface FormulaCell {
  formula: string;
  result: string | number | boolean;
  format?: CellFormat;
}

export type CellContent = ValueCell | FormulaCell;

export interface SheetColumn {
  title: string;
  /** In characters. */
  width: number;
  align?: "right";
}

/** One marked-up table: the heading row, its lines, and totals under it that are not part of the Excel table. */
export interface SheetTable {
  /** The name Excel knows it by: letters, digits and underscores. */
  name: string;
  columns: readonly SheetColumn[];
  /** At least one. */
  rows: readonly (readonly CellContent[])[];
  totals?: readonly CellContent[];
  /** How many columns stay in view when scrolling sideways. */
  frozen?: number;
  /** A list to filter and sort: its headings have buttons, and the sheet is not guarded. */
  filtered?: true;
}

/** The title stands in A1, the notes under it, and the table's heading row straight after them. */
export interface WorkbookSheet {
  name: string;
  title: string;
  notes: readonly string[];
  table: SheetTable;
  landscape?: true;
}

/** A name for a cell or a range, like `total_costs` for `Cover!$B$5`. */
export interface DefinedName {
  name: string;
  refersTo: string;
}

/** The financial workbook, before anything of Excel is known. */
export interface FinancialWorkbook {
  title: string;
  subject: string;
  author: string;
  marking: Marking;
  draft: boolean;
  sheets: readonly WorkbookSheet[];
  names: readonly DefinedName[];
}

/** The row of a sheet's column headings, counted from 1. */
export function headingRow(notes: readonly string[]): number {
  return notes.length + 2;
}

/** Notes as lines that end where the table under them does: no cell is merged, and none runs off the paper. */
export function noteLines(columns: readonly SheetColumn[], notes: readonly string[]): string[] {
  // A letter of running text is a little narrower than the figure that widths are counted in.
  const room = 1.1 * columns.reduce((sum, column) => sum + column.width, 0);
  return notes.flatMap((note) => {
    const lines: string[] = [];
    for (const word of note.split(/\s+/)) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + word.length < room) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}

/** A cell that officers do not fill. */
export function fixed(value: string | number | null, format?: CellFormat): ValueCell {
  return format === undefined ? { value } : { value, format };
}
