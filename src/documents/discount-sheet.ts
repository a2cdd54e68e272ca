import type { Prices } from "../appraisal/cash-flow.ts";
import { basisWords } from "./assumptions-sheet.ts";
import { cellAt, fromAnySheet, quoted, rangeAt } from "./cell-address.ts";
import {
  fixed,
  headingRow,
  noteLines,
  type CellContent,
  type DefinedName,
  type WorkbookSheet,
} from "./workbook-model.ts";

const sheetName = "Discount rates";

const columns = ["Year from the base year", "Discount rate", "Inflation", "Discount factor"].map((title) => {
  return { title, width: 22, align: "right" } as const;
});

export interface DiscountSheet {
  sheet: WorkbookSheet;
  names: DefinedName[];
  /** The factor of each year from the base year, as the sheet's formulas work it out. */
  factors: number[];
}

/** The rate and the factor of each year from the base year. Year 0 is not discounted. */
export function discountSheet(rates: readonly number[], prices: Prices | undefined, source: string): DiscountSheet {
  const notes = noteLines(columns, [
    `Rates: ${source === "" ? "the edition the scheme names is not held." : source}`,
    "Each year’s factor is the year before’s divided by one plus the rate, and by one plus inflation where figures are nominal.",
  ]);
  const inflation = prices?.basis === "nominal" ? (prices.inflationPercent ?? 0) / 100 : 0;
  const first = headingRow(notes) + 1;
  const factors = [1];
  const rows: CellContent[][] = [
    [fixed(0, "number"), fixed(null, "percent"), fixed(null, "percent"), fixed(1, "factor")],
  ];
  for (const [index, rate] of rates.entries()) {
    const row = first + index + 1;
    const factor = (factors[index] as number) / ((1 + rate / 100) * (1 + inflation));
    factors.push(factor);
    rows.push([
      fixed(index + 1, "number"),
      { value: rate / 100, format: "percent", input: "percent" },
      {
        formula: `IF(EXACT(price_basis,${quoted(basisWords.nominal)}),inflation+0,0)`,
        result: inflation,
        format: "percent",
      },
      {
        formula: `${cellAt(4, row - 1)}/((1+${cellAt(2, row)})*(1+${cellAt(3, row)}))`,
        result: factor,
        format: "factor",
      },
    ]);
  }
  const range = rangeAt(4, first, first + rates.length);
  return {
    sheet: { name: sheetName, title: "Discount rates", notes, table: { name: "discount_rates", columns, rows } },
    names: [{ name: "discount_factors", refersTo: fromAnySheet(sheetName, range) }],
    factors,
  };
}
