import { isUnread } from "../../../src/fields/field.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import { sumPence, type Pence } from "../../../src/money/pence.ts";
import { gridValue, isAmount, type GridColumn } from "./grid-columns.ts";

/** The amounts of a line added up; what cannot be read adds nothing and is marked in its cell. */
export function lineTotal(row: Row | undefined, columns: readonly GridColumn[]): Pence {
  return sumPence(columns.filter(isAmount).map((column) => amount(gridValue(row, column))));
}

/** The total of each column, and undefined for columns that hold no amounts. */
export function columnTotals(rows: readonly Row[], columns: readonly GridColumn[]): (Pence | undefined)[] {
  return columns.map((column) =>
    isAmount(column) ? sumPence(rows.map((row) => amount(gridValue(row, column)))) : undefined,
  );
}

function amount(value: unknown): Pence {
  return typeof value === "number" && !isUnread(value) ? value : 0;
}
