import * as z from "zod";
import { entry as entrySchema, type Entry } from "../../src/history/log.ts";
import { sha256 } from "./hash.ts";
import { parseJson } from "./plain-json.ts";

/*
 * A journal is JSON lines. The first says whose it is, and where it was typed as far as
 * that is known: {"bid":"…","file":"…"}. Every other holds one entry, with a checksum over the
 * entry's own text, so that a line that was cut short or overwritten is told from a whole one:
 *   {"sum":"0123456789abcdef","entry":{…}}
 */

const shape = /^\{"sum":"([0-9a-f]{16})","entry":(\{.*\})\}$/;

export function headerLine(bid: string, file?: string): string {
  return `${JSON.stringify({ bid, ...(file === undefined ? {} : { file }) })}\n`;
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
  /** The path of the file that the entries were typed in, where the first line says it. */
  file: string | undefined;
  entries: Entry[];
  unreadable: number;
}

/** Reads what is whole; a line that is not is counted and passed over. */
export function readJournal(text: string): JournalText {
  const [first = "", ...rest] = text.split("\n");
  const { bid, file } = headIn(first);
  const lines = (bid === undefined ? [first, ...rest] : rest).filter((line) => line !== "");
  const read = lines.map(entryIn);
  const entries = read.filter((one) => one !== undefined);
  return { bid, file, entries, unreadable: read.length - entries.length };
}

const head = z.object({ bid: z.string(), file: z.string().optional().catch(undefined) });

function headIn(line: string): Pick<JournalText, "bid" | "file"> {
  const read = parseJson(line);
  const parsed = read.ok ? head.safeParse(read.value) : undefined;
  return { bid: parsed?.data?.bid, file: parsed?.data?.file };
}

function entryIn(line: string): Entry | undefined {
  const [, sum, text = ""] = shape.exec(line) ?? [];
  if (sum === undefined || sumOf(text) !== sum) return undefined;
  const read = parseJson(text);
  const parsed = read.ok ? entrySchema.safeParse(read.value) : undefined;
  return parsed?.success ? parsed.data : undefined;
}
