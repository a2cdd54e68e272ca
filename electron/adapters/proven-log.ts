import type { Bid } from "../../src/bids/bid-schema.ts";
import { Fold } from "../../src/history/fold.ts";
import { entryAt, entryId, type Entry, type Log } from "../../src/history/log.ts";
import { same } from "../../src/history/same.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { sha256 } from "./hash.ts";
import { readLine } from "./log-lines.ts";
import { sameData } from "./plain-json.ts";

/** Entries never change once they are made, so each is hashed once in the life of a process. */
const proven = new WeakSet<Entry>();
/** By the first entry of a log: the state last worked out, so that a save only folds what is new. */
const folded = new WeakMap<Entry, { head: string; state: Bid }>();

/**
 * Whether a log is whole and makes this bid: every hash, every parent, and the fold up to the head.
 *
 * @returns what is wrong, in a sentence without its end
 */
export function proveLog(log: Log, bid: Bid): string | undefined {
  const before = new Set<string>();
  for (const one of log.entries.values()) {
    if (!isProven(one)) return `the entry ${one.id} was changed after it was made`;
    if (one.parents.some((parent) => !before.has(parent))) return `the entry ${one.id} follows one that is missing`;
    before.add(one.id);
  }
  if (!before.has(log.head)) return `the newest entry, ${log.head}, is missing`;
  const state = foldTo(log);
  if (!state.ok) return state.error;
  return same(state.value, bid) ? undefined : "the bid is not what its log makes of it";
}

/** Takes a log to be whole and to make this bid, because these very bytes were proved when they were written. */
export function takeAsProven(log: Log, bid: Bid): void {
  for (const one of log.entries.values()) proven.add(one);
  folded.set(firstOf(log), { head: log.head, state: bid });
}

/** Whether an entry is as it was made. */
export function isProven(one: Entry): boolean {
  if (proven.has(one)) return true;
  const whole = entryId(one, sha256) === one.id;
  if (whole) proven.add(one);
  return whole;
}

/** Whether every entry of a log comes back from a file as it is. Those that came from one, or are in one, are not asked again. */
export function canBeKept({ entries }: Log): boolean {
  return [...entries.values()].every((one) => proven.has(one) || comesBack(one));
}

function comesBack(one: Entry): boolean {
  const read = readLine(JSON.stringify(one), undefined);
  return read.ok && sameData(read.value, one);
}

/** The state at the head. */
export function foldTo(log: Log): Result<Bid, string> {
  const line = [entryAt(log, log.head)];
  const known = folded.get(firstOf(log));
  for (let at = line[0]; at && at.id !== known?.head && at.parents[0] !== undefined; at = line.at(-1)) {
    line.push(entryAt(log, at.parents[0]));
  }
  const oldest = line.pop() as Entry;
  const start = oldest.id === known?.head ? known.state : oldest.start;
  return start ? foldFrom(log, start, line.toReversed()) : fail("the log has no beginning");
}

function firstOf(log: Log): Entry {
  const [first] = log.entries.values();
  return first as Entry;
}

function foldFrom(log: Log, start: Bid, line: readonly Entry[]): Result<Bid, string> {
  const fold = new Fold(start);
  for (const one of line) {
    const done = applied(fold, one);
    if (!done.ok) return fail(`the entry ${one.id} does not fit what was before it: ${done.error}`);
  }
  const state = fold.bid;
  folded.set(firstOf(log), { head: log.head, state });
  return ok(state);
}

/** A file can hold a change of the right shape that no bid can take. */
function applied(fold: Fold, one: Entry): Result<null, string> {
  try {
    return fold.apply(one.changes);
  } catch {
    return fail("it cannot be applied");
  }
}
