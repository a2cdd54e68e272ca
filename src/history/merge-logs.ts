import type { Bid } from "../bids/bid-schema.ts";
import type { Edit } from "../bids/edit.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { ok, type Result } from "../shared/result.ts";
import { changeFor, type Change } from "./change.ts";
import { baseOf } from "./common-state.ts";
import { ancestors, entryAt, stateAt, withEntry, type Conflict, type Entry, type Hash, type Log } from "./log.ts";
import { withContested } from "./contested.ts";
import { lastTouch } from "./last-touch.ts";
import { mergeBids } from "./merge-bids.ts";
import type { Clash } from "./merge-value.ts";
import { decisions } from "./settled.ts";
import { afterEdits, standingEdits, theirsStands } from "./standing.ts";

/**
 * What a merge did.
 * - `nothing new`: everything in theirs was here already
 * - `caught up`: nothing was new here, so theirs is the newest
 * - `merged`: both had something new
 */
export type MergeKind = "nothing new" | "caught up" | "merged";

export interface MergedLog {
  kind: MergeKind;
  log: Log;
  /** Entries of theirs that were not here. */
  incoming: Entry[];
  conflicts: Conflict[];
}

/**
 * Brings two logs of one bid together. The result holds every entry of both, and does not depend on who merges with whom:
 * the same two logs give the same log, to the letter.
 *
 * @returns an error where the logs have no beginning in common, so that they are not of one bid
 */
export function mergeLogs(scheme: Scheme, mine: Log, theirs: Log, hash: Hash): Result<MergedLog, string> {
  const incoming = [...theirs.entries.values()].filter((one) => !mine.entries.has(one.id));
  const entries = new Map([...mine.entries, ...incoming.map((one) => [one.id, one] as const)]);
  const union: Log = { entries, head: mine.head };
  const [before, after] = [ancestors(union, mine.head), ancestors(union, theirs.head)];
  if (before.has(theirs.head)) return ok({ kind: "nothing new", log: union, incoming, conflicts: [] });
  if (after.has(mine.head))
    return ok({ kind: "caught up", log: { entries, head: theirs.head }, incoming, conflicts: [] });
  const merged = mergeHeads({ scheme, log: union, hash }, sortedPair(mine.head, theirs.head));
  return merged.ok ? ok({ kind: "merged", incoming, ...merged.value }) : merged;
}

interface At {
  scheme: Scheme;
  log: Log;
  hash: Hash;
}

function sortedPair(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}

function mergeHeads(at: At, parents: [string, string]): Result<Pick<MergedLog, "log" | "conflicts">, string> {
  const { scheme, log, hash } = at;
  const versions = versionsOf(at, parents);
  if (!versions.ok) return versions;
  const [a, b] = parents;
  const decided = { mine: decisions(log, a, b), theirs: decisions(log, b, a) };
  const merged = withContested(mergeBids(scheme, versions.value), versions.value, decided);
  const { mine } = versions.value;
  const conflicts = merged.conflicts.map((clash) => conflictOf(at, parents, clash));
  const dates = parents.map((id) => entryAt(log, id).at).toSorted();
  const content = {
    parents,
    at: dates[1] as string,
    who: "Merge",
    about: "Brought two copies together",
    changes: changesFor(mine, [...merged.edits, ...standingEdits(mine, merged)]),
    ...(conflicts.length > 0 ? { conflicts } : {}),
  };
  return ok({ log: withEntry(log, content, hash), conflicts });
}

/** Edits as the log keeps them, each with what it replaces. */
export function changesFor(bid: Bid, edits: readonly Edit[]): Change[] {
  let state = bid;
  return edits.map((edit) => {
    const change = changeFor(state, edit);
    state = afterEdits(state, [edit]);
    return change;
  });
}

function versionsOf(at: At, [a, b]: [string, string]): Result<{ base: Bid; mine: Bid; theirs: Bid }, string> {
  const [mine, theirs] = [stateAt(at.log, a), stateAt(at.log, b)];
  if (!mine.ok) return mine;
  if (!theirs.ok) return theirs;
  const base = baseOf(at, [a, b]);
  return base.ok ? ok({ base: base.value, mine: mine.value, theirs: theirs.value }) : base;
}

/** The first side is the one that stands. */
function conflictOf({ log, hash }: At, [a, b]: [string, string], clash: Clash): Conflict {
  const { base, mine, theirs, ...place } = clash;
  const { kind, question, row, column } = place;
  const sides: Conflict["sides"] = [
    { value: mine, ...lastTouch(log, a, place) },
    { value: theirs, ...lastTouch(log, b, place) },
  ];
  const id = hash(JSON.stringify([a, b, kind, { question, row, column }])).slice(0, 16);
  return { id, ...place, base, sides: theirsStands(clash) ? [sides[1], sides[0]] : sides };
}
