import { isEmpty } from "../fields/answer.ts";
import { questionsOf, type Question, type Scheme } from "../schemes/scheme-schema.ts";
import type { Bid } from "./bid-schema.ts";
import { signOffs } from "./sign-offs.ts";
import { carryValue, type HeldValue, type LeftPart } from "./carry-value.ts";

/** An answer that came over, equal to what it was. */
export interface CarriedAnswer {
  /** The question it answers now, and the one it answered. */
  question: string;
  from: string;
  label: string;
}

/** An answer that came over with a change, or without some of its parts. */
export interface AdjustedAnswer extends CarriedAnswer, Pick<HeldValue, "changes"> {
  left: LeftPart[];
}

/** An answer that the other scheme does not ask for or cannot hold. */
export interface AnswerLeftBehind {
  question: string;
  label: string;
  reason: string;
  /** Kept in the new bid under its own id, and no part of what is sent. */
  kept: boolean;
}

/** Where the answers of one bid go in another scheme. Every answer stands in exactly one of the three lists. */
export interface CarriedAnswers {
  answers: Bid["answers"];
  carried: CarriedAnswer[];
  adjusted: AdjustedAnswer[];
  leftBehind: AnswerLeftBehind[];
}

/** Answers of a bid by the ids of their questions, or by `same-as` on either side. The bid given is not changed. */
export function carryAnswers({ bid, scheme }: { bid: Bid; scheme: Scheme }, to: Scheme): CarriedAnswers {
  const given = givenAnswers(bid, scheme);
  const wanted = new Map(questionsOf(to).map((question) => [question.id, question]));
  const { matched, refused } = match(given, [...wanted.values()]);
  const result: CarriedAnswers = { answers: {}, carried: [], adjusted: [], leftBehind: [] };
  for (const [id, question] of wanted) {
    const found = matched.get(id);
    if (found) place(result, question, found);
  }
  for (const answer of given.values()) {
    const isAsked = wanted.has(answer.id);
    const found = matched.get(answer.to ?? "");
    if (!isAsked && found?.held.left.length !== 0) result.answers[answer.id] = answer.value;
    if (!found)
      result.leftBehind.push(leftBehind(answer, isAsked, refused.get(answer.id) ?? `${to.title} does not ask for it.`));
  }
  return result;
}

function leftBehind({ id, question }: Given, isAsked: boolean, reason: string): AnswerLeftBehind {
  return { question: id, label: question?.label ?? id, reason, kept: !isAsked };
}

interface Given {
  id: string;
  value: unknown;
  /** Undefined where the bid's own scheme does not ask for it: it was kept from an earlier one. */
  question: Question | undefined;
  /** The question of the other scheme that took it. */
  to?: string;
}

function givenAnswers(bid: Bid, scheme: Scheme): Map<string, Given> {
  const questions = new Map(questionsOf(scheme).map((question) => [question.id, question]));
  const asked = [...questions.values()].filter((question) => !isEmpty(question, bid.answers[question.id]));
  const kept = Object.entries(bid.answers).filter(
    ([id, value]) => !questions.has(id) && value !== null && value !== undefined,
  );
  return new Map([
    ...asked.map((question): [string, Given] => [
      question.id,
      { id: question.id, value: bid.answers[question.id], question },
    ]),
    ...kept.map(([id, value]): [string, Given] => [id, { id, value, question: undefined }]),
  ]);
}

interface Matched {
  from: Given;
  held: HeldValue;
}

/** Its own id comes first; only what is still open after that is matched by `same-as`. */
function match(given: ReadonlyMap<string, Given>, wanted: readonly Question[]) {
  const matched = new Map<string, Matched>();
  const refused = new Map<string, string>();
  const attempt = (question: Question, from: Given | undefined) => {
    if (!from || from.to !== undefined || matched.has(question.id)) return;
    const carried =
      from.id === signOffs
        ? { reason: "A signature stands for one bid. Ask for it again when this one is done." }
        : carryValue(from.question, question, from.value);
    if ("reason" in carried) {
      refused.set(from.id, carried.reason);
      return;
    }
    from.to = question.id;
    matched.set(question.id, { from, held: carried.held });
  };
  for (const question of wanted) attempt(question, given.get(question.id));
  for (const question of wanted) {
    for (const id of question["same-as"] ?? []) attempt(question, given.get(id));
    for (const from of given.values()) if (from.question?.["same-as"]?.includes(question.id)) attempt(question, from);
  }
  return { matched, refused };
}

function place(result: CarriedAnswers, question: Question, { from, held }: Matched): void {
  const { value, changes, left } = held;
  const answer = { question: question.id, from: from.id, label: question.label };
  result.answers[question.id] = value;
  if (changes.length + left.length === 0) result.carried.push(answer);
  else result.adjusted.push({ ...answer, changes, left });
}
