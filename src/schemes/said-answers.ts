import { unknown } from "../rules/facts.ts";
import { factsOf, isHidden, type FactSource } from "./facts-of.ts";
import { questionsOf } from "./scheme-schema.ts";

type Answers = Readonly<Record<string, unknown>>;

/** What a bid says: its answers to the questions it is asked. Answers of the others, the hidden, are kept and count for nothing. */
export interface SaidAnswers {
  answers: Answers;
  /** Ids. */
  hidden: readonly string[];
}

/** Draws what is said from all that is answered. */
export function saidAnswers(bid: Omit<FactSource, "measure">): SaidAnswers {
  const hidden = hiddenQuestions(bid);
  return { answers: withoutHidden(bid.answers, hidden), hidden };
}

/** No condition that shows a question asks the appraisal: that leaves out what is hidden. */
function hiddenQuestions(bid: Omit<FactSource, "measure">): string[] {
  const facts = factsOf({ ...bid, measure: () => unknown({ label: "the appraisal" }) });
  return questionsOf(bid.scheme).flatMap((question) => (isHidden(question, facts) ? [question.id] : []));
}

/** The same object where no answer is hidden. */
export function withoutHidden<Given extends Answers>(answers: Given, hidden: readonly string[]): Given {
  if (!hidden.some((id) => answers[id] !== undefined)) return answers;
  const out = new Set(hidden);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !out.has(id))) as Given;
}
