import type { CashModel, CostLine, FundingLine, Line, Prices, SavingLine } from "../appraisal/cash-flow.ts";
import { comparableOf, isEmpty, textOf } from "../fields/answer.ts";
import type { Row } from "../fields/kinds/table.ts";
import { readableYears, type YearlyMoney } from "../fields/kinds/yearly-money.ts";
import type { Column, FieldOf } from "../fields/registry.ts";
import { isFinancialYear, yearsFrom, type FinancialYear } from "../shared/dates.ts";
import type { SaidAnswers } from "./said-answers.ts";
import { questionOf, type Scheme } from "./scheme-schema.ts";

export type TableField = FieldOf<"table">;
type StoredAnswers = Readonly<Record<string, unknown>>;

/** The years of a scheme's money model. */
export function modelYears(scheme: Scheme): FinancialYear[] {
  const { first, count } = scheme.appraisal.years;
  return yearsFrom(first, count);
}

/**
 * Builds the money model from a bid's answers. What is not stated yet falls on the careful side
 * (ongoing, revenue, not cashable) and stands as a finding of its own; amounts outside the model's years are left out.
 * Where the bid is not asked what award it wants, there is no award.
 */
export function cashModelOf(
  scheme: Scheme,
  { answers, hidden }: SaidAnswers,
  discountRates: readonly number[],
): CashModel {
  const { "award-asked": award = "", "award-funds": awardFunds } = scheme.appraisal;
  return {
    years: modelYears(scheme),
    costs: linesOf(scheme, answers, "costs") as CostLine[],
    savings: linesOf(scheme, answers, "savings") as SavingLine[],
    funding: linesOf(scheme, answers, "funding") as FundingLine[],
    awardAsked: awardAskedIn(scheme, answers),
    awardFunds: hidden.includes(award) ? "none" : awardFunds,
    prices: pricesOf(scheme, answers),
    discountRates,
  };
}

/** The award asked for, in pence; undefined while none is. */
export function awardAskedIn(scheme: Scheme, answers: StoredAnswers): number | undefined {
  const id = scheme.appraisal["award-asked"];
  const question = id === undefined ? undefined : questionOf(scheme, id);
  const asked = question && comparableOf(question, answers[question.id]);
  return asked?.unit === "pence" ? asked.amount : undefined;
}

type TableName = "costs" | "savings" | "funding";
type Settings = Scheme["appraisal"];

const builders: { [Name in TableName]: (row: Row, settings: Settings[Name], cell: CellText) => Line | undefined } = {
  costs: (row, settings, cell) => {
    const nature = cell(settings.nature) === "one-off" ? "one-off" : "ongoing";
    const treatment = cell(settings.treatment) === "capital" ? "capital" : "revenue";
    const category = cell(settings.category, "text");
    return { ...bare(row, cell(settings.body, "text")), category, nature, treatment } as CostLine;
  },
  savings: (row, settings, cell) => {
    const nature = cell(settings.nature) === "one-off" ? "one-off" : "ongoing";
    const category = cell(settings.category, "text");
    const cashable = cell(settings.cashable) === "true";
    return { ...bare(row, cell(settings.body, "text")), category, nature, cashable } as SavingLine;
  },
  funding: (row, settings, cell) => {
    const source = cell(settings.source);
    const known = source === "award" || source === "own" || source === "match" ? source : "other";
    return {
      ...bare(row, cell(settings.body, "text")),
      category: cell(settings.source, "text"),
      source: known,
    } as FundingLine;
  },
};

function bare(row: Row, body: string) {
  return { id: row.id, name: "", body: body === "" ? "Not stated" : body, amounts: new Map<FinancialYear, number>() };
}

/** The text of a cell as stored (an id or true/false) or as shown. */
type CellText = (column: string, as?: "text") => string;

const lineCache = new WeakMap<Row, { field: TableField; first: FinancialYear; line: Line | undefined }>();

function linesOf(scheme: Scheme, answers: StoredAnswers, name: TableName): Line[] {
  const settings = scheme.appraisal[name];
  const field = questionOf(scheme, settings.table);
  const rows = answers[settings.table];
  if (field?.kind !== "table" || !Array.isArray(rows)) return [];
  return (rows as Row[]).flatMap((row) => cachedLine(scheme, field, name, row) ?? []);
}

function cachedLine(scheme: Scheme, field: TableField, name: TableName, row: Row): Line | undefined {
  const first = scheme.appraisal.years.first;
  const cached = lineCache.get(row);
  if (cached && cached.field === field && cached.first === first) return cached.line;
  const line = lineOf(scheme, field, name, row);
  lineCache.set(row, { field, first, line });
  return line;
}

function lineOf(scheme: Scheme, field: TableField, name: TableName, row: Row): Line | undefined {
  const settings = scheme.appraisal[name];
  const amounts = row.cells[settings.amounts] as YearlyMoney | undefined;
  if (amounts === undefined || Object.keys(amounts).length === 0) return undefined;
  const cell: CellText = (id, as) => cellText(field, row, id, as);
  const line = builders[name](row, settings as never, cell) as Line;
  const years = new Set(modelYears(scheme));
  const inside = readableYears(amounts).filter(([year]) => years.has(year));
  const label = cellText(field, row, field["named-by"], "text");
  return { ...line, name: label === "" ? line.category : label, amounts: new Map(inside) };
}

function cellText(field: TableField, row: Row, id: string, as?: "text"): string {
  const column = field.columns.find((one) => one.id === id);
  if (!column) return "";
  const stored = row.cells[id];
  if (as === "text" || (typeof stored !== "string" && typeof stored !== "boolean")) return textOf(column, stored);
  return String(stored);
}

function pricesOf(scheme: Scheme, answers: StoredAnswers): Prices | undefined {
  const { basis, "base-year": year, inflation } = scheme.appraisal.prices;
  const baseYear = answers[year];
  if (typeof baseYear !== "string" || !isFinancialYear(baseYear)) return undefined;
  if (answers[basis] === "real") return { basis: "real", baseYear };
  if (answers[basis] !== "nominal") return undefined;
  const percent = answers[inflation];
  return typeof percent === "number"
    ? { basis: "nominal", baseYear, inflationPercent: percent }
    : { basis: "nominal", baseYear };
}

/** A line of a money table that is not complete enough to be reckoned with, and the column that is missing. */
export interface LineGap {
  table: string;
  row: Row;
  column: Column;
}

const gapCache = new WeakMap<readonly Row[], { field: TableField; gaps: LineGap[] }>();

/** Cells that the money model needs and that hold nothing it can use yet. */
export function lineGaps(scheme: Scheme, answers: StoredAnswers, name: TableName): LineGap[] {
  const { table, ...needed } = scheme.appraisal[name];
  const field = questionOf(scheme, table);
  const rows = answers[table];
  if (field?.kind !== "table" || !Array.isArray(rows)) return [];
  const held = gapCache.get(rows as Row[]);
  if (held && held.field === field) return held.gaps;
  const columns = field.columns.filter((column) => Object.values(needed).includes(column.id));
  const gaps = (rows as Row[]).flatMap((row) =>
    columns.filter((column) => !usable(column, row.cells[column.id])).map((column) => ({ table, row, column })),
  );
  gapCache.set(rows as Row[], { field, gaps });
  return gaps;
}

function usable(column: Column, value: unknown): boolean {
  return !isEmpty(column, value) && comparableOf(column, value) !== undefined;
}
