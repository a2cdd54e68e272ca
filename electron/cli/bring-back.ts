import { append, applyAll, stateAt, type Entry, type Hash, type Log } from "../../src/history/log.ts";
import { mergeLogs } from "../../src/history/merge-logs.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import type { StoredBid } from "../../src/services/ports.ts";

type Kept = Pick<StoredBid, "log" | "bid">;

interface By {
  scheme: Scheme;
  hash: Hash;
}

/**
 * Adds entries that a journal kept to a bid. Those whose parents are there join its history as they are, by merging.
 * Of the others, each that still fits the bid as it then is becomes a new entry; what does not is given back.
 */
export function bringBack(by: By, { log, bid }: Kept, entries: readonly Entry[]): Kept & { strays: Entry[] } {
  const { known, strays } = sorted(log, entries);
  const followed = new Set([...known.values()].flatMap((one) => one.parents));
  const heads = entries.filter((one) => known.has(one.id) && !followed.has(one.id));
  let kept: Kept = { log, bid };
  for (const { id } of heads) kept = merged(by, kept, { entries: known, head: id }) ?? kept;
  const unmerged = heads.filter(({ id }) => !kept.log.entries.has(id));
  const fitted = again(by.hash, kept, strays);
  return { ...fitted, strays: [...unmerged, ...fitted.strays] };
}

function sorted(log: Log, entries: readonly Entry[]): { known: Map<string, Entry>; strays: Entry[] } {
  const known = new Map(log.entries);
  const strays: Entry[] = [];
  for (const one of entries) {
    if (one.parents.length > 0 && one.parents.every((parent) => known.has(parent))) known.set(one.id, one);
    else strays.push(one);
  }
  return { known, strays };
}

function merged({ scheme, hash }: By, { log }: Kept, theirs: Log): Kept | undefined {
  const result = mergeLogs(scheme, log, theirs, hash);
  const state = result.ok ? stateAt(result.value.log, result.value.log.head) : result;
  return result.ok && state.ok ? { log: result.value.log, bid: state.value } : undefined;
}

/** A change says what it replaces, so that one that does not belong here cannot be made by mistake. */
function again(hash: Hash, kept: Kept, strays: readonly Entry[]): Kept & { strays: Entry[] } {
  let { log, bid } = kept;
  const left: Entry[] = [];
  for (const one of strays) {
    const applied = applyAll(bid, one.changes);
    if (!applied.ok || one.changes.length === 0) {
      left.push(one);
      continue;
    }
    const { at, who, about, changes } = one;
    log = append(log, { at, who, about, changes }, hash);
    bid = applied.value;
  }
  return { log, bid, strays: left };
}
