import { lastTouch, makersOf } from "./last-touch.ts";
import { ancestors, entryAt, type Conflict, type Entry, type Hash, type Log } from "./log.ts";
import type { Clash } from "./merge-value.ts";
import { same } from "./same.ts";
import { openConflicts } from "./settled.ts";

export interface PartConflict {
  conflict: Conflict;
  /** The entry of the part's log that clashes. */
  by: Entry;
  /** Older conflicts that the part's newer work takes the place of. */
  replaces: string[];
}

/** What a person has to settle of a part that comes in: what stands in the bid first, then what the part says. */
export function partConflicts(
  hash: Hash,
  { whole, part, clashes }: { whole: Log; part: Log; clashes: readonly Clash[] },
): PartConflict[] {
  const older = olderConflicts(whole, part);
  return clashes.map(({ base, mine, theirs, ...place }): PartConflict => {
    const by = makersOf(part, part.head, place).at(-1) ?? entryAt(part, part.head);
    const replaced = older.filter((one) => same(placeOf(one), place));
    const id = hash(JSON.stringify([whole.head, part.head, place])).slice(0, 16);
    const sides: Conflict["sides"] = [
      { value: mine, ...lastTouch(whole, whole.head, place) },
      { value: theirs, ...lastTouch(part, part.head, place) },
    ];
    const conflict = { id, ...place, base: replaced.length > 0 ? replaced[0]?.base : base, sides };
    return { conflict, by, replaces: replaced.map((one) => one.id) };
  });
}

function placeOf({ kind, question, row, column }: Conflict): Omit<Conflict, "id" | "base" | "sides"> {
  return { kind, question, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
}

/** What is still to be settled of the same part as it was when it came in before. */
function olderConflicts(whole: Log, part: Log): Conflict[] {
  const entries = [...ancestors(whole, whole.head)].map((id) => entryAt(whole, id));
  const before = entries.filter(({ brought }) => brought?.every((id) => part.entries.has(id)));
  const ids = new Set(before.flatMap(({ conflicts }) => conflicts ?? []).map(({ id }) => id));
  return openConflicts(whole).filter(({ id }) => ids.has(id));
}
