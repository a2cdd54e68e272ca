import type { PaperSize, Worksheet } from "exceljs";
import type { CellContent, SheetTable } from "../workbook-model.ts";
import { contentValue } from "./excel-styles.ts";

/** Excel's numbers for sizes of paper; the typings of exceljs name neither. */
export const paper = { a4: 9, a3: 8 as PaperSize } as const;

/** The width, in characters, that still reads well when it is fitted to landscape A4. */
export const widestOnA4 = 190;

/** Heights in points. */
const lineHeight = 13.2;
const usualHeight = 15.6;

const shown = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The widths of a table's columns; an amount never has to show as hashes. */
export function columnWidths({ columns, rows, totals = [] }: SheetTable): number[] {
  return columns.map(({ width }, index) => {
    const amounts = [...rows.map((row) => row[index]), totals[index]].map(amountLength);
    return amounts.reduce((widest, length) => Math.max(widest, length), width);
  });
}

function amountLength(content: CellContent | undefined): number {
  const value = content && contentValue(content);
  if (content?.format !== "money" || typeof value !== "number") return 0;
  return shown.format(value).length + 2.5;
}

/** Heights for rows whose text wraps: not every program that opens a workbook works them out. */
export function setHeights(
  worksheet: Worksheet,
  table: SheetTable,
  at: { widths: readonly number[]; heading: number },
): void {
  const titles: CellContent[] = table.columns.map(({ title }) => ({ value: title }));
  for (const [index, row] of [titles, ...table.rows, ...(table.totals ? [table.totals] : [])].entries()) {
    const lines = Math.max(1, ...row.map((content, column) => linesOf(content, at.widths[column] ?? 10)));
    worksheet.getRow(at.heading + index).height = lines === 1 ? usualHeight : Math.min(409, lines * lineHeight + 3);
  }
}

function linesOf(content: CellContent, width: number): number {
  const value = contentValue(content);
  if (typeof value !== "string") return 1;
  const room = Math.max(1, width * 1.1 - 1);
  return value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
}
