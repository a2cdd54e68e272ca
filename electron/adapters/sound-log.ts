import { ancestors, type Entry, type Log } from "../../src/history/log.ts";
import { names } from "./bid-manifest.ts";
import { readLine } from "./log-lines.ts";
import { isProven } from "./proven-log.ts";
import type { Pieces } from "./sound-parts.ts";
import type { FoundPart } from "./zip-salvage.ts";

/** As much of a log as can be proved. */
export interface SoundLog {
  log: Log;
  /** It reaches the newest entry there was. */
  complete: boolean;
  /** Not merged, because the entry that did so is lost. */
  apart: boolean;
}

/** The entries whose hashes are right and whose parents are there, of the longest log of the bid. */
export function soundLog({ parts, manifest }: Pieces, bid: string | undefined): SoundLog | undefined {
  const listed = manifest?.version === 1 ? undefined : manifest;
  const longest = longestLog(parts, listed?.bid ?? bid);
  return longest && headOf(longest, listed?.head);
}

/** Without a list of parts nothing names the newest entry; then every byte must be right. */
function headOf({ entries, whole }: FoundLog, listed: string | undefined): SoundLog {
  if (listed !== undefined && entries.has(listed))
    return { log: { entries, head: listed }, complete: true, apart: false };
  const [head = "", ...others] = tipsOf(entries);
  const complete = listed === undefined && whole;
  return { log: { entries, head }, complete, apart: !complete && others.length > 0 };
}

function longestLog(parts: readonly FoundPart[], bid: string | undefined): FoundLog | undefined {
  const logs = parts.filter(({ name }) => name === names.log).map(logIn);
  const ours = logs.filter((one) => one.bid !== undefined && (bid === undefined || one.bid === bid));
  return ours.toSorted((a, b) => b.entries.size - a.entries.size)[0];
}

interface FoundLog {
  entries: Map<string, Entry>;
  /** Undefined where not even the first entry is sound. */
  bid: string | undefined;
  /** Nothing is missing. */
  whole: boolean;
}

/** A part is asked several times what it is, and each of its entries is proved by a hash. */
const known = new WeakMap<FoundPart, FoundLog>();

/** The sound entries of a part. */
export function logIn(part: FoundPart): FoundLog {
  const found = known.get(part) ?? readLog(part);
  known.set(part, found);
  return found;
}

function readLog({ bytes, sound }: FoundPart): FoundLog {
  const lines = new TextDecoder()
    .decode(bytes)
    .split("\n")
    .filter((line) => line !== "");
  const entries = soundEntries(lines);
  const [first] = entries.values();
  return { entries, bid: first?.start?.id, whole: sound && entries.size === lines.length };
}

function soundEntries(lines: readonly string[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let before: string | undefined;
  for (const line of lines) {
    const one = soundEntry(line, before);
    before = one?.id;
    if (!one || one.parents.some((parent) => !entries.has(parent))) continue;
    const first = one.parents.length === 0;
    if (first === (entries.size === 0) && first === (one.start !== undefined)) entries.set(one.id, one);
  }
  return entries;
}

function soundEntry(line: string, before: string | undefined): Entry | undefined {
  const read = readLine(line, before);
  return read.ok && isProven(read.value) ? read.value : undefined;
}

/** Entries that no other follows; where a merge was lost there are several, the one with the longest history first. */
function tipsOf(entries: ReadonlyMap<string, Entry>): string[] {
  const followed = new Set([...entries.values()].flatMap(({ parents }) => parents));
  const tips = [...entries.keys()].filter((id) => !followed.has(id));
  const sized = tips.map((id) => ({ id, size: ancestors({ entries, head: id }, id).size }));
  return sized.toSorted((a, b) => b.size - a.size).map(({ id }) => id);
}
