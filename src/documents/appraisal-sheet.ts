import type { Appraisal, Discounted } from "../appraisal/appraise.ts";
import type { Payback } from "../appraisal/payback.ts";
import { yearsBetween, type FinancialYear } from "../shared/dates.ts";
import { cellAt, fromAnySheet, quoted, rangeAt, sumWhere } from "./cell-address.ts";
import type { LinesSheet } from "./lines-sheet.ts";
import {
  fixed,
  headingRow,
  type CellContent,
  type FormulaCell,
  type SheetColumn,
  type WorkbookSheet,
} from "./workbook-model.ts";

const sheetName = "Appraisal";

/** The places of this sheet's columns. Columns from `age` stand only where figures can be discounted. */
const at = {
  year: 1,
  costs: 2,
  savings: 3,
  cashable: 4,
  net: 5,
  cumulative: 6,
  payback: 7,
  funding: 8,
  age: 9,
  factor: 10,
  presentCosts: 11,
  presentSavings: 12,
  presentNet: 13,
  presentCumulative: 14,
  discountedPayback: 15,
} as const;

/** What stands where the money put in does not come back within the years of the model. */
export const notWithin = "Not within the years";

export interface AppraisalSheet {
  sheet: WorkbookSheet;
  /** Where the total of a column stands. */
  total(column: keyof typeof at): string;
  /** Where the last year's figure of a column stands. */
  last(column: keyof typeof at): string;
  firstYear: string;
}

interface Lines {
  costs: LinesSheet;
  savings: LinesSheet;
  funding: LinesSheet;
  /** The column that says whether a saving is cashable. */
  cashable: string;
}

/** Costs, savings and what follows from them, year by year. `factors` are those of the sheet of discount rates. */
export function appraisalSheet(
  appraisal: Appraisal,
  lines: Lines,
  discounting: { factors: readonly number[]; baseYear: FinancialYear | undefined },
): AppraisalSheet {
  const { discounted, years } = appraisal;
  const notes = [
    discounted
      ? "Present values are each year’s amount times its discount factor, rounded to the penny."
      : `There are no present values yet. ${appraisal.notDiscountedBecause ?? ""}`,
    "Payback is counted in months from the start of the first year, and shown at the year from which the position stays positive.",
  ];
  const first = headingRow(notes) + 1;
  const last = first + years.length - 1;
  const rows = years.map((_, index) => {
    const place = { index, row: first + index, first, last };
    const plain = plainCells(appraisal, lines, place);
    return discounted ? [...plain, ...discountedCells(appraisal, discounted, { ...place, ...discounting })] : plain;
  });
  const totals = totalCells(appraisal, first, last);
  const columns = discounted ? [...plainColumns, ...discountedColumns] : plainColumns;
  const table = { name: "appraisal_years", columns, rows, totals, frozen: 1 };
  return {
    sheet: { name: sheetName, title: "Appraisal", notes, landscape: true, table },
    total: (column) => fromAnySheet(sheetName, cellAt(at[column], last + 1)),
    last: (column) => fromAnySheet(sheetName, cellAt(at[column], last)),
    firstYear: fromAnySheet(sheetName, cellAt(at.year, first)),
  };
}

const right = (title: string, width = 14): SheetColumn => ({ title, width, align: "right" });

const plainColumns: SheetColumn[] = [
  { title: "Year", width: 14 },
  right("Costs"),
  right("Savings"),
  right("Cashable savings"),
  right("Savings less costs"),
  right("Cumulative"),
  right("Payback (months)", 12),
  right("Funding"),
];

const discountedColumns: SheetColumn[] = [
  right("Years from base year", 11),
  right("Discount factor", 11),
  right("Present value of costs"),
  right("Present value of savings"),
  right("Present value, net"),
  right("Present value, cumulative"),
  right("Discounted payback (months)", 13),
];

interface Place {
  index: number;
  row: number;
  first: number;
  last: number;
}

function money(formula: string, pence: number | undefined): FormulaCell {
  return { formula, result: (pence ?? 0) / 100, format: "money" };
}

function plainCells(appraisal: Appraisal, { costs, savings, funding, cashable }: Lines, place: Place): CellContent[] {
  const { index, row } = place;
  const cashableLines = sumWhere(savings.amounts[index] ?? "", [cashable, quoted("Yes")]);
  return [
    fixed(appraisal.years[index] ?? "", "text"),
    money(costs.yearTotals[index] ?? "", appraisal.costs[index]),
    money(savings.yearTotals[index] ?? "", appraisal.savings[index]),
    money(cashableLines, appraisal.cashableSavings[index]),
    money(`ROUND(${cellAt(at.savings, row)}-${cellAt(at.costs, row)},2)`, appraisal.net[index]),
    runningTotal(at.net, at.cumulative, place, appraisal.cumulative),
    paybackCell(at.net, at.cumulative, place, appraisal.payback),
    money(funding.yearTotals[index] ?? "", appraisal.funding[index]),
  ];
}

function discountedCells(
  appraisal: Appraisal,
  discounted: Discounted,
  place: Place & { factors: readonly number[]; baseYear: FinancialYear | undefined },
): CellContent[] {
  const { index, row, factors, baseYear } = place;
  const year = appraisal.years[index] ?? "";
  const age = baseYear === undefined ? 0 : yearsBetween(baseYear, year);
  const present = (column: number) => `ROUND(${cellAt(column, row)}*${cellAt(at.factor, row)},2)`;
  return [
    { formula: `VALUE(LEFT(${cellAt(at.year, row)},4))-VALUE(LEFT(base_year,4))`, result: age, format: "number" },
    { formula: `INDEX(discount_factors,${cellAt(at.age, row)}+1)`, result: factors[age] ?? 1, format: "factor" },
    money(present(at.costs), discounted.costs[index]),
    money(present(at.savings), discounted.savings[index]),
    money(`ROUND(${cellAt(at.presentSavings, row)}-${cellAt(at.presentCosts, row)},2)`, discounted.net[index]),
    runningTotal(at.presentNet, at.presentCumulative, place, discounted.cumulative),
    paybackCell(at.presentNet, at.presentCumulative, place, discounted.payback),
  ];
}

function runningTotal(net: number, cumulative: number, { index, row }: Place, amounts: readonly number[]): FormulaCell {
  const formula = index === 0 ? cellAt(net, row) : `ROUND(${cellAt(cumulative, row - 1)}+${cellAt(net, row)},2)`;
  return money(formula, amounts[index]);
}

/** The month of payback, in the one year from which the position is never negative again; reckoned in whole pence. */
function paybackCell(net: number, cumulative: number, place: Place, payback: Payback): CellContent {
  const { index, row, last } = place;
  if (index === 0) return fixed(null, "number");
  const before = cellAt(cumulative, row - 1);
  const months = `${12 * index}+ROUNDUP(ROUND(-${before}*100,0)*12/ROUND(${cellAt(net, row)}*100,0),0)`;
  const here = payback.outcome === "at" && Math.ceil(payback.months / 12) === index + 1;
  return {
    formula: `IF(AND(${before}<0,MIN(${rangeAt(cumulative, row, last)})>=0),${months},"")`,
    result: here ? payback.months : "",
    format: "number",
  };
}

function totalCells(appraisal: Appraisal, first: number, last: number): CellContent[] {
  const { totals, discounted } = appraisal;
  const sum = (column: number, pence: number) => money(`ROUND(SUM(${rangeAt(column, first, last)}),2)`, pence);
  const payback = (cumulative: number, months: number, result: Payback): FormulaCell => {
    const [position, found] = [rangeAt(cumulative, first, last), rangeAt(months, first, last)];
    return {
      formula: `IF(MIN(${position})>=0,0,IF(COUNT(${found})=0,${quoted(notWithin)},MAX(${found})))`,
      result: paybackMonths(result),
      format: "number",
    };
  };
  const plain: CellContent[] = [
    fixed("Whole period"),
    sum(at.costs, totals.costs),
    sum(at.savings, totals.savings),
    sum(at.cashable, totals.cashable),
    sum(at.net, totals.net),
    fixed(null),
    payback(at.cumulative, at.payback, appraisal.payback),
    sum(at.funding, totals.funding),
  ];
  if (!discounted) return plain;
  return [
    ...plain,
    fixed(null),
    fixed(null),
    sum(at.presentCosts, discounted.totalCosts),
    sum(at.presentSavings, discounted.totalSavings),
    sum(at.presentNet, discounted.netPresentValue),
    fixed(null),
    payback(at.presentCumulative, at.discountedPayback, discounted.payback),
  ];
}

/** Payback as the workbook shows it: months, 0 where none is needed, or words. */
export function paybackMonths(payback: Payback): number | string {
  if (payback.outcome === "none needed") return 0;
  return payback.outcome === "at" ? payback.months : notWithin;
}
