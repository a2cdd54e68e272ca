import { describe, expect, test } from "vitest";
import { financialWorkbook } from "../../../src/documents/financial-workbook.ts";
import { headingRow, type CellContent, type FinancialWorkbook } from "../../../src/documents/workbook-model.ts";
import { example, scheme } from "../../support/bidwright.ts";
import { emptyBid } from "../../support/bids.ts";
import { documentInput } from "../../support/documents-builders.ts";

const award = scheme("tca-2013-14");
const cheshire = example(award, "cheshire").bid;
const input = documentInput(award, cheshire);
const workbook = financialWorkbook(input);

function tableOf(of: FinancialWorkbook, sheet: string) {
  const found = of.sheets.find((one) => one.name === sheet);
  if (!found) throw new Error(`No sheet ${sheet}`);
  return found.table;
}

function resultOf(cell: CellContent | undefined) {
  return cell && "formula" in cell ? cell.result : undefined;
}

describe("The financial workbook", () => {
  test("has one table on each of its sheets", () => {
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([
      "Cover",
      "Notes",
      "Costs",
      "Savings",
      "Funding",
      "By partner",
      "Appraisal",
      "Discount rates",
      "Assumptions",
      "Checks",
      "Lists",
    ]);
    const names = workbook.sheets.map((sheet) => sheet.table.name);
    expect(new Set(names).size).toBe(names.length);
    expect(workbook.sheets.every((sheet) => sheet.table.rows.length > 0)).toBe(true);
  });

  test("gives every row as many cells as there are columns", () => {
    for (const { table } of workbook.sheets) {
      const rows = [...table.rows, ...(table.totals ? [table.totals] : [])];
      expect(rows.every((row) => row.length === table.columns.length)).toBe(true);
    }
  });

  test("has a live formula in every total, holding the appraisal’s own figure", () => {
    const { appraisal } = input;
    const costs = tableOf(workbook, "Costs").totals ?? [];
    const years = costs.slice(-appraisal.years.length - 1).map(resultOf);
    expect(years).toEqual([...appraisal.costs, appraisal.totals.costs].map((pence) => pence / 100));
    const totals = tableOf(workbook, "Appraisal").totals ?? [];
    expect(resultOf(totals[4])).toBe(appraisal.totals.net / 100);
    expect(resultOf(totals[12])).toBe((appraisal.discounted?.netPresentValue ?? Number.NaN) / 100);
  });

  test("lets only what was put in be changed", () => {
    for (const sheet of workbook.sheets) {
      const cells = [...sheet.table.rows.flat(), ...(sheet.table.totals ?? [])];
      const inputs = cells.filter((cell) => "input" in cell && cell.input !== undefined);
      const changeable = ["Costs", "Savings", "Funding", "Discount rates", "Assumptions"].includes(sheet.name);
      expect([sheet.name, inputs.length > 0]).toEqual([sheet.name, changeable]);
    }
  });

  test("names its inputs and main figures, each once", () => {
    const names = workbook.names.map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of ["award_asked", "base_year", "total_costs", "net_present_value", "payback_months"]) {
      expect(names).toContain(name);
    }
  });

  test("offers the choices of a column as the scheme words them", () => {
    const lists = tableOf(workbook, "Lists");
    const column = lists.columns.findIndex((one) => one.title === "Funding: Source");
    const items = lists.rows.map((row) => row[column]).flatMap((cell) => (cell && "value" in cell ? [cell.value] : []));
    expect(items.filter((item) => item !== null)).toEqual([
      "Award asked for",
      "Lead authority’s own money",
      "Partners’ money",
      "Other money",
    ]);
  });

  test("finds its table straight after the notes on every sheet", () => {
    for (const { notes } of workbook.sheets) expect(headingRow(notes)).toBe(notes.length + 2);
  });

  test("finds figures that disagree and says so", () => {
    const bid = { ...cheshire, answers: { ...cheshire.answers, "award-requested": 400_000_00 } };
    const results = tableOf(financialWorkbook(documentInput(award, bid)), "Checks").rows.map((row) => resultOf(row[4]));
    expect(results).toContain("Look");
    expect(tableOf(workbook, "Checks").rows.map((row) => resultOf(row[4]))).not.toContain("Look");
  });

  test("of a bid without a figure says what is missing and divides nothing by nothing", () => {
    const empty = financialWorkbook(documentInput(award, emptyBid(), { draft: true }));
    const cells = empty.sheets.flatMap((sheet) => sheet.table.rows.flat());
    const numbers = cells
      .map((cell) => ("formula" in cell ? cell.result : cell.value))
      .filter((one) => typeof one === "number");
    expect(numbers.every((one) => Number.isFinite(one))).toBe(true);
    expect(cells.some((cell) => "formula" in cell && cell.result === "Not stated yet")).toBe(true);
    expect(tableOf(empty, "Appraisal").columns).toHaveLength(8);
  });
});
