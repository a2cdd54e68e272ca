import type { Appraisal, Discounted, GroupTotals } from "../appraisal/appraise.ts";
import type { CashModel } from "../appraisal/cash-flow.ts";
import { formatPence, sumPence } from "../money/pence.ts";
import { headlineFigures, pricesText } from "./appraisal-working.ts";
import type { DocumentBlock, DocumentTable, TableColumn } from "./blocks.ts";

const amount = (title: string, share = 2): TableColumn => ({ title, share, align: "right" });

/** The appraisal with its working: headlines, both year tables, groups, and who pays and who gains. */
export function appraisalBlocks(
  appraisal: Appraisal,
  model: CashModel,
  { notes, source }: { notes: readonly string[]; source: string },
): DocumentBlock[] {
  return [
    { type: "heading", level: 1, text: "Appraisal", newPage: true },
    { type: "text", text: `Worked out from the costs, savings and funding above. ${pricesText(model.prices)}` },
    { type: "heading", level: 2, text: "Main figures" },
    headlineTable(appraisal),
    { type: "heading", level: 2, text: "Year by year" },
    yearTable(appraisal),
    ...discountedBlocks(appraisal, source),
    { type: "heading", level: 2, text: "Who pays and who gains" },
    bodiesTable(appraisal),
    { type: "heading", level: 2, text: "Costs and savings by category" },
    groupTable("Costs by category", appraisal.costsByCategory),
    groupTable("Savings by category", appraisal.savingsByCategory),
    ...(notes.length === 0
      ? []
      : ([
          { type: "heading", level: 2, text: "How the appraisal was made" },
          { type: "bullets", items: notes },
        ] as const)),
  ];
}

function headlineTable(appraisal: Appraisal): DocumentTable {
  return {
    type: "table",
    caption: "Main figures of the appraisal",
    columns: [
      { title: "Figure", share: 5 },
      { title: "Amount", share: 4.4, align: "right" },
      { title: "Working", share: 8 },
    ],
    rows: headlineFigures(appraisal).map((one) => {
      return [one.label, one.figure, one.working];
    }),
  };
}

function yearTable({ years, costs, savings, net, cumulative, funding, totals }: Appraisal): DocumentTable {
  const rows = years.map((year, index) => [
    year,
    ...[costs, savings, net, cumulative, funding].map((amounts) => formatPence(amounts[index] ?? 0)),
  ]);
  const total = ["Total", formatPence(totals.costs), formatPence(totals.savings), formatPence(totals.net), "–"];
  return {
    type: "table",
    caption: "Costs, savings and funding, year by year",
    columns: [
      { title: "Year", share: 1.6 },
      ...["Costs", "Savings", "Savings less costs", "Cumulative", "Funding"].map((title) => amount(title)),
    ],
    rows: [...rows, [...total, formatPence(totals.funding)]],
    totals: 1,
  };
}

function discountedBlocks({ years, discounted, notDiscountedBecause }: Appraisal, source: string): DocumentBlock[] {
  if (!discounted) {
    return [{ type: "text", text: `There are no present values yet. ${notDiscountedBecause ?? ""}`, style: "working" }];
  }
  return [
    discountedTable(years, discounted),
    {
      type: "text",
      style: "working",
      text: `Each year’s amount is multiplied by the year’s discount factor and rounded to the penny. The base year is not discounted. Discount rates: ${source}`,
    },
  ];
}

function discountedTable(years: readonly string[], discounted: Discounted): DocumentTable {
  const { costs, savings, net, cumulative } = discounted;
  const rows = years.map((year, index) => [
    year,
    (discounted.factors[index] ?? 0).toFixed(4),
    ...[costs, savings, net, cumulative].map((amounts) => formatPence(amounts[index] ?? 0)),
  ]);
  const totals = [discounted.totalCosts, discounted.totalSavings, discounted.netPresentValue].map(formatPence);
  return {
    type: "table",
    caption: "Present values, year by year",
    columns: [
      { title: "Year", share: 1.6 },
      amount("Discount factor", 1.6),
      ...["Costs", "Savings", "Savings less costs", "Cumulative"].map((title) => amount(title, 2.2)),
    ],
    rows: [...rows, ["Total", "–", ...totals, "–"]],
    totals: 1,
  };
}

function bodiesTable({ bodies, totals }: Appraisal): DocumentTable {
  const given = sumPence(bodies.map((body) => body.gives));
  const sums = [totals.costs, given, totals.cashable, totals.nonCashable, totals.net];
  return {
    type: "table",
    caption: "Costs borne, money given and savings gained by each body",
    columns: [
      { title: "Body", share: 3.4 },
      ...["Bears costs", "Gives money", "Gains, cashable", "Gains, not cashable", "Gains less costs"].map((one) =>
        amount(one),
      ),
    ],
    rows: [
      ...bodies.map(({ body, costs, gives, cashable, nonCashable, net }) => [
        body,
        ...[costs, gives, cashable, nonCashable, net].map(formatPence),
      ]),
      ["Total", ...sums.map(formatPence)],
    ],
    totals: 1,
  };
}

function groupTable(caption: string, groups: readonly GroupTotals[]): DocumentTable {
  return {
    type: "table",
    caption,
    columns: [{ title: "Category", share: 4 }, amount("Total")],
    rows: [
      ...groups.map(({ group, total }) => [group === "" ? "Not stated" : group, formatPence(total)]),
      ["Total", formatPence(sumPence(groups.map((one) => one.total)))],
    ],
    totals: 1,
  };
}
