import type { Appraisal } from "../appraisal/appraise.ts";
import type { Payback } from "../appraisal/payback.ts";
import type { Pence } from "../money/pence.ts";
import { startOfYear } from "../shared/dates.ts";
import { notWithin, paybackMonths, type AppraisalSheet } from "./appraisal-sheet.ts";
import { notStated } from "./appraisal-working.ts";
import { cellAt, fromAnySheet, quoted, sumWhere } from "./cell-address.ts";
import type { LinesSheet } from "./lines-sheet.ts";
import {
  fixed,
  headingRow,
  noteLines,
  type DefinedName,
  type FormulaCell,
  type SheetColumn,
  type WorkbookSheet,
} from "./workbook-model.ts";

const sheetName = "Cover";

/** Where the main figures are drawn from. */
export interface HeadlineSources {
  appraisal: Appraisal;
  sheet: AppraisalSheet;
  costs: LinesSheet;
  savings: LinesSheet;
  funding: LinesSheet;
  /** Columns and labels by which lines are told apart. */
  nature: { range: string; oneOff: string };
  source: { range: string; award: string };
  checks: { range: string; allOk: boolean };
}

const columns: SheetColumn[] = [
  { title: "Main figure", width: 46 },
  { title: "Value", width: 24, align: "right" },
  { title: "How it is worked out", width: 62 },
];

interface Headline {
  name: string;
  label: string;
  cell: FormulaCell;
  working: string;
}

/** The cover: what the workbook is, and the main figures, each with a name that formulas and readers can use. */
export function headlineSheet(title: string, said: readonly string[], sources: HeadlineSources) {
  const ratios = sources.appraisal.awardFunds === "none" ? [] : ratioHeadlines(sources);
  const headlines = [...moneyHeadlines(sources), ...ratios, ...paybackHeadlines(sources)];
  const notes = noteLines(columns, said);
  const first = headingRow(notes) + 1;
  const sheet: WorkbookSheet = {
    name: sheetName,
    title,
    notes,
    table: {
      name: "main_figures",
      columns,
      rows: headlines.map(({ label, cell, working }) => [fixed(label), cell, fixed(working)]),
    },
  };
  const names = headlines.map(({ name }, index): DefinedName => {
    return { name, refersTo: fromAnySheet(sheetName, cellAt(2, first + index)) };
  });
  return { sheet, names };
}

const money = (formula: string, pence: Pence): FormulaCell => ({ formula, result: pence / 100, format: "money" });

const line = (name: string, label: string, cell: FormulaCell, working: string): Headline => {
  return { name, label, cell, working };
};

function moneyHeadlines(sources: HeadlineSources): Headline[] {
  const { appraisal, costs, savings, funding, sheet } = sources;
  const { totals, awardFunds } = appraisal;
  const oneOff = sumWhere(costs.totals, [sources.nature.range, quoted(sources.nature.oneOff)]);
  const award = sumWhere(funding.totals, [sources.source.range, quoted(sources.source.award)]);
  const net = money("ROUND(total_savings-total_costs,2)", totals.net);
  const fundable = awardFunds === "one-off" ? "one_off_costs" : "total_costs";
  const gap = money(`ROUND(${fundable}-(total_funding-award_in_funding),2)`, appraisal.fundingGap);
  const gapWorking = `${awardFunds === "one-off" ? "One-off" : "Total"} costs less all funding but the award.`;
  const awardLine = line(
    "award_in_funding",
    "Award in the lines of funding",
    money(award, totals.award),
    "Lines of Funding marked as the award.",
  );
  return [
    line("total_costs", "Total costs", money(costs.grandTotal, totals.costs), "All lines of Costs."),
    line("one_off_costs", "One-off costs", money(oneOff, totals.oneOff), "Lines of Costs marked one-off."),
    line("total_savings", "Total savings", money(savings.grandTotal, totals.savings), "All lines of Savings."),
    line(
      "cashable_savings",
      "Cashable savings",
      money(sheet.total("cashable"), totals.cashable),
      "Lines of Savings marked cashable.",
    ),
    line("net_saving", "Savings less costs", net, "Total savings less total costs."),
    line("total_funding", "Total funding", money(funding.grandTotal, totals.funding), "All lines of Funding."),
    ...(awardFunds === "none" ? [] : [awardLine, line("funding_gap", "Funding gap", gap, gapWorking)]),
  ];
}

function ratioHeadlines({ appraisal }: HeadlineSources): Headline[] {
  const { totals, awardAsked, awardLessGap, savingPerPound } = appraisal;
  const missing = quoted(notStated);
  const perPound = (name: string, result: number | undefined): FormulaCell => ({
    formula: `IF(N(award_asked)<=0,${missing},ROUND(${name}/award_asked,2))`,
    result: result ?? notStated,
    format: "money",
  });
  const share = totals.funding === 0 ? notStated : (totals.funding / 100 - totals.award / 100) / (totals.funding / 100);
  return [
    {
      name: "award_less_gap",
      label: "Award asked for less funding gap",
      cell: {
        formula: `IF(ISBLANK(award_asked),${missing},ROUND(award_asked-funding_gap,2))`,
        result: awardAsked === undefined || awardLessGap === undefined ? notStated : awardLessGap / 100,
        format: "money",
      },
      working: "Above nought: more is asked for than the gap. Below: less.",
    },
    {
      name: "match_share",
      label: "Own, match and other money as a share of all funding",
      cell: {
        formula: `IF(total_funding=0,${missing},(total_funding-award_in_funding)/total_funding)`,
        result: share,
        format: "percent",
      },
      working: "All funding but the award, divided by all funding.",
    },
    {
      name: "saving_per_pound",
      label: "Saving for each £1 of award",
      cell: perPound("total_savings", savingPerPound?.all),
      working: "Total savings divided by the award asked for, not discounted.",
    },
    {
      name: "cashable_saving_per_pound",
      label: "Cashable saving for each £1 of award",
      cell: perPound("cashable_savings", savingPerPound?.cashable),
      working: "Cashable savings divided by the award asked for, not discounted.",
    },
  ];
}

function paybackHeadlines({ appraisal, sheet, checks }: HeadlineSources): Headline[] {
  const { discounted, payback } = appraisal;
  const pair = (name: string, label: string, formula: string, result: Payback): Headline[] => [
    {
      name,
      label: `${label} in months`,
      cell: { formula, result: paybackMonths(result), format: "number" },
      working: "Months from the start of the first year. 0: savings cover costs throughout.",
    },
    {
      name: `${name}_by`,
      label: `${label} by`,
      cell: monthCell(name, sheet.firstYear, appraisal, result),
      working: "The month in which the position turns positive for good.",
    },
  ];
  return [
    ...pair("payback_months", "Payback", sheet.total("payback"), payback),
    ...(discounted
      ? [
          ...pair(
            "discounted_payback_months",
            "Discounted payback",
            sheet.total("discountedPayback"),
            discounted.payback,
          ),
          {
            name: "net_present_value",
            label: "Net present value",
            cell: money(sheet.total("presentNet"), discounted.netPresentValue),
            working: "Present value of savings less present value of costs.",
          },
        ]
      : []),
    {
      name: "checks_result",
      label: "Checks",
      cell: {
        formula: `IF(COUNTIF(${checks.range},"OK")=ROWS(${checks.range}),"All OK","Look at Checks")`,
        result: checks.allOk ? "All OK" : "Look at Checks",
      },
      working: "Figures that stand in two places agree.",
    },
  ];
}

/** Excel counts days from the end of 1899; a month is shown by its first day. */
function monthCell(months: string, firstYear: string, { years }: Appraisal, payback: Payback): FormulaCell {
  const start = startOfYear(years[0] ?? "0000");
  const day = (count: number) => Date.UTC(start, 2 + count, 1) / 86_400_000 + 25_569;
  return {
    formula: `IF(ISTEXT(${months}),${months},IF(${months}=0,"None needed",DATE(VALUE(LEFT(${firstYear},4)),3+${months},1)))`,
    result:
      payback.outcome === "at" ? day(payback.months) : payback.outcome === "not within" ? notWithin : "None needed",
    format: "month",
  };
}
