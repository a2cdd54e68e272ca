import type { CashModel, Prices } from "../appraisal/cash-flow.ts";
import { startOfYear, yearsBetween, yearsFrom, yearStarting, type FinancialYear } from "../shared/dates.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { cellAt, fromAnySheet } from "./cell-address.ts";
import type { ChoiceList } from "./lists-sheet.ts";
import { fixed, headingRow, type CellContent, type DefinedName, type WorkbookSheet } from "./workbook-model.ts";

const sheetName = "Assumptions";

/** How the workbook says which prices figures are in, whatever words the scheme's form asks with. */
export const basisWords = { real: "Real", nominal: "Nominal" } as const;

/** Base years offered before the first year of the model; the sheet of discount rates reaches as far. */
const earlierBaseYears = 10;

export interface AssumptionsSheet {
  sheet: WorkbookSheet;
  names: DefinedName[];
  lists: ChoiceList[];
}

const columns = [
  { title: "Assumption", width: 26 },
  { title: "Value", width: 24 },
  { title: "What it means", width: 84 },
];

/** What the figures rest on, with a name for each value that formulas use. */
export function assumptionsSheet(scheme: Scheme, model: CashModel, source: string): AssumptionsSheet {
  const notes = ["Change a coloured cell and every sheet follows. Blank means not stated yet."];
  const named = namedAssumptions(model);
  const first = headingRow(notes) + 1;
  const rows = [
    ...named.map(({ label, cell, meaning }) => [fixed(label), cell, fixed(meaning)]),
    ...otherAssumptions(scheme, model, source).map(([label, value, meaning]) => {
      return [fixed(label), fixed(value, "text"), fixed(meaning)];
    }),
  ];
  return {
    sheet: { name: sheetName, title: "Assumptions", notes, table: { name: "assumptions", columns, rows } },
    names: named.map(({ name }, index) => ({ name, refersTo: fromAnySheet(sheetName, cellAt(2, first + index)) })),
    lists: [
      { name: "list_price_basis", title: "Prices", items: Object.values(basisWords) },
      { name: "list_base_year", title: "Base year", items: baseYears(model) },
    ],
  };
}

interface NamedAssumption {
  name: string;
  label: string;
  cell: CellContent;
  meaning: string;
}

function namedAssumptions({ awardAsked, awardFunds, prices }: CashModel): NamedAssumption[] {
  const inflation = prices?.basis === "nominal" ? prices.inflationPercent : undefined;
  const award = {
    name: "award_asked",
    label: "Award asked for",
    cell: money(awardAsked),
    meaning: "As stated in the application form.",
  };
  return [
    ...(awardFunds === "none" ? [] : [award]),
    {
      name: "price_basis",
      label: "Prices",
      cell: text(prices && basisWords[prices.basis], { list: "list_price_basis" }),
      meaning:
        "Real: one year’s prices throughout. Nominal: each year’s own prices, inflation included. The two are never mixed.",
    },
    {
      name: "base_year",
      label: "Base year",
      cell: text(prices?.baseYear, { list: "list_base_year" }),
      meaning: "The year whose prices present values are in. It is not discounted.",
    },
    {
      name: "inflation",
      label: "Inflation a year",
      cell: { value: inflation === undefined ? null : inflation / 100, format: "percent", input: "percent" },
      meaning: "Used only where figures are nominal.",
    },
  ];
}

type Assumption = [label: string, value: string, meaning: string];

function otherAssumptions(scheme: Scheme, { years, awardFunds }: CashModel, source: string): Assumption[] {
  const evenly = "Each year’s amounts are taken to fall evenly over its twelve months, to find the month of payback.";
  const fundable: Assumption = [
    "The award may meet",
    awardFunds === "one-off" ? "One-off costs" : "All costs",
    "Set by the scheme.",
  ];
  return [
    ["First year", years[0] ?? "", "Financial years run from 1 April to 31 March."],
    ["Last year", years.at(-1) ?? "", `${years.length} years in all.`],
    ...(awardFunds === "none" ? [] : [fundable]),
    ["Within a year", "Evenly", evenly],
    ["Discount rates", "See Discount rates", source],
    ...scheme.appraisal.notes.map((note): Assumption => ["Note", "", note]),
  ];
}

function money(pence: number | undefined): CellContent {
  return { value: pence === undefined ? null : pence / 100, format: "money", input: "money" };
}

function text(value: string | undefined, input: { list: string }): CellContent {
  return { value: value ?? null, format: "text", input };
}

/** The base years offered: those the sheet of discount rates reaches from. */
function baseYears({ years, prices }: CashModel): string[] {
  const [first] = years;
  if (first === undefined) return [];
  const count = yearsBefore(first, prices);
  return yearsFrom(yearStarting(startOfYear(first) - count), count + 1);
}

function yearsBefore(first: FinancialYear, prices: Prices | undefined): number {
  return Math.max(earlierBaseYears, prices ? yearsBetween(prices.baseYear, first) : 0);
}

/** How many years from the base year the model can reach, whichever base year is chosen. */
export function longestReach({ years, prices }: CashModel): number {
  const [first] = years;
  return first === undefined ? 0 : years.length - 1 + yearsBefore(first, prices);
}
