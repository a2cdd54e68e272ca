import type { Bid } from "../bids/bid-schema.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { invert, type Change } from "./change.ts";
import { applyAll, entryAt, headEntry, type Entry, type Log } from "./log.ts";

/** What can be taken back and brought back now, worked out from the log alone, so that it survives a restart. */
export interface UndoState {
  undo: Entry | undefined;
  redo: Entry | undefined;
}

/**
 * Looks back from the newest entry. Undoing stops at a merge: what lies before it belongs to more than one person.
 * Bringing back is possible until something new is done.
 */
export function undoState(log: Log): UndoState {
  const settled = new Set<string>();
  let redo: Entry | undefined;
  let somethingNew = false;
  for (const one of ownLine(log)) {
    const target = one.undoes ?? one.redoes;
    if (target === undefined) {
      if (!settled.has(one.id)) return { undo: one, redo };
      somethingNew = true;
    } else if (!settled.has(one.id)) {
      if (one.undoes !== undefined && !somethingNew) redo ??= one;
      settled.add(target);
    }
  }
  return { undo: undefined, redo };
}

/** Entries that did something to the bid, newest first, back to the last merge. */
function* ownLine(log: Log): Generator<Entry> {
  for (let one: Entry | undefined = headEntry(log); one && one.parents.length === 1; one = parentOf(log, one)) {
    if (didSomething(one)) yield one;
  }
}

/** A settling may keep what stood, and a part may bring nothing but clashes: there is something to take back all the same. */
function didSomething({ changes, settles, conflicts, undoes, redoes }: Entry): boolean {
  return changes.length > 0 || [settles, conflicts, undoes, redoes].some((one) => one !== undefined);
}

function parentOf(log: Log, one: Entry): Entry | undefined {
  const [parent] = one.parents;
  return parent === undefined ? undefined : entryAt(log, parent);
}

const pause = 1_500;
const longestBurst = 10_000;

/**
 * Whether an older entry is the same stretch of typing as a newer one: one person, one answer or cell, hardly a pause.
 * `last` is where the stretch ended.
 */
export function sameBurst(older: Entry, newer: Entry, last: Entry = newer): boolean {
  const [place, other] = [placeTyped(older), placeTyped(newer)];
  const gap = (a: Entry, b: Entry) => Math.abs(Date.parse(a.at) - Date.parse(b.at));
  return (
    place !== undefined &&
    place === other &&
    older.who === newer.who &&
    gap(older, newer) <= pause &&
    gap(older, last) <= longestBurst
  );
}

/** The one answer or cell of long text that an entry typed in; what a settling put there was not typed. */
function placeTyped({ changes, settles, conflicts }: Entry): string | undefined {
  const [only, ...others] = changes;
  if (settles || conflicts) return undefined;
  if (only?.do !== "splice" || others.length > 0) return undefined;
  return [only.question, only.row, only.column].join(" ");
}

/** The changes that take an entry back, checked against the bid as it is now. */
export function takeBack(bid: Bid, one: Entry): Result<Change[], string> {
  const changes = one.changes.toReversed().map(invert);
  const applied = applyAll(bid, changes);
  return applied.ok ? ok(changes) : fail("It cannot be taken back, because what it changed was changed again since.");
}
