import type { Appraisal } from "../appraisal/appraise.ts";
import { isEmpty, rowName } from "../fields/answer.ts";
import type { Row } from "../fields/kinds/table.ts";
import { readableYears, type YearlyMoney } from "../fields/kinds/yearly-money.ts";
import { formatPence } from "../money/pence.ts";
import { modelYears, type TableField } from "../schemes/cash-model.ts";
import { questionOf, type Scheme } from "../schemes/scheme-schema.ts";
import type { Finding, FindingPlace } from "./findings.ts";

type Answers = Readonly<Record<string, unknown>>;

/** Checks of the money model that hold for every scheme: figures that stand twice agree, and every figure has a source. */
export function moneyFindings(scheme: Scheme, answers: Answers, appraisal: Appraisal): Finding[] {
  return [
    ...awardAgrees(scheme, answers, appraisal),
    ...awardFillsGap(scheme, answers, appraisal),
    ...amountsOutsideYears(scheme, answers),
    ...figuresWithoutSource(scheme, answers),
    ...bodiesThatLose(scheme, appraisal),
  ];
}

interface MoneyFinding {
  id: string;
  severity: Finding["severity"];
  says: string;
  working: string;
  fix: string;
  distance?: string;
  place: FindingPlace;
}

function finding({ id, ...others }: MoneyFinding): Finding {
  return { id: `money:${id}`, kind: "money", outcome: "not met", sources: [], ...others };
}

function awardAgrees(scheme: Scheme, answers: Answers, { totals, awardAsked: asked }: Appraisal): Finding[] {
  const { table } = scheme.appraisal.funding;
  if (asked === undefined || answers[table] === undefined || asked === totals.award) return [];
  return [
    finding({
      id: "award-funding-line",
      severity: "blocker",
      says: "The award asked for is the same figure wherever it stands.",
      working: `Award asked for: ${formatPence(asked)}. Award in the funding table: ${formatPence(totals.award)}.`,
      distance: formatPence(Math.abs(asked - totals.award)),
      fix: "Make the award lines of the funding table add up to the award asked for.",
      place: { question: table },
    }),
  ];
}

function awardFillsGap(scheme: Scheme, answers: Answers, appraisal: Appraisal): Finding[] {
  const { awardLessGap, awardFunds, fundingGap, totals } = appraisal;
  const { costs, funding, "award-asked": question } = scheme.appraisal;
  if (
    !awardLessGap ||
    question === undefined ||
    answers[costs.table] === undefined ||
    answers[funding.table] === undefined
  )
    return [];
  const over = awardLessGap > 0;
  const gap = formatPence(Math.abs(awardLessGap));
  const fundable = awardFunds === "one-off" ? totals.oneOff : totals.costs;
  const others = totals.own + totals.match + totals.other;
  return [
    finding({
      id: "funding-covers-costs",
      severity: "warning",
      says: "The award asked for is what the costs it may meet still need.",
      working: `Costs the award may meet: ${formatPence(fundable)}, less other money ${formatPence(others)}, leaves ${formatPence(fundingGap)} to find.`,
      distance: gap,
      fix: over ? `Ask for ${gap} less, or show the costs it would meet.` : `Find ${gap} more, or cut the costs.`,
      place: { question },
    }),
  ];
}

function tablesOf(scheme: Scheme, answers: Answers) {
  return (["costs", "savings", "funding"] as const).flatMap((name) => {
    const { table, amounts } = scheme.appraisal[name];
    const field = questionOf(scheme, table);
    const rows = answers[table];
    return field?.kind === "table" && Array.isArray(rows) ? [{ name, field, amounts, rows: rows as Row[] }] : [];
  });
}

function amountsOutsideYears(scheme: Scheme, answers: Answers): Finding[] {
  const years = modelYears(scheme);
  const held = new Set(years);
  return tablesOf(scheme, answers).flatMap(({ field, amounts, rows }) =>
    rows.flatMap((row, position) => {
      const outside = readableYears((row.cells[amounts] ?? {}) as YearlyMoney).filter(([year]) => !held.has(year));
      if (outside.length === 0) return [];
      const named = outside.map(([year, pence]) => `${formatPence(pence)} in ${year}`).join(", ");
      return finding({
        id: `amount-outside-years.${field.id}.${row.id}`,
        severity: "blocker",
        says: `Every amount falls in a year of the bid: ${years[0]} to ${years.at(-1)}.`,
        working: `${field.label}, ${rowName(field, row, position)}: ${named}. It is in no total.`,
        fix: "Move the amount to a year of the bid, or take it out.",
        place: { question: field.id, row: row.id, column: amounts },
      });
    }),
  );
}

/** The column that holds where a figure comes from, by the name every scheme gives it. */
const sourceColumn = "source";

function figuresWithoutSource(scheme: Scheme, answers: Answers): Finding[] {
  return tablesOf(scheme, answers).flatMap(({ name, field, rows }) => {
    const column = field.columns.find((one) => one.id === sourceColumn);
    if (name === "funding" || !column || column.required) return [];
    return rows.flatMap((row, position) =>
      isEmpty(column, row.cells[column.id]) ? noSource(field, row, position) : [],
    );
  });
}

function noSource(field: TableField, row: Row, position: number): Finding {
  return finding({
    id: `no-source.${field.id}.${row.id}`,
    severity: "advice",
    says: "Every figure says where it comes from.",
    working: `${field.label}, ${rowName(field, row, position)}: no source is given.`,
    fix: "Say where the figure comes from: a quotation, an invoice, a budget or a named estimate.",
    place: { question: field.id, row: row.id, column: sourceColumn },
  });
}

function bodiesThatLose(scheme: Scheme, { bodies }: Appraisal): Finding[] {
  return bodies
    .filter((body) => body.gives > 0 && body.gives > body.cashable + body.nonCashable)
    .map((body) =>
      finding({
        id: `pays-more-than-gains.${body.body}`,
        severity: "advice",
        says: "A body that puts in more than it gains will want to know why.",
        working: `${body.body} gives ${formatPence(body.gives)} and gains ${formatPence(body.cashable + body.nonCashable)}.`,
        fix: "Say what else it gains, or agree how those who gain share with those who pay.",
        place: { question: scheme.appraisal.funding.table },
      }),
    );
}
