import { textOf } from "../fields/answer.ts";
import { isUnread } from "../fields/field.ts";
import type { Row } from "../fields/kinds/table.ts";
import { readableYears, type YearlyMoney } from "../fields/kinds/yearly-money.ts";
import type { Column, ColumnKindName, FieldOf } from "../fields/registry.ts";
import { formatPence, sumPence, type Pence } from "../money/pence.ts";
import { answerCell } from "./answer-text.ts";
import type { DocumentTable, TableCell, TableColumn } from "./blocks.ts";

type TableField = FieldOf<"table">;

/** How much room a column of each kind wants beside the others. */
const shares: Readonly<Record<ColumnKindName, number>> = {
  "short-text": 3,
  "rich-text": 5,
  number: 1.6,
  money: 2,
  percentage: 1.6,
  date: 2.4,
  moment: 3,
  "financial-year": 2,
  "yes-no": 1.6,
  choice: 2.2,
  choices: 3,
  organisation: 3,
  contact: 5.6,
  file: 3,
  "yearly-money": 2,
};

const numeric: ReadonlySet<ColumnKindName> = new Set(["number", "money", "percentage"]);

/** Shares beyond which a table is cut in two: what A4 holds without breaking words. */
const widest = { upright: 16.5, landscape: 24 };

/** Years to one table, by the length of its longest amount: what a landscape page holds without breaking one. */
function mostYears(longest: number): number {
  return longest <= 11 ? 10 : 7;
}

/** More years than this to a table need a landscape page. */
export const uprightYears = 5;

/** The lines of a table question, as one table or as many as stay readable; amounts by year come first. */
export function linesBlocks(field: TableField, rows: readonly Row[], years: readonly string[]): DocumentTable[] {
  const byYear = field.columns.filter((column) => column.kind === "yearly-money");
  const plain = field.columns.filter((column) => column.kind !== "yearly-money");
  return [
    ...byYear.flatMap((column) => yearTables(field, column, rows, years)),
    ...plainTables(field, plain, rows, {
      basis: byYear.length > 0,
      room: byYear.length > 0 && years.length > uprightYears ? widest.landscape : widest.upright,
    }),
  ];
}

function plainTables(
  field: TableField,
  columns: readonly Column[],
  rows: readonly Row[],
  { basis, room }: { basis: boolean; room: number },
): DocumentTable[] {
  const naming = columns.find((column) => column.id === field["named-by"]);
  const groups = grouped(columns, naming, room);
  const title = basis ? `${field.label}: basis of each line` : field.label;
  return groups.map((group, index) => ({
    type: "table",
    caption: groups.length > 1 ? `${title} (${index + 1} of ${groups.length})` : title,
    columns: group.map(columnOf),
    rows: rows.map((row) => group.map((column) => cellOf(column, row))),
    ...(group.length > 6 ? { dense: true } : {}),
  }));
}

/** Columns in tables of about the same width, each starting with the column that names the lines. */
function grouped(columns: readonly Column[], naming: Column | undefined, room: number): Column[][] {
  const others = columns.filter((column) => column !== naming);
  const first = naming ? shareOf(naming) : 0;
  const total = others.reduce((sum, column) => sum + shareOf(column), 0);
  const count = Math.max(1, Math.ceil(total / (room - first)));
  const groups: Column[][] = [];
  let used = 0;
  for (const column of others) {
    const group = Math.min(count - 1, Math.floor((used / total) * count));
    (groups[group] ??= naming ? [naming] : []).push(column);
    used += shareOf(column);
  }
  return groups.length === 0 ? [naming ? [naming] : []] : groups.filter(Boolean);
}

function shareOf(column: Column): number {
  return shares[column.kind];
}

function columnOf(column: Column): TableColumn {
  const title = column.short ?? column.label;
  return { title, share: shareOf(column), ...(numeric.has(column.kind) ? { align: "right" } : {}) };
}

function cellOf(column: Column, row: Row): TableCell {
  return answerCell(column, row.cells[column.id]);
}

function yearTables(
  field: TableField,
  amounts: Column,
  rows: readonly Row[],
  years: readonly string[],
): DocumentTable[] {
  const naming = field.columns.find((column) => column.id === field["named-by"]);
  const texts = rows.flatMap((row) =>
    years.map((year) => amountText((row.cells[amounts.id] ?? {}) as YearlyMoney, year)),
  );
  const most = mostYears(texts.reduce((longest, text) => Math.max(longest, text.length), 0));
  const count = Math.ceil(years.length / most);
  const size = Math.ceil(years.length / count);
  const chunks = Array.from({ length: count }, (_, index) => years.slice(index * size, (index + 1) * size));
  return chunks.map((chunk, index) => {
    const last = index === chunks.length - 1;
    const lines = rows.map((row, position) => {
      const value = (row.cells[amounts.id] ?? {}) as YearlyMoney;
      const name = (naming && textOf(naming, row.cells[naming.id])) || `${field.item} ${position + 1}`;
      return [
        name,
        ...chunk.map((year) => amountText(value, year)),
        ...(last ? [formatPence(within(value, years))] : []),
      ];
    });
    const span = chunks.length > 1 ? ` (${chunk[0] ?? ""} to ${chunk.at(-1) ?? ""})` : "";
    return {
      type: "table",
      caption: `${field.label} by financial year${span}`,
      columns: [
        { title: naming?.short ?? naming?.label ?? "Line", share: 4 },
        ...chunk.map((year) => ({ title: year, share: 2, align: "right" }) as const),
        ...(last ? [{ title: "Total", share: 2.2, align: "right" } as const] : []),
      ],
      rows: [...lines, totalsRow(rows, amounts, { chunk, years, last })],
      totals: 1,
      ...(chunk.length > 5 ? { dense: true } : {}),
    };
  });
}

function amountText(value: YearlyMoney, year: string): string {
  const amount = value[year];
  if (amount === undefined) return "–";
  return isUnread(amount) ? amount.unread : formatPence(amount);
}

/** Amounts in years outside the model are in no total; a finding names them. */
function within(value: YearlyMoney, years: readonly string[]): Pence {
  return sumPence(readableYears(value).flatMap(([year, pence]) => (years.includes(year) ? [pence] : [])));
}

function totalsRow(
  rows: readonly Row[],
  amounts: Column,
  { chunk, years, last }: { chunk: readonly string[]; years: readonly string[]; last: boolean },
): string[] {
  const values = rows.map((row) => (row.cells[amounts.id] ?? {}) as YearlyMoney);
  const ofYears = (some: readonly string[]) => formatPence(sumPence(values.map((value) => within(value, some))));
  return ["Total", ...chunk.map((year) => ofYears([year])), ...(last ? [ofYears(years)] : [])];
}
