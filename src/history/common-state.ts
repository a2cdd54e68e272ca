import type { Bid } from "../bids/bid-schema.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { ancestors, applyAll, entryAt, stateAt, type Entry, type Log } from "./log.ts";
import { mergeBids } from "./merge-bids.ts";
import { afterEdits, standingEdits } from "./standing.ts";

interface At {
  scheme: Scheme;
  log: Log;
}

/** The newest state that the histories of two entries have in common: what a merge of the two starts from. */
export function baseOf(at: At, heads: readonly [string, string]): Result<Bid, string> {
  const [before, after] = heads.map((id) => ancestors(at.log, id)) as [Set<string>, Set<string>];
  const common = new Set([...before].filter((id) => after.has(id)));
  if (common.size === 0) return fail("The two files have no history in common, so they are not copies of one bid.");
  const base = stateOfAll(at, common);
  return base.ok ? withPartsOfBoth(at, [before, after], base.value) : base;
}

/**
 * The state that some entries make together, all that come before them being among them. Where copies stood apart there
 * are several newest; they are merged.
 */
export function stateOfAll(at: At, ids: ReadonlySet<string>): Result<Bid, string> {
  const inner = new Set([...ids].flatMap((id) => entryAt(at.log, id).parents));
  const [first = "", ...others] = [...ids].filter((id) => !inner.has(id)).toSorted();
  return others.reduce<Result<Bid, string>>(
    (base, other) => {
      if (!base.ok) return base;
      const [next, below] = [stateAt(at.log, other), baseOf(at, [first, other])];
      if (!next.ok || !below.ok) return next.ok ? below : next;
      return ok(merged(at, { base: below.value, mine: base.value, theirs: next.value }));
    },
    stateAt(at.log, first),
  );
}

/** Both together; what clashes stands as it would after a merge. */
function merged({ scheme }: At, versions: Record<"base" | "mine" | "theirs", Bid>): Bid {
  const both = mergeBids(scheme, versions);
  return afterEdits(versions.mine, [...both.edits, ...standingEdits(versions.mine, both)]);
}

/** Where each side brought the same work of a part in by itself, that too is common to both. */
function withPartsOfBoth(at: At, sides: readonly [Set<string>, Set<string>], base: Bid): Result<Bid, string> {
  const [mine, theirs] = sides;
  const inBoth = [...broughtOnlyBy(at.log, mine, theirs), ...broughtOnlyBy(at.log, theirs, mine)];
  return inBoth.reduce<Result<Bid, string>>((before, entry) => {
    return before.ok ? withPart(at, entry, before.value) : before;
  }, ok(base));
}

/** Of what one side brought in by itself, oldest first, what the other has brought in as well. */
function broughtOnlyBy(log: Log, mine: ReadonlySet<string>, theirs: ReadonlySet<string>): Entry[] {
  const there = broughtIn(log, theirs);
  const own = [...mine].filter((id) => !theirs.has(id)).map((id) => entryAt(log, id));
  const inBoth = own.filter(({ brought }) => brought?.every((one) => there.has(one)));
  return inBoth.toSorted((a, b) => ancestors(log, a.id).size - ancestors(log, b.id).size);
}

/** The entries of parts whose work came in by some entries. */
export function broughtIn(log: Log, ids: Iterable<string>): Set<string> {
  return new Set([...ids].flatMap((id) => entryAt(log, id).brought ?? []));
}

/** A bid with what an entry brought in. What clashed then is common to nobody: each may settle it differently. */
function withPart(at: At, entry: Entry, base: Bid): Result<Bid, string> {
  const before = stateAt(at.log, entry.parents[0] ?? "");
  const after = before.ok ? applyAll(before.value, entry.changes) : before;
  if (!before.ok || !after.ok) return before.ok ? after : before;
  // Of what clashes nothing is taken: a passage may hold words of the side that brought it in, which are not common.
  const { edits } = mergeBids(at.scheme, { base: before.value, mine: base, theirs: after.value });
  return ok(afterEdits(base, edits));
}
