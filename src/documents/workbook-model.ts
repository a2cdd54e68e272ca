import type { Marking } from "../bids/bid-schema.ts";

export type CellFormat = "money" | "percent" | "number" | "factor" | "date" | "text";

/** One cell: a typed value, or a formula with the value it has now. Money is in pounds here. */
export type CellContent =
  | { value: string | number | boolean | null; format?: CellFormat; input?: true; name?: string }
  | { formula: string; result: string | number | boolean; format?: CellFormat; name?: string };

export interface SheetColumn {
  title: string;
  /** In characters. */
  width: number;
  /** Choices offered in every input cell of the column. */
  choices?: readonly string[];
  /** What an input cell of the column may hold. */
  accepts?: "money" | "text" | "percent";
}

/** One marked-up table: the heading row, its lines, and totals under it that are not part of the Excel table. */
export interface SheetTable {
  /** The name Excel knows it by: letters, digits and underscores. */
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly CellContent[])[];
  totals: readonly (readonly CellContent[])[];
}

export interface WorkbookSheet {
  name: string;
  title: string;
  /** Lines between the title and the table. */
  notes: readonly string[];
  table?: SheetTable;
  landscape?: true;
}

/** The financial workbook, before anything of Excel is known. The table starts at a row every formula agrees on. */
export interface FinancialWorkbook {
  title: string;
  marking: Marking;
  draft: boolean;
  sheets: readonly WorkbookSheet[];
}
