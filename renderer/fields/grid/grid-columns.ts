import type { Row } from "../../../src/fields/kinds/table.ts";
import type { YearlyMoney } from "../../../src/fields/kinds/yearly-money.ts";
import type { Column, ColumnKindName, FieldOf } from "../../../src/fields/registry.ts";
import type { FinancialYear } from "../../../src/shared/dates.ts";

/** A column of the grid. Amounts by year take one column a year. */
export interface GridColumn {
  key: string;
  title: string;
  column: Column;
  year: FinancialYear | undefined;
  /** The one that says what is wanted of the whole column of the scheme. */
  leads: boolean;
  /** In pixels. */
  width: number;
}

const widths: Partial<Record<ColumnKindName, number>> = {
  money: 116,
  "yearly-money": 104,
  number: 92,
  percentage: 92,
  "yes-no": 92,
  date: 136,
  moment: 248,
  "financial-year": 108,
  choice: 124,
};
const usualWidth = 140;
const nameWidth = 208;

export function gridColumns(field: FieldOf<"table">, years: readonly FinancialYear[]): GridColumn[] {
  return field.columns.flatMap((column): GridColumn[] => {
    const width = column.id === field["named-by"] ? nameWidth : (widths[column.kind] ?? usualWidth);
    const title = column.short ?? column.label;
    if (column.kind !== "yearly-money") return [{ key: column.id, title, column, year: undefined, leads: true, width }];
    return years.map((year, index) => ({
      key: `${column.id}.${year}`,
      title: year,
      column,
      year,
      leads: index === 0,
      width,
    }));
  });
}

/** What a cell of the grid holds: a year’s amount, or the value of the column. */
export function gridValue(row: Row | undefined, { column, year }: GridColumn): unknown {
  const value = row?.cells[column.id];
  return year === undefined ? value : (value as YearlyMoney | undefined)?.[year];
}

export function isAmount({ column }: GridColumn): boolean {
  return column.kind === "yearly-money" || column.kind === "money";
}

export function isRightAligned(gridColumn: GridColumn): boolean {
  return isAmount(gridColumn) || gridColumn.column.kind === "number" || gridColumn.column.kind === "percentage";
}
