import { fixed, noteLines, type WorkbookSheet } from "./workbook-model.ts";

const contents: readonly (readonly [sheet: string, holds: string])[] = [
  ["Cover", "What the bid is, and its main figures."],
  ["Notes", "This page."],
  ["Costs", "Every cost, by financial year."],
  ["Savings", "Every saving, by financial year."],
  ["Funding", "Every source of money, by financial year."],
  ["By partner", "What each body bears, gives and gains."],
  ["Appraisal", "The years together: net, cumulative, payback and present values."],
  ["Discount rates", "The rate and factor of each year from the base year."],
  ["Assumptions", "The award asked for, prices, inflation and what else the figures rest on."],
  ["Checks", "Figures that stand in two places, compared."],
  ["Lists", "The choices that coloured cells offer."],
];

const columns = [
  { title: "Sheet", width: 24 },
  { title: "What it holds", width: 76 },
];

/** How to read the workbook. */
export function notesSheet(layoutNote: string): WorkbookSheet {
  return {
    name: "Notes",
    title: "Notes",
    notes: noteLines(columns, [
      "Cells with a coloured background hold what was put in and can be changed. All other cells are locked, without a password.",
      "Every total is a formula. Totals are rounded to the penny: their parts are whole pence, so rounding changes no figure.",
      "Money is in pounds. Financial years run from 1 April to 31 March. A blank amount is nothing.",
      layoutNote,
    ]),
    table: {
      name: "sheets",
      columns,
      rows: contents.map(([sheet, holds]) => [fixed(sheet), fixed(holds)]),
    },
  };
}
