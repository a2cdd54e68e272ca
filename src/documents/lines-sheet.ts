import { cellOf as fieldCell, isEmpty } from "../fields/answer.ts";
import { isUnread } from "../fields/field.ts";
import type { Row } from "../fields/kinds/table.ts";
import { readableYears, type YearlyMoney } from "../fields/kinds/yearly-money.ts";
import type { Column, FieldOf } from "../fields/registry.ts";
import { sumPence, type Pence } from "../money/pence.ts";
import { questionOf } from "../schemes/scheme-schema.ts";
import { cellAt, fromAnySheet, rangeAt } from "./cell-address.ts";
import type { DocumentInput } from "./document-input.ts";
import type { ChoiceList } from "./lists-sheet.ts";
import {
  headingRow,
  type CellContent,
  type InputRule,
  type SheetColumn,
  type WorkbookSheet,
} from "./workbook-model.ts";

export type LinesName = "costs" | "savings" | "funding";

/** The lines of one money table as a sheet, and where other sheets find their figures. */
export interface LinesSheet {
  sheet: WorkbookSheet;
  /** The total of each line. */
  totals: string;
  /** All amounts of each year, one range a year, and the total of each. */
  amounts: string[];
  yearTotals: string[];
  grandTotal: string;
  /** The cells of a column of the scheme's table. */
  column(id: string): string;
  lists: ChoiceList[];
}

const sheetNames: Readonly<Record<LinesName, string>> = { costs: "Costs", savings: "Savings", funding: "Funding" };

interface Layout {
  name: LinesName;
  columns: readonly Column[];
  rows: readonly Row[];
  years: readonly string[];
  amounts: string;
  body: string;
  first: number;
}

/** One line to a row: what it is, the amount of each year, and the line's total. */
export function linesSheet({ scheme, bid, appraisal }: DocumentInput, name: LinesName): LinesSheet {
  const settings = scheme.appraisal[name];
  const field = questionOf(scheme, settings.table) as FieldOf<"table">;
  const naming = field.columns.filter((column) => column.id === field["named-by"]);
  const others = field.columns.filter((column) => column.id !== field["named-by"] && column.id !== settings.amounts);
  const given = bid.answers[settings.table];
  const notes = ["Amounts are in pounds, in the year they fall. Cells with a coloured background can be changed."];
  const layout: Layout = {
    name,
    columns: [...naming, ...others],
    rows: Array.isArray(given) && given.length > 0 ? (given as Row[]) : [{ id: "none", cells: {} }],
    years: appraisal.years,
    amounts: settings.amounts,
    body: settings.body,
    first: headingRow(notes) + 1,
  };
  return { sheet: sheetOf(layout, field.label, notes), ...refsOf(layout), lists: listsOf(layout) };
}

function sheetOf(layout: Layout, label: string, notes: readonly string[]): WorkbookSheet {
  const { name, columns, rows, years } = layout;
  return {
    name: sheetNames[name],
    title: `${label} by financial year`,
    notes,
    landscape: true,
    table: {
      name: `${name}_lines`,
      columns: [
        ...columns.map(columnOf),
        ...years.map((year): SheetColumn => ({ title: year, width: 11, align: "right" })),
        { title: "Total", width: 13, align: "right" },
      ],
      rows: rows.map((row, index) => lineCells(layout, row, layout.first + index)),
      totals: totalCells(layout),
      frozen: 1,
    },
  };
}

function columnOf(column: Column, index: number): SheetColumn {
  const widths: Partial<Record<Column["kind"], number>> = { choice: 15, "yes-no": 10, moment: 25 };
  return { title: column.short ?? column.label, width: index === 0 ? 32 : (widths[column.kind] ?? 20) };
}

function lineCells(layout: Layout, row: Row, position: number): CellContent[] {
  const { columns, years, amounts } = layout;
  const value = (row.cells[amounts] ?? {}) as YearlyMoney;
  const firstYear = columns.length + 1;
  const range = `${cellAt(firstYear, position)}:${cellAt(columns.length + years.length, position)}`;
  return [
    ...columns.map((column) => describingCell(layout, column, row)),
    ...years.map((year) => amountCell(value[year])),
    { formula: `ROUND(SUM(${range}),2)`, result: within(value, years) / 100, format: "money" },
  ];
}

function describingCell({ name, body }: Layout, column: Column, row: Row): CellContent {
  const input = inputRule(name, column);
  const stored = row.cells[column.id];
  if (column.id === body && isEmpty(column, stored)) return { value: "Not stated", format: "text", input };
  const cell = fieldCell(column, stored);
  return cell ? { value: cell.value, format: cell.format ?? "text", input } : { value: null, format: "text", input };
}

function amountCell(amount: YearlyMoney[string] | undefined): CellContent {
  if (amount === undefined) return { value: null, format: "money", input: "money" };
  return isUnread(amount)
    ? { value: amount.unread, format: "text", input: "money" }
    : { value: amount / 100, format: "money", input: "money" };
}

function within(value: YearlyMoney, years: readonly string[]): Pence {
  return sumPence(readableYears(value).flatMap(([year, pence]) => (years.includes(year) ? [pence] : [])));
}

function totalCells(layout: Layout): CellContent[] {
  const { columns, rows, years, amounts, first } = layout;
  const last = first + rows.length - 1;
  const values = rows.map((row) => (row.cells[amounts] ?? {}) as YearlyMoney);
  const total = (column: number, some: readonly string[]): CellContent => ({
    formula: `ROUND(SUM(${rangeAt(column, first, last)}),2)`,
    result: sumPence(values.map((value) => within(value, some))) / 100,
    format: "money",
  });
  return [
    { value: "Total" },
    ...columns.slice(1).map((): CellContent => ({ value: null })),
    ...years.map((year, index) => total(columns.length + 1 + index, [year])),
    total(columns.length + years.length + 1, years),
  ];
}

function refsOf({ name, columns, rows, years, first }: Layout): Omit<LinesSheet, "sheet" | "lists"> {
  const sheet = sheetNames[name];
  const last = first + rows.length - 1;
  const lines = (column: number) => fromAnySheet(sheet, rangeAt(column, first, last));
  const total = (column: number) => fromAnySheet(sheet, cellAt(column, last + 1));
  const yearColumns = years.map((_, index) => columns.length + 1 + index);
  const totalColumn = columns.length + years.length + 1;
  return {
    totals: lines(totalColumn),
    amounts: yearColumns.map(lines),
    yearTotals: yearColumns.map(total),
    grandTotal: total(totalColumn),
    column: (id) => lines(columns.findIndex((column) => column.id === id) + 1),
  };
}

function inputRule(name: LinesName, column: Column): InputRule {
  if (column.kind === "choice" || column.kind === "yes-no") return { list: listName(name, column) };
  if (column.kind === "money") return "money";
  return column.kind === "percentage" ? "percent" : "text";
}

function listName(name: LinesName, column: Column): string {
  return `list_${name}_${column.id.replaceAll("-", "_")}`;
}

function listsOf({ name, columns }: Layout): ChoiceList[] {
  return columns.flatMap((column): ChoiceList[] => {
    const title = `${sheetNames[name]}: ${column.short ?? column.label}`;
    if (column.kind === "yes-no") return [{ name: listName(name, column), title, items: ["Yes", "No"] }];
    if (column.kind !== "choice") return [];
    return [{ name: listName(name, column), title, items: column.choices.map((choice) => choice.label) }];
  });
}
