import { ancestors, type Entry, type Log } from "./log.ts";

/** Work that one person did in a part without anybody else between: entries of its log, the newest last. */
export interface Stretch {
  who: string;
  at: string;
  entries: Entry[];
}

/** The entries of a part's log that are not known yet, parents before children. What was sent out is always known. */
export function freshEntries(part: Log, known: ReadonlySet<string>): Entry[] {
  const there = ancestors(part, part.head);
  return [...part.entries.values()].filter(({ id, start }) => there.has(id) && !start && !known.has(id));
}

/** Entries by the stretches of work they are of. None where nobody wrote anything. */
export function stretchesOf(entries: readonly Entry[]): Stretch[] {
  const stretches: Stretch[] = [];
  let idle: Entry[] = [];
  for (const one of entries) {
    const last = stretches.at(-1);
    if (!isWriting(one)) {
      (last?.entries ?? idle).push(one);
    } else if (last?.who === one.who) {
      last.entries.push(one);
      last.at = one.at;
    } else {
      stretches.push({ who: one.who, at: one.at, entries: [...idle, one] });
      idle = [];
    }
  }
  return stretches;
}

/** Merging, naming a version and settling what stands already are no work of anybody. */
export function isWriting({ parents, changes }: Entry): boolean {
  return parents.length === 1 && changes.length > 0;
}
