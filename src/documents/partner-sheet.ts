import type { Appraisal } from "../appraisal/appraise.ts";
import type { BodyPosition } from "../appraisal/who-gains.ts";
import { sumPence } from "../money/pence.ts";
import { cellAt, fromAnySheet, quoted, rangeAt, sumWhere } from "./cell-address.ts";
import type { LinesSheet } from "./lines-sheet.ts";
import { fixed, headingRow, type CellContent, type FormulaCell, type WorkbookSheet } from "./workbook-model.ts";

const sheetName = "By partner";
const notes = ["What each body bears, gives and gains over the whole period. The award itself is left out."];

export interface PartnerSheet {
  sheet: WorkbookSheet;
  /** Where the total of costs, and of all savings, stands. */
  costs: string;
  savings: string;
}

/** Where each figure of a body is found in the sheets of lines. */
interface BodyLines {
  costs: { lines: LinesSheet; body: string };
  savings: { lines: LinesSheet; body: string; cashable: string };
  funding: { lines: LinesSheet; body: string; source: string; awardLabel: string };
}

/** Who pays and who gains. */
export function partnerSheet({ bodies }: Appraisal, where: BodyLines): PartnerSheet {
  const nobody: BodyPosition = { body: "Not stated", costs: 0, gives: 0, cashable: 0, nonCashable: 0, net: 0 };
  const shown = bodies.length === 0 ? [nobody] : bodies;
  const first = headingRow(notes) + 1;
  const last = first + shown.length - 1;
  const titles = [
    "Bears costs",
    "Gives money",
    "Gains, cashable",
    "Gains, not cashable",
    "Gains, all",
    "Gains less costs",
  ];
  const total = (column: number, pence: number) => money(`ROUND(SUM(${rangeAt(column, first, last)}),2)`, pence);
  const sums = shown.map(figures);
  return {
    sheet: {
      name: sheetName,
      title: "Who pays and who gains",
      notes,
      landscape: true,
      table: {
        name: "by_partner",
        columns: [
          { title: "Body", width: 40 },
          ...titles.map((title) => ({ title, width: 17, align: "right" }) as const),
        ],
        rows: shown.map((body, index) => bodyCells(body, first + index, where)),
        totals: [
          fixed("Total"),
          ...titles.map((_, index) => total(index + 2, sumPence(sums.map((one) => one[index] ?? 0)))),
        ],
        frozen: 1,
      },
    },
    costs: fromAnySheet(sheetName, cellAt(2, last + 1)),
    savings: fromAnySheet(sheetName, cellAt(6, last + 1)),
  };
}

function figures({ costs, gives, cashable, nonCashable, net }: BodyPosition): number[] {
  return [costs, gives, cashable, nonCashable, cashable + nonCashable, net];
}

function bodyCells(position: BodyPosition, row: number, { costs, savings, funding }: BodyLines): CellContent[] {
  const name = `$A${row}`;
  const yes = quoted("Yes");
  const all = position.cashable + position.nonCashable;
  return [
    fixed(position.body, "text"),
    money(sumWhere(costs.lines.totals, [costs.body, name]), position.costs),
    money(
      sumWhere(funding.lines.totals, [funding.body, name], [funding.source, quoted(funding.awardLabel), "not"]),
      position.gives,
    ),
    money(sumWhere(savings.lines.totals, [savings.body, name], [savings.cashable, yes]), position.cashable),
    money(sumWhere(savings.lines.totals, [savings.body, name], [savings.cashable, yes, "not"]), position.nonCashable),
    money(`ROUND(${cellAt(4, row)}+${cellAt(5, row)},2)`, all),
    money(`ROUND(${cellAt(6, row)}-${cellAt(2, row)},2)`, position.net),
  ];
}

function money(formula: string, pence: number): FormulaCell {
  return { formula, result: pence / 100, format: "money" };
}
