import type { Appraisal } from "../appraisal/appraise.ts";
import type { Pence } from "../money/pence.ts";
import type { AppraisalSheet } from "./appraisal-sheet.ts";
import { cellAt, fromAnySheet, rangeAt } from "./cell-address.ts";
import type { LinesSheet } from "./lines-sheet.ts";
import type { PartnerSheet } from "./partner-sheet.ts";
import { fixed, headingRow, type CellContent, type WorkbookSheet } from "./workbook-model.ts";

const sheetName = "Checks";
const notes = ["OK: both figures are the same. Look: they differ; the last column says what it may mean."];

interface Check {
  says: string;
  left: [formula: string, pence: Pence];
  right: [formula: string, pence: Pence];
  meaning: string;
}

interface CheckSources {
  appraisal: Appraisal;
  sheet: AppraisalSheet;
  costs: LinesSheet;
  savings: LinesSheet;
  funding: LinesSheet;
  partners: PartnerSheet;
}

/** Figures that stand in two places, compared by live formulas. */
export function checksSheet(sources: CheckSources): { sheet: WorkbookSheet; range: string; allOk: boolean } {
  const checks = [...sumChecks(sources), ...awardChecks(sources), ...presentChecks(sources)];
  const first = headingRow(notes) + 1;
  const columns = [
    { title: "Check", width: 52 },
    { title: "One figure", width: 17, align: "right" } as const,
    { title: "Other figure", width: 17, align: "right" } as const,
    { title: "Difference", width: 17, align: "right" } as const,
    { title: "Result", width: 10 },
    { title: "If they differ", width: 60 },
  ];
  const rows = checks.map((check, index) => checkCells(check, first + index));
  return {
    sheet: { name: sheetName, title: "Checks", notes, landscape: true, table: { name: "checks", columns, rows } },
    range: fromAnySheet(sheetName, rangeAt(5, first, first + checks.length - 1)),
    allOk: checks.every(({ left, right }) => left[1] === right[1]),
  };
}

function checkCells({ says, left, right, meaning }: Check, row: number): CellContent[] {
  const difference = left[1] - right[1];
  return [
    fixed(says),
    { formula: left[0], result: left[1] / 100, format: "money" },
    { formula: right[0], result: right[1] / 100, format: "money" },
    { formula: `ROUND(${cellAt(2, row)}-${cellAt(3, row)},2)`, result: difference / 100, format: "money" },
    { formula: `IF(${cellAt(4, row)}=0,"OK","Look")`, result: difference === 0 ? "OK" : "Look" },
    fixed(meaning),
  ];
}

function sumChecks({ appraisal, sheet, costs, savings, funding, partners }: CheckSources): Check[] {
  const { totals } = appraisal;
  const agree = (says: string, left: string, right: string, pence: Pence): Check => {
    return {
      says,
      left: [left, pence],
      right: [right, pence],
      meaning: "A line was added or moved outside its table.",
    };
  };
  return [
    agree("Costs: lines and years add up to the same", costs.grandTotal, sheet.total("costs"), totals.costs),
    agree("Savings: lines and years add up to the same", savings.grandTotal, sheet.total("savings"), totals.savings),
    agree("Funding: lines and years add up to the same", funding.grandTotal, sheet.total("funding"), totals.funding),
    agree("Costs: all bodies together bear the total", costs.grandTotal, partners.costs, totals.costs),
    agree("Savings: all bodies together gain the total", savings.grandTotal, partners.savings, totals.savings),
    agree("The last cumulative figure is savings less costs", sheet.last("cumulative"), "net_saving", totals.net),
  ];
}

function awardChecks({ appraisal }: CheckSources): Check[] {
  const { awardAsked, awardFunds } = appraisal;
  if (awardFunds === "none") return [];
  const asked: [string, Pence] = ["award_asked+0", awardAsked ?? 0];
  return [
    {
      says: "The award asked for is the award in the lines of funding",
      left: asked,
      right: ["award_in_funding", appraisal.totals.award],
      meaning: "Correct the award asked for, or the lines of funding.",
    },
    {
      says: "The award asked for fills the funding gap",
      left: asked,
      right: ["funding_gap", appraisal.fundingGap],
      meaning: "Above nought, more is asked for than the costs need; below, some costs have no money yet.",
    },
  ];
}

function presentChecks({ appraisal: { discounted }, sheet }: CheckSources): Check[] {
  if (!discounted) return [];
  const value = discounted.netPresentValue;
  return [
    {
      says: "The last cumulative present value is the net present value",
      left: [sheet.last("presentCumulative"), value],
      right: ["net_present_value", value],
      meaning: "A formula of the appraisal was changed.",
    },
  ];
}
