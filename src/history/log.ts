import * as z from "zod";
import { bid, type Bid } from "../bids/bid-schema.ts";
import { withOrder } from "../bids/row-order.ts";
import { row, type Row } from "../fields/kinds/table.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { change, type Change } from "./change.ts";
import { entryText } from "./entry-text.ts";
import { Fold } from "./fold.ts";

/** A hash of text, given from outside: the log decides what is hashed, not how. */
export type Hash = (text: string) => string;

const side = z.strictObject({ value: z.unknown(), who: z.string(), at: z.string() });

/**
 * What a person has to settle after a merge: two people changed one thing in different ways.
 * `question` is an id, or `:title`, `:strand` or `:marking`. The first side's value stands until it is settled.
 */
const conflict = z.strictObject({
  id: z.string(),
  kind: z.enum(["value", "text", "deleted", "order"]),
  question: z.string(),
  row: z.string().exactOptional(),
  column: z.string().exactOptional(),
  base: z.unknown(),
  sides: z.tuple([side, side]),
});
export type Conflict = z.infer<typeof conflict>;

/**
 * One entry of the log. Its id is a hash over its parents and its content, so that nothing before it can be changed unseen.
 * Changes apply to the state at the first parent; a second parent is what was merged in.
 */
export const entry = z.strictObject({
  id: z.string(),
  parents: z.array(z.string()).max(2),
  at: z.string(),
  who: z.string(),
  about: z.string(),
  changes: z.array(change),
  /** The bid as it was when the log began; on the first entry only. */
  start: bid.exactOptional(),
  /** The entry that this one takes back or brings back. */
  undoes: z.string().exactOptional(),
  redoes: z.string().exactOptional(),
  /** A named version: "sent to finance". */
  name: z.string().exactOptional(),
  conflicts: z.array(conflict).exactOptional(),
  settles: z.array(z.string()).exactOptional(),
  /** Entries of the log of a part, a file of its own, whose work came in by this one. */
  brought: z.array(z.string()).exactOptional(),
});
export type Entry = z.infer<typeof entry>;
export type NewEntry = Omit<Entry, "id">;

/** Every entry that is known of a bid, and the one that its present state is. Parents stand before their children. */
export interface Log {
  entries: ReadonlyMap<string, Entry>;
  head: string;
}

/** What an entry is called: a hash of all it holds. An entry that has its id already may be given as it is. */
export function entryId(content: NewEntry, hash: Hash): string {
  return hash(entryText(content)).slice(0, 32);
}

/** @param by who began it and when, and where its answers came from if it did not begin empty */
export function beginLog(start: Bid, by: { who: string; at: string; about?: string }, hash: Hash): Log {
  const content: NewEntry = { parents: [], about: "Began the bid", ...by, changes: [], start: withPlaces(start) };
  const id = entryId(content, hash);
  return { entries: new Map([[id, { id, ...content }]]), head: id };
}

/** Every line gets its place when the log begins, so that every copy knows it by the same one. */
function withPlaces(start: Bid): Bid {
  const answers = Object.entries(start.answers).map(([id, value]) => [id, isRows(value) ? withOrder(value) : value]);
  return { ...start, answers: Object.fromEntries(answers) as Bid["answers"] };
}

function isRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => row.safeParse(one).success);
}

/** The log with one more entry after its head. */
export function append(log: Log, content: Omit<NewEntry, "parents">, hash: Hash): Log {
  return withEntry(log, { parents: [log.head], ...content }, hash);
}

export function withEntry(log: Log, content: NewEntry, hash: Hash): Log {
  const id = entryId(content, hash);
  return { entries: new Map([...log.entries, [id, { id, ...content }]]), head: id };
}

export function headEntry(log: Log): Entry {
  return entryAt(log, log.head);
}

export function entryAt(log: Log, id: string): Entry {
  const found = log.entries.get(id);
  if (!found) throw new Error(`The log has no entry ${id}`);
  return found;
}

/** The line of first parents from the first entry to one: the changes that make its state. */
function lineTo(log: Log, id: string): Entry[] {
  const line: Entry[] = [];
  for (let at: string | undefined = id; at !== undefined; at = line.at(-1)?.parents[0]) line.push(entryAt(log, at));
  return line.toReversed();
}

/** The bid as it stood after an entry. */
export function stateAt(log: Log, id: string): Result<Bid, string> {
  const [first, ...rest] = lineTo(log, id);
  if (!first?.start) return fail("The log has no beginning.");
  const fold = new Fold(first.start);
  for (const one of rest) {
    const done = fold.apply(one.changes);
    if (!done.ok) return fail(`Entry ${one.id} of ${one.at}: ${done.error}.`);
  }
  return ok(fold.bid);
}

export function applyAll(start: Bid, changes: readonly Change[]): Result<Bid, string> {
  const fold = new Fold(start);
  const done = fold.apply(changes);
  return done.ok ? ok(fold.bid) : done;
}

/** An entry and all that came before it, by either parent. */
export function ancestors(log: Log, id: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...entryAt(log, at).parents);
  }
  return seen;
}

/** What is wrong with a log: broken hashes, missing parents, changes that do not fit. None: it is whole. */
export function verifyLog(log: Log, hash: Hash): string[] {
  const faults: string[] = [];
  const before = new Set<string>();
  for (const one of log.entries.values()) {
    const { id, at } = one;
    if (entryId(one, hash) !== id) faults.push(`Entry ${id} of ${at} was changed after it was made.`);
    const lost = one.parents.filter((parent) => !before.has(parent));
    faults.push(...lost.map((parent) => `Entry ${id} of ${at} follows ${parent}, which is missing.`));
    before.add(id);
  }
  if (!before.has(log.head)) faults.push(`The log has no entry ${log.head}, which the bid says is its newest.`);
  if (faults.length > 0) return faults;
  const state = stateAt(log, log.head);
  return state.ok ? [] : [state.error];
}
