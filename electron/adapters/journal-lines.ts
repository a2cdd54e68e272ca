import { entry as entrySchema, type Entry } from "../../src/history/log.ts";
import { sha256 } from "./hash.ts";
import { parseJson } from "./plain-json.ts";

/*
 * A journal is JSON lines. The first says whose it is: {"bid":"…"}. Every other holds one entry, with a checksum over the
 * entry's own text, so that a line that was cut short or overwritten is told from a whole one:
 *   {"sum":"0123456789abcdef","entry":{…}}
 */

const shape = /^\{"sum":"([0-9a-f]{16})","entry":(\{.*\})\}$/;

export function headerLine(bid: string): string {
  return `${JSON.stringify({ bid })}\n`;
}

export function entryLine(one: Entry): string {
  const text = JSON.stringify(one);
  return `{"sum":"${sumOf(text)}","entry":${text}}\n`;
}

function sumOf(text: string): string {
  return sha256(text).slice(0, 16);
}

export interface JournalText {
  /** Undefined where even the first line is damaged. */
  bid: string | undefined;
  entries: Entry[];
  unreadable: number;
}

/** Reads what is whole; a line that is not is counted and passed over. */
export function readJournal(text: string): JournalText {
  const [first = "", ...rest] = text.split("\n");
  const bid = bidIn(first);
  const lines = (bid === undefined ? [first, ...rest] : rest).filter((line) => line !== "");
  const read = lines.map(entryIn);
  const entries = read.filter((one) => one !== undefined);
  return { bid, entries, unreadable: read.length - entries.length };
}

function bidIn(line: string): string | undefined {
  const read = parseJson(line);
  if (!read.ok || typeof read.value !== "object" || read.value === null || !("bid" in read.value)) return undefined;
  return typeof read.value.bid === "string" ? read.value.bid : undefined;
}

function entryIn(line: string): Entry | undefined {
  const [, sum, text = ""] = shape.exec(line) ?? [];
  if (sum === undefined || sumOf(text) !== sum) return undefined;
  const read = parseJson(text);
  const parsed = read.ok ? entrySchema.safeParse(read.value) : undefined;
  return parsed?.success ? parsed.data : undefined;
}
