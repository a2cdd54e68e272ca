import type { Bid } from "../bids/bid-schema.ts";
import { applyEdit, type Edit } from "../bids/edit.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { changeFor, type Change } from "./change.ts";
import { ancestors, entryAt, stateAt, withEntry, type Conflict, type Entry, type Hash, type Log } from "./log.ts";
import { mergeBids } from "./merge-bids.ts";
import type { Clash } from "./merge-value.ts";

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
  const { base, mine, theirs } = versions.value;
  const merged = mergeBids(scheme, { base, mine, theirs });
  const conflicts = merged.conflicts.map((clash) => conflictOf(at, parents, clash));
  const dates = parents.map((id) => entryAt(log, id).at).toSorted();
  const content = {
    parents,
    at: dates[1] as string,
    who: "Merge",
    about: "Brought two copies together",
    changes: changesFor(mine, merged.edits),
    ...(conflicts.length > 0 ? { conflicts } : {}),
  };
  return ok({ log: withEntry(log, content, hash), conflicts });
}

/** Edits as the log keeps them, each with what it replaces. */
export function changesFor(bid: Bid, edits: readonly Edit[]): Change[] {
  let state = bid;
  return edits.map((edit) => {
    const change = changeFor(state, edit);
    const applied = applyEdit(state, edit);
    if (!applied.ok) throw new Error(applied.error.message);
    state = applied.value.bid;
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

/**
 * The newest state both sides have in common. Where copies were exchanged crosswise there are several; they are merged,
 * and what clashes between them stands as in the first.
 */
function baseOf(at: At, [a, b]: [string, string]): Result<Bid, string> {
  const { log } = at;
  const [before, after] = [ancestors(log, a), ancestors(log, b)];
  const common = new Set([...before].filter((id) => after.has(id)));
  const inner = new Set([...common].flatMap((id) => entryAt(log, id).parents));
  const [first, ...others] = [...common].filter((id) => !inner.has(id)).toSorted();
  if (first === undefined) return fail("The two files have no history in common, so they are not copies of one bid.");
  const start = stateAt(log, first);
  return others.reduce<Result<Bid, string>>((base, other) => {
    if (!base.ok) return base;
    const [next, below] = [stateAt(log, other), baseOf(at, [first, other])];
    if (!next.ok || !below.ok) return next.ok ? below : next;
    const { edits } = mergeBids(at.scheme, { base: below.value, mine: base.value, theirs: next.value });
    return ok(edits.reduce((bid, edit) => applied(bid, edit), base.value));
  }, start);
}

function applied(bid: Bid, edit: Edit): Bid {
  const result = applyEdit(bid, edit);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.bid;
}

function conflictOf({ log, hash }: At, [a, b]: [string, string], clash: Clash): Conflict {
  const { kind, question, row, column, base, mine, theirs } = clash;
  const place = { question, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
  const [first, second] = [lastTouch(log, a, { place, not: b }), lastTouch(log, b, { place, not: a })];
  const sides: Conflict["sides"] = [
    { value: mine, ...first },
    { value: theirs, ...second },
  ];
  const id = hash(JSON.stringify([a, b, kind, place])).slice(0, 16);
  return { id, kind, ...place, base, sides };
}

interface Place {
  question: string;
  row?: string;
}

/** Who last changed a place on one side only, and when. */
function lastTouch(log: Log, head: string, { place, not }: { place: Place; not: string }): { who: string; at: string } {
  const others = ancestors(log, not);
  const own = [...ancestors(log, head)].filter((id) => !others.has(id)).map((id) => entryAt(log, id));
  const touching = own.filter((one) => one.changes.some((change) => touches(change, place)));
  const latest = touching.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? entryAt(log, head);
  return { who: latest.who, at: latest.at };
}

const headChanges: Record<string, Change["do"]> = {
  ":title": "retitle",
  ":strand": "choose-strand",
  ":marking": "mark",
};

function touches(change: Change, { question, row }: Place): boolean {
  if (!("question" in change)) return headChanges[question] === change.do;
  if (change.question !== question || row === undefined || !("row" in change)) return change.question === question;
  return (typeof change.row === "string" ? change.row : change.row?.id) === row;
}

/** Conflicts of every merge in a log that nobody has settled yet. */
export function openConflicts(log: Log): Conflict[] {
  if (![...log.entries.values()].some((one) => one.conflicts)) return [];
  const entries = [...ancestors(log, log.head)].map((id) => entryAt(log, id));
  const settled = new Set(entries.flatMap((one) => one.settles ?? []));
  const open = entries.flatMap((one) => one.conflicts ?? []).filter((one) => !settled.has(one.id));
  return open.toSorted((a, b) => (a.question < b.question ? -1 : 1));
}
