import { entry as entrySchema, type Entry, type Log } from "../../src/history/log.ts";
import { isUsualEntry } from "../../src/history/usual-entry.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { parseJson } from "./plain-json.ts";

/*
 * A log as text: one entry a line, parents before children. An entry whose one parent is the line before does not repeat
 * its id: ids are hashes, and would be most of the file.
 */

/** One line: an entry that may leave its parent out. */
export const logLine = entrySchema.extend({ parents: entrySchema.shape.parents.exactOptional() });

/** The lines of a log, each ended. */
export function linesOf(log: Log): string {
  let before: string | undefined;
  const lines = [...log.entries.values()].map((one) => {
    const line = lineOf(one, before);
    before = one.id;
    return `${line}\n`;
  });
  return lines.join("");
}

function lineOf(one: Entry, before: string | undefined): string {
  const { parents, ...rest } = one;
  return JSON.stringify(parents.length === 1 && parents[0] === before ? rest : one);
}

/**
 * One line read back.
 *
 * @param before id of the entry on the line before
 */
export function readLine(line: string, before: string | undefined): Result<Entry, string> {
  const read = parseJson(line);
  if (!read.ok) return read;
  const value = withParent(read.value, before);
  if (isUsualEntry(value)) return ok(value);
  const parsed = entrySchema.safeParse(value);
  return parsed.success ? ok(parsed.data) : fail("is not an entry of a log");
}

function withParent(value: unknown, before: string | undefined): unknown {
  const follows = typeof value === "object" && value !== null && !("parents" in value) && before !== undefined;
  return follows ? Object.assign(value, { parents: [before] }) : value;
}

/** A line of a file whose very bytes were read back and proved when they were written. */
function readProvedLine(line: string, before: string | undefined): Result<Entry, string> {
  return ok(withParent(JSON.parse(line), before) as Entry);
}

/** Every entry of a whole log; what was `proved` is not looked into again. */
export function readLines(text: string, proved = false): Result<Map<string, Entry>, string> {
  const readOne = proved ? readProvedLine : readLine;
  const entries = new Map<string, Entry>();
  let before: string | undefined;
  for (const [index, line] of text.trimEnd().split("\n").entries()) {
    const read = readOne(line, before);
    if (!read.ok) return fail(`line ${index + 1} ${read.error}`);
    before = read.value.id;
    entries.set(before, read.value);
  }
  return ok(entries);
}
