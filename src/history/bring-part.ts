import type { Bid } from "../bids/bid-schema.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { broughtIn, stateOfAll } from "./common-state.ts";
import { describeEdits } from "./describe.ts";
import { ancestors, withEntry, type Conflict, type Entry, type Hash, type Log } from "./log.ts";
import { mergeBids } from "./merge-bids.ts";
import { changesFor } from "./merge-logs.ts";
import type { Clash } from "./merge-value.ts";
import { partConflicts, type PartConflict } from "./part-conflicts.ts";
import { freshEntries, isWriting, stretchesOf, type Stretch } from "./part-stretches.ts";
import { openConflicts } from "./settled.ts";
import { afterEdits } from "./standing.ts";

interface At {
  scheme: Scheme;
  hash: Hash;
}

/** A bid as it stands, with its log. */
interface Whole {
  bid: Bid;
  log: Log;
}

/** Some questions of a bid that were sent out as a file of their own, with what was done in it. */
export interface Part {
  log: Log;
  questions: readonly string[];
}

interface BroughtPart extends Whole {
  /** Work of the part that was not here. */
  incoming: Entry[];
  conflicts: Conflict[];
}

/**
 * Brings the work that was done in a part into its bid: one entry for each stretch of one person's work, in that person's
 * name. Only what was done since the part was here last comes in, merged with what was done in the bid meanwhile. Nothing
 * of it comes from the clock or from whoever brings it in: where two copies bring the same work in, they get the same.
 *
 * @returns an error where the part cannot be merged yet, in a plain sentence
 */
export function bringPart(at: At, whole: Whole, part: Part): Result<BroughtPart, string> {
  const fresh = freshEntries(part.log, broughtIn(whole.log, ancestors(whole.log, whole.log.head)));
  const stretches = stretchesOf(fresh);
  if (stretches.length === 0) return ok({ ...whole, incoming: [], conflicts: [] });
  if (openConflicts(part.log).length > 0) {
    return fail("Something in this part is still to be settled. Open the part, settle it, and bring it in then.");
  }
  const steps = stepsOf(at, whole, { part, fresh, stretches });
  if (!steps.ok) return steps;
  const found = partConflicts(at.hash, { whole: whole.log, part: part.log, clashes: steps.value.clashes });
  const brought = withSteps(at, whole, { ...steps.value, conflicts: found });
  return ok({ ...brought, incoming: fresh.filter(isWriting), conflicts: found.map(({ conflict }) => conflict) });
}

interface Step {
  stretch: Stretch;
  /** The bid as it would be, had the part come back after this stretch. */
  bid: Bid;
}

/** The bid after each stretch, and what clashes after the last. */
function stepsOf(
  { scheme }: At,
  { bid: mine }: Whole,
  { part, fresh, stretches }: { part: Part; fresh: readonly Entry[]; stretches: readonly Stretch[] },
): Result<{ steps: Step[]; clashes: Clash[] }, string> {
  const inPart = (bid: Bid): Bid => ({ ...mine, answers: onlyAnswers(bid.answers, part.questions) });
  const seen = ancestors(part.log, part.log.head);
  for (const { id } of fresh) seen.delete(id);
  const base = stateOfAll({ scheme, log: part.log }, seen);
  if (!base.ok) return base;
  const steps: Step[] = [];
  let clashes: Clash[] = [];
  for (const stretch of stretches) {
    for (const { id } of stretch.entries) seen.add(id);
    const theirs = stateOfAll({ scheme, log: part.log }, seen);
    if (!theirs.ok) return theirs;
    const versions = { base: inPart(base.value), mine: inPart(mine), theirs: inPart(theirs.value) };
    const merged = mergeBids(scheme, versions);
    steps.push({ stretch, bid: afterEdits(mine, merged.edits) });
    clashes = merged.conflicts;
  }
  return ok({ steps, clashes });
}

/** The step that an entry of the part is of. */
function stepOf(steps: readonly Step[], one: Entry): Step {
  return steps.find(({ stretch }) => stretch.entries.includes(one)) ?? (steps.at(-1) as Step);
}

/** One entry for each step that did something; the last one stands in any case, so that the part is known from then on. */
function withSteps(
  { scheme, hash }: At,
  whole: Whole,
  { steps, conflicts }: { steps: readonly Step[]; conflicts: readonly PartConflict[] },
): Whole {
  let { bid, log } = whole;
  let brought: string[] = [];
  for (const { stretch, bid: theirs } of steps) {
    const { who, at, entries } = stretch;
    const { edits } = mergeBids(scheme, { base: bid, mine: bid, theirs });
    const own = conflicts.filter(({ by }) => stretch === stepOf(steps, by).stretch);
    brought = [...brought, ...entries.map(({ id }) => id)];
    if (edits.length === 0 && own.length === 0 && stretch !== steps.at(-1)?.stretch) continue;
    const about = `Brought in the part of ${who}${edits.length > 0 ? `: ${describeEdits(scheme, bid, edits)}` : ""}`;
    const content = { parents: [log.head], at, who, about, changes: changesFor(bid, edits), brought };
    log = withEntry(log, { ...content, ...clashing(own) }, hash);
    bid = afterEdits(bid, edits);
    brought = [];
  }
  return { bid, log };
}

function clashing(own: readonly PartConflict[]): Pick<Entry, "conflicts" | "settles"> {
  const settles = own.flatMap(({ replaces }) => replaces);
  return {
    ...(own.length > 0 ? { conflicts: own.map(({ conflict }) => conflict) } : {}),
    ...(settles.length > 0 ? { settles } : {}),
  };
}

/** The answers to some questions. */
export function onlyAnswers(answers: Bid["answers"], questions: readonly string[]): Bid["answers"] {
  const kept = new Set(questions);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => kept.has(id)));
}
