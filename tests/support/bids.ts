import type { Bid } from "../../src/bids/bid-schema.ts";
import type { Row } from "../../src/fields/kinds/table.ts";
import { modelYears } from "../../src/schemes/cash-model.ts";
import type { Question, Scheme } from "../../src/schemes/scheme-schema.ts";
import { questionsOf } from "../../src/schemes/scheme-schema.ts";

export function emptyBid(changes: Partial<Bid> = {}): Bid {
  return {
    id: "bid-1",
    title: "Joining two back offices",
    scheme: { id: "tca-2013-14", version: "1.0.0" },
    strand: "limited-sharing",
    marking: "OFFICIAL",
    answers: {},
    ...changes,
  };
}

/** A bid as large as any officer will write: the answers of another bid, and `lines` cost and saving lines over every year. */
export function largeBid(scheme: Scheme, like: Bid, lines: number): Bid {
  const { costs, savings } = scheme.appraisal;
  const answers = { ...like.answers };
  for (const { table, amounts } of [costs, savings]) {
    const patterns = like.answers[table] as Row[];
    answers[table] = Array.from({ length: lines / 2 }, (_, index): Row => {
      const pattern = patterns[index % patterns.length] as Row;
      const yearly = Object.fromEntries(modelYears(scheme).map((year, age) => [year, 100_000 + index * 37 + age * 11]));
      return { id: `${table}-${index}`, cells: { ...pattern.cells, [amounts]: yearly } };
    });
  }
  return { ...like, id: "large", answers };
}

/** How many questions of a scheme a bid answers. */
export function answeredQuestions(scheme: Scheme, bid: Bid): Question[] {
  return questionsOf(scheme).filter((question) => bid.answers[question.id] !== undefined);
}
