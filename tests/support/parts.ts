import { bringPart, onlyAnswers } from "../../src/history/bring-part.ts";
import type { Edit } from "../../src/bids/edit.ts";
import { changesFor } from "../../src/history/merge-logs.ts";
import { append, beginLog, type Conflict, type Log } from "../../src/history/log.ts";
import { hash, longAnswer, stateOf, tca } from "./histories.ts";

/** What a part of the bid that is sent out asks. */
export const questions = ["summary", "award-requested", "price-basis", "costs"];

/** Sends the bid's answers out as a part, as they stand. */
export function sendPart(whole: Log): Log {
  const { answers, ...bid } = stateOf(whole);
  const part = { ...bid, id: "the-part", answers: onlyAnswers(answers, questions) };
  return beginLog(part, { who: "Priya", at: "2013-06-01T09:30:00.000Z" }, hash);
}

export interface Brought {
  log: Log;
  conflicts: Conflict[];
  people: string[];
}

/** Brings a part in, as far as it came. */
export function bringIn(whole: Log, part: Log): Brought {
  const brought = bringPart({ scheme: tca, hash }, { bid: stateOf(whole), log: whole }, { log: part, questions });
  if (!brought.ok) throw new Error(brought.error);
  const { log, conflicts, incoming } = brought.value;
  return { log, conflicts, people: [...new Set(incoming.map(({ who }) => who))] };
}

let count = 0;

/** The log after somebody made these edits, as one change. */
export function edited(log: Log, who: string, ...edits: Edit[]): Log {
  const at = new Date(Date.UTC(2013, 5, 2, 9, 0, (count += 1))).toISOString();
  return append(log, { who, at, about: "Changed something", changes: changesFor(stateOf(log), edits) }, hash);
}

export const award = (pounds: number): Edit => ({ do: "answer", question: "award-requested", value: pounds * 100 });
export const basis = (value: string): Edit => ({ do: "answer", question: "price-basis", value });
export const summary = (...words: string[]): Edit => {
  return { do: "answer", question: "summary", value: longAnswer(words.map((one) => [one])) };
};
export const cell = (column: string, value: unknown): Edit => ({
  do: "cell",
  question: "costs",
  row: "r1",
  column,
  value,
});
