import { entryAt, stateAt, type Entry, type Log } from "./log.ts";
import { isAt, placeKey, valueIn, type ClashPlace } from "./place.ts";
import { same } from "./same.ts";

/** Whose value stands at a place in one copy, and since when. What a merge put together of two is both people's. */
export function lastTouch(log: Log, head: string, place: ClashPlace): { who: string; at: string } {
  const makers = makersOf(log, head, place);
  const names = [...new Set(makers.map((one) => one.who))];
  const at = makers.map((one) => one.at).toSorted();
  return { who: names.join(" and "), at: at.at(-1) ?? "" };
}

/**
 * The entries that made what stands at a place: it is what the line of first parents made of it, and a merge that changed
 * it took it from its second parent. Of what a merge put together there are several.
 */
export function makersOf(log: Log, head: string, place: ClashPlace): Entry[] {
  const key = placeKey(place);
  const settled = new Set(
    [...log.entries.values()]
      .flatMap((one) => one.conflicts ?? [])
      .flatMap((one) => (placeKey(one) === key ? one.id : [])),
  );
  let one = entryAt(log, head);
  for (;;) {
    const [first, second] = one.parents;
    if (one.changes.some((change) => isAt(change, place)))
      return second === undefined ? [one] : makersOfMerge(log, one, place);
    if (first === undefined || one.settles?.some((id) => settled.has(id))) return [one];
    one = entryAt(log, first);
  }
}

function makersOfMerge(log: Log, merge: Entry, place: ClashPlace): Entry[] {
  const [first = "", second = ""] = merge.parents;
  const [after, theirs] = [stateAt(log, merge.id), stateAt(log, second)];
  const isTheirs = after.ok && theirs.ok && same(valueIn(after.value, place), valueIn(theirs.value, place));
  return isTheirs ? makersOf(log, second, place) : [...makersOf(log, first, place), ...makersOf(log, second, place)];
}
