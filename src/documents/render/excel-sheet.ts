import type { DataValidation, Workbook, Worksheet } from "exceljs";
import { cellAt, rangeAt } from "../cell-address.ts";
import {
  headingRow,
  type CellContent,
  type FinancialWorkbook,
  type InputRule,
  type SheetTable,
  type WorkbookSheet,
} from "../workbook-model.ts";
import { cellText, writtenValue } from "./excel-cell.ts";
import { columnWidths, paper, setHeights, widestOnA4 } from "./excel-room.ts";
import { cellStyle, headingStyle, noteStyle, titleStyle } from "./excel-styles.ts";

/** Writes one sheet: title, notes, the marked-up table with its totals, and all that guards and prints it. */
export async function writeSheet(workbook: Workbook, sheet: WorkbookSheet, of: FinancialWorkbook): Promise<void> {
  const heading = headingRow(sheet.notes);
  const { table } = sheet;
  const widths = columnWidths(table);
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: "frozen", xSplit: table.frozen ?? 0, ySplit: heading, showGridLines: false }],
    pageSetup: {
      paperSize: widths.reduce((sum, width) => sum + width, 0) > widestOnA4 ? paper.a3 : paper.a4,
      orientation: sheet.landscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${heading}:${heading}`,
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: edges(sheet, of),
  });
  worksheet.columns = widths.map((width) => ({ width }));
  writeLine(worksheet, 1, sheet.title, titleStyle);
  for (const [index, note] of sheet.notes.entries()) writeLine(worksheet, index + 2, note, noteStyle());
  writeTable(worksheet, table, heading);
  setHeights(worksheet, table, { widths, heading });
  addRules(worksheet, table, heading + 1);
  if (table.filtered) return;
  await worksheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
}

function writeLine(worksheet: Worksheet, row: number, text: string, style: typeof titleStyle): void {
  const cell = worksheet.getCell(row, 1);
  cell.value = cellText(text);
  cell.style = style;
}

/** The marking at the head and foot of every page, beside DRAFT, the workbook, and the page's number. */
function edges({ title }: WorkbookSheet, of: FinancialWorkbook) {
  const marking = `&"Arial,Bold"${forEdge(of.marking)}`;
  const named = title === of.title ? title : `${of.title}: ${title}`;
  const left = `&L&"Arial,Regular"${forEdge(named)}`;
  return {
    oddHeader: `${left}&C${marking}${of.draft ? '&R&"Arial,Bold"DRAFT' : ""}`,
    oddFooter: `&L&"Arial,Regular"${forEdge(of.subject)}&C${marking}&R&"Arial,Regular"Page &P of &N`,
  };
}

/** An ampersand starts a code there; the whole line may hold 255 characters. */
function forEdge(text: string): string {
  const characters = [...text.replaceAll("\n", " ")];
  const short = characters.length > 60 ? [...characters.slice(0, 59), "…"] : characters;
  return short.join("").replaceAll("&", "&&");
}

function writeTable(worksheet: Worksheet, table: SheetTable, heading: number): void {
  const titles = uniqueTitles(table.columns.map((column) => column.title));
  const value = (content: CellContent, row: number, column: number) =>
    writtenValue(content, `${worksheet.name}!${cellAt(column + 1, row)}`);
  worksheet.addTable({
    name: table.name,
    ref: cellAt(1, heading),
    headerRow: true,
    columns: titles.map((name) => ({ name, filterButton: table.filtered === true })),
    rows: table.rows.map((row, index) => row.map((content, column) => value(content, heading + 1 + index, column))),
    style: { showRowStripes: false },
  });
  const align = table.columns.map((column) => column.align);
  // A button to filter by stands at the right of a heading.
  for (const [column, side] of align.entries())
    worksheet.getCell(heading, column + 1).style = headingStyle(table.filtered ? undefined : side);
  const style = (row: readonly CellContent[], position: number, total: boolean) => {
    const cells = worksheet.getRow(position);
    for (const [column, content] of row.entries()) {
      const cell = cells.getCell(column + 1);
      cell.style = cellStyle(content, { align: align[column], total });
      if (total) cell.value = value(content, position, column);
    }
  };
  for (const [index, row] of table.rows.entries()) style(row, heading + 1 + index, false);
  if (table.totals) style(table.totals, heading + 1 + table.rows.length, true);
}

/** Excel refuses a table with two headings alike, whatever their letters' case. */
function uniqueTitles(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const base = cellText(title.trim() === "" ? "Column" : title).slice(0, 240);
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base} (${number})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** One rule for each run of input cells that take the same, never for a whole column. */
function addRules(worksheet: Worksheet, table: SheetTable, first: number): void {
  for (const column of table.columns.keys()) {
    let start = 0;
    const rules = table.rows.map((row) => ruleOf(row[column]));
    for (const [index, rule] of rules.entries()) {
      if (JSON.stringify(rule) === JSON.stringify(rules[index + 1])) continue;
      const validation = rule && validationOf(rule);
      if (validation) rulesOf(worksheet).add(rangeAt(column + 1, first + start, first + index), validation);
      start = index + 1;
    }
  }
}

/** exceljs has this list, but its typings leave it out. */
function rulesOf(worksheet: Worksheet): { add(range: string, rule: DataValidation): void } {
  return (worksheet as unknown as { dataValidations: { add(range: string, rule: DataValidation): void } })
    .dataValidations;
}

function ruleOf(content: CellContent | undefined): InputRule | undefined {
  return content && "input" in content ? content.input : undefined;
}

function validationOf(rule: InputRule): DataValidation | undefined {
  const shared = { allowBlank: true, showErrorMessage: true, errorStyle: "stop" } as const;
  if (typeof rule !== "string") {
    const error = "Choose one of the list.";
    return { ...shared, type: "list", formulae: [rule.list], errorTitle: "Not in the list", error };
  }
  if (rule === "text") return undefined;
  const [least, most] = rule === "money" ? [-99_999_999_999, 99_999_999_999] : [-1, 10];
  const error = rule === "money" ? "Enter pounds, like 12500 or 12500.50." : "Enter a percentage, like 3.5%.";
  return {
    ...shared,
    type: "decimal",
    operator: "between",
    formulae: [least, most],
    errorTitle: "Not a number",
    error,
  };
}
