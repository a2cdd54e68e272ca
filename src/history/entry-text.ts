import type { Change } from "./change.ts";
import { inOrder } from "./in-order.ts";
import type { NewEntry } from "./log.ts";

/**
 * The text that an entry's id is a hash of. Ids stand in every file there is: it may never change by a letter.
 *
 * Members are named one by one, in order, and those that are not there fall out: every opening asks for this text once for
 * each edit there was, and to sort them each time takes three times as long.
 */
export function entryText(content: NewEntry): string {
  const { about, at, brought, changes, conflicts, name, parents, redoes, settles, start, undoes, who } = content;
  return JSON.stringify({
    about,
    at,
    brought,
    changes: changes.map(changeInOrder),
    conflicts: inOrder(conflicts),
    name,
    parents,
    redoes,
    settles,
    start: inOrder(start),
    undoes,
    who,
  } satisfies Record<keyof NewEntry, unknown>);
}

type NameOf<T> = T extends unknown ? keyof T : never;
type Members = Readonly<Partial<Record<NameOf<Change>, unknown>>>;

function changeInOrder(change: Change) {
  const {
    at,
    column,
    in: inserted,
    marking,
    order,
    out,
    question,
    row,
    strand,
    title,
    value,
    version,
    was,
  }: Members = change;
  return {
    at,
    column,
    do: change.do,
    in: inserted,
    marking,
    order,
    out,
    question,
    row: inOrder(row),
    strand,
    title,
    value: inOrder(value),
    version,
    was: inOrder(was),
  } satisfies Record<NameOf<Change>, unknown>;
}
