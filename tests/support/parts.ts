import { bringPart, onlyAnswers } from "../../src/history/bring-part.ts";
import { beginLog, type Conflict, type Log } from "../../src/history/log.ts";
import { hash, stateOf, tca } from "./histories.ts";

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
