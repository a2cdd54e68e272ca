import type { Entry, Log } from "../../src/history/log.ts";
import { lastMomentOf, localTime } from "./local-time.ts";
import { Refusal } from "./refusal.ts";

/** A point in the history of a bid. */
export interface Point {
  entry: Entry;
  /** Where copies stood apart at the time asked for: the newest entries of the others. */
  apart: Entry[];
}

const usualLength = 8;

/** The shortest length, eight or more, at which the start of an entry's id tells it from all others. */
export function shortLength({ entries }: Log): number {
  const ids = [...entries.keys()];
  const longest = Math.max(usualLength, ...ids.map((id) => id.length));
  for (let length = usualLength; length < longest; length += 1) {
    if (new Set(ids.map((id) => id.slice(0, length))).size === ids.length) return length;
  }
  return longest;
}

/**
 * Finds the point that somebody names: by the start of an id, by a time, or by the name of a version.
 *
 * @throws {@link Refusal} where there is none, or more than one
 */
export function findPoint(log: Log, wanted: string): Point {
  const named = [...log.entries.values()].findLast((one) => one.name === wanted);
  if (named) return { entry: named, apart: [] };
  const moment = lastMomentOf(wanted);
  return moment === undefined ? { entry: byId(log, wanted), apart: [] } : byTime(log, moment);
}

function byId({ entries }: Log, start: string): Entry {
  const found = [...entries.values()].filter(({ id }) => start !== "" && id.startsWith(start.toLowerCase()));
  const [only, ...more] = found;
  if (!only) {
    throw new Refusal([
      `“${start}” is no point in the history of this bid. Give an id that “history” shows, a time, or the name of a version.`,
    ]);
  }
  if (more.length > 0) throw new Refusal([`${found.length} ids start with “${start}”. Give more of the one you mean.`]);
  return only;
}

/** An entry that another follows was not the newest then, whatever a clock that was set back wrote beside it. */
function byTime({ entries }: Log, moment: number): Point {
  const made = madeBy(entries.values(), moment);
  const followed = new Set(made.flatMap((one) => one.parents));
  const newest = made.filter((one) => !followed.has(one.id)).toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const [entry, ...apart] = newest;
  if (entry) return { entry, apart };
  const [first] = entries.values();
  throw new Refusal([`The history of this bid begins later, at ${localTime(first?.at ?? "")}.`]);
}

/** Work from a part bears the time it was done at in the part: it came in no earlier than what it follows here. */
function madeBy(entries: Iterable<Entry>, moment: number): Entry[] {
  const made = new Map<string, Entry>();
  for (const one of entries) {
    const waits = one.brought && one.parents.some((parent) => !made.has(parent));
    if (Date.parse(one.at) <= moment && !waits) made.set(one.id, one);
  }
  return [...made.values()];
}
