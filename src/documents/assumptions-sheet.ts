import type { CashModel } from "../appraisal/cash-flow.ts";
import { startOfYear, yearsFrom, yearStarting } from "../shared/dates.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { cellAt, fromAnySheet } from "./cell-address.ts";
import type { ChoiceList } from "./lists-sheet.ts";
import { fixed, headingRow, type CellContent, type DefinedName, type WorkbookSheet } from "./workbook-model.ts";

const sheetName = "Assumptions";

/** How the workbook says which prices figures are in, whatever words the scheme's form asks with. */
export const basisWords = { real: "Real", nominal: "Nominal" } as const;

/** Base years offered before the first year of the model; the sheet of discount rates reaches as far. */
export const earlierBaseYears = 10;

export interface AssumptionsSheet {
  sheet: WorkbookSheet;
  names: DefinedName[];
  lists: ChoiceList[];
}

/** What the figures rest on, with a name for each value that formulas use. */
export function assumptionsSheet(scheme: Scheme, model: CashModel, source: string): AssumptionsSheet {
  const notes = ["Change a coloured cell and every sheet follows. Blank means not stated yet."];
  const { prices } = model;
  const inflation = prices?.basis === "nominal" ? prices.inflationPercent : undefined;
  const named: [name: string, label: string, cell: CellContent, meaning: string][] = [
    ["award_asked", "Award asked for", money(model.awardAsked), "As stated in the application form."],
    [
      "price_basis",
      "Prices",
      text(prices && basisWords[prices.basis], { list: "list_price_basis" }),
      "Real: one year’s prices throughout. Nominal: each year’s own prices, inflation included. The two are never mixed.",
    ],
    [
      "base_year",
      "Base year",
      text(prices?.baseYear, { list: "list_base_year" }),
      "The year whose prices present values are in. It is not discounted.",
    ],
    [
      "inflation",
      "Inflation a year",
      { value: inflation === undefined ? null : inflation / 100, format: "percent", input: "percent" },
      "Used only where figures are nominal.",
    ],
  ];
  const others: [label: string, value: string, meaning: string][] = [
    ["First year", model.years[0] ?? "", "Financial years run from 1 April to 31 March."],
    ["Last year", model.years.at(-1) ?? "", `${model.years.length} years in all.`],
    ["The award may meet", model.awardFunds === "one-off" ? "One-off costs" : "All costs", "Set by the scheme."],
    [
      "Within a year",
      "Evenly",
      "Each year’s amounts are taken to fall evenly over its twelve months, to find the month of payback.",
    ],
    ["Discount rates", "See Discount rates", source],
    ...scheme.appraisal.notes.map((note) => ["Note", "", note] as [string, string, string]),
  ];
  const first = headingRow(notes) + 1;
  return {
    sheet: {
      name: sheetName,
      title: "Assumptions",
      notes,
      table: {
        name: "assumptions",
        columns: [
          { title: "Assumption", width: 26 },
          { title: "Value", width: 24 },
          { title: "What it means", width: 84 },
        ],
        rows: [
          ...named.map(([, label, cell, meaning]) => [fixed(label), cell, fixed(meaning)]),
          ...others.map(([label, value, meaning]) => [fixed(label), fixed(value, "text"), fixed(meaning)]),
        ],
      },
    },
    names: named.map(([name], index) => ({ name, refersTo: fromAnySheet(sheetName, cellAt(2, first + index)) })),
    lists: [
      { name: "list_price_basis", title: "Prices", items: Object.values(basisWords) },
      { name: "list_base_year", title: "Base year", items: baseYears(model) },
    ],
  };
}

function money(pence: number | undefined): CellContent {
  return { value: pence === undefined ? null : pence / 100, format: "money", input: "money" };
}

function text(value: string | undefined, input: { list: string }): CellContent {
  return { value: value ?? null, format: "text", input };
}

function baseYears({ years }: CashModel): string[] {
  const [first] = years;
  if (first === undefined) return [];
  return yearsFrom(yearStarting(startOfYear(first) - earlierBaseYears), earlierBaseYears + 1);
}
