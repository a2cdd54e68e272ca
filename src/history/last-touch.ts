import type { Change } from "./change.ts";
import { ancestors, entryAt, type Entry, type Log } from "./log.ts";

/** A question, a line or a cell; or `:title`, `:strand` or `:marking`. */
export interface Place {
  question: string;
  row?: string;
  column?: string;
}

/** The entry by which a place became what it is at the head of a log. */
export function lastTouch(log: Log, place: Place): Entry {
  let one = entryAt(log, log.head);
  while (!isTouchedBy(one, place) && one.parents[0] !== undefined) one = entryAt(log, one.parents[0]);
  const [first, second] = one.parents;
  return first !== undefined && second !== undefined ? lastTouchSince(log, second, { place, not: first }) : one;
}

/** The entry that last changed a place on one side only. */
export function lastTouchSince(log: Log, head: string, { place, not }: { place: Place; not: string }): Entry {
  const others = ancestors(log, not);
  const newest = lastTouch({ ...log, head }, place);
  if (!others.has(newest.id)) return newest;
  const own = [...ancestors(log, head)].filter((id) => !others.has(id)).map((id) => entryAt(log, id));
  const touching = own.filter((one) => isTouchedBy(one, place));
  return touching.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? entryAt(log, head);
}

function isTouchedBy({ changes }: Entry, place: Place): boolean {
  return changes.some((change) => touches(change, place));
}

const headChanges: Record<string, Change["do"]> = {
  ":title": "retitle",
  ":strand": "choose-strand",
  ":marking": "mark",
};

function touches(change: Change, { question, row, column }: Place): boolean {
  if (!("question" in change)) return headChanges[question] === change.do;
  if (change.question !== question || row === undefined || !("row" in change)) return change.question === question;
  const changed = typeof change.row === "string" ? change.row : change.row?.id;
  return changed === row && (column === undefined || (columnOf(change) ?? column) === column);
}

/** The column of the one cell that a change is about. */
function columnOf(change: Change): string | undefined {
  return "column" in change ? change.column : undefined;
}
