import { isEmpty } from "../fields/answer.ts";
import type { Row } from "../fields/kinds/table.ts";
import { readableYears, type YearlyMoney } from "../fields/kinds/yearly-money.ts";
import { modelYears } from "../schemes/cash-model.ts";
import { saidAnswers } from "../schemes/said-answers.ts";
import { questionOf, type Question, type Scheme } from "../schemes/scheme-schema.ts";
import type { Bid } from "./bid-schema.ts";
import { carryAnswers, type AdjustedAnswer, type AnswerLeftBehind, type CarriedAnswer } from "./carry.ts";
import { valueText } from "./carry-value.ts";

/** A required question that is asked and not answered. */
export interface MissingAnswer {
  question: string;
  label: string;
  section: string;
}

/** With the answer as text. */
type WithText<T> = T & { text: string };

/** A new bid made of the answers of another one, and what became of each of them. */
export interface CarriedBid {
  bid: Bid;
  carried: WithText<CarriedAnswer>[];
  adjusted: WithText<AdjustedAnswer>[];
  leftBehind: WithText<AnswerLeftBehind>[];
  missing: MissingAnswer[];
  /** Years in which amounts came over, and which the new scheme's tables do not hold. */
  yearsOutside: string[];
}

/**
 * The answers of a bid in another scheme, or in another strand of its own. The bid given is not changed.
 *
 * @param named the new bid's own identity
 */
export function carryBid(
  source: { bid: Bid; scheme: Scheme },
  { scheme, strand }: { scheme: Scheme; strand: string },
  named: Pick<Bid, "id" | "title">,
): CarriedBid {
  const { answers, carried, adjusted, leftBehind } = carryAnswers(source, scheme);
  const { id, title } = named;
  const { marking } = source.bid;
  const textIn = (of: Scheme, held: Bid["answers"], question: string) =>
    valueText(questionOf(of, question), held[question]);
  const there = <T extends CarriedAnswer>(one: T) => ({ ...one, text: textIn(scheme, answers, one.question) });
  return {
    bid: { id, title, scheme: { id: scheme.id, version: scheme.version }, strand, marking, answers },
    carried: carried.map(there),
    adjusted: adjusted.map(there),
    leftBehind: leftBehind.map((one) => ({ ...one, text: textIn(source.scheme, source.bid.answers, one.question) })),
    missing: missingAnswers(scheme, { strand, answers }),
    yearsOutside: yearsOutside(scheme, answers),
  };
}

/** What the strand asks for first of all and has not been told yet, in the order of the form. */
export function missingAnswers(scheme: Scheme, bid: Pick<Bid, "strand" | "answers">): MissingAnswer[] {
  const { answers, hidden } = saidAnswers({ scheme, ...bid });
  const missing = (question: Question) =>
    question.required && isEmpty(question, answers[question.id]) && !hidden.includes(question.id);
  return scheme.sections.flatMap(({ id, questions }) =>
    questions.filter(missing).map((question) => ({ question: question.id, label: question.label, section: id })),
  );
}

/** Years of amounts that no total of the scheme would count. */
export function yearsOutside(scheme: Scheme, answers: Bid["answers"]): string[] {
  const held = new Set(modelYears(scheme));
  const years = (["costs", "savings", "funding"] as const).flatMap((name) => {
    const { table, amounts } = scheme.appraisal[name];
    if (questionOf(scheme, table)?.kind !== "table") return [];
    const rows = (answers[table] ?? []) as Row[];
    return rows.flatMap((row) => readableYears((row.cells[amounts] ?? {}) as YearlyMoney).map(([year]) => year));
  });
  return [...new Set(years)].filter((year) => !held.has(year)).toSorted();
}
