import { fail, ok, type Result } from "../../src/shared/result.ts";

const deepest = 64;
const largest = 100 * 1024 * 1024;
/** Of a name, in a sentence. */
const longestShown = 60;

/**
 * Reads JSON of a limited depth from UTF-8.
 *
 * @returns the data, or what is wrong, as the end of a sentence about the part
 */
export function readJson(bytes: Uint8Array): Result<unknown, string> {
  const text = readText(bytes);
  return text.ok ? parseJson(text.value) : text;
}

/** Text of a limited size from UTF-8. */
export function readText(bytes: Uint8Array): Result<string, string> {
  if (bytes.length > largest) return fail("is too large");
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail("is not text");
  }
}

/**
 * Reads JSON of a limited depth in which nothing is named twice: of two values under one name each reader takes
 * another, so that two people could read two bids in one file.
 */
export function parseJson(text: string): Result<unknown, string> {
  const { depth, names } = outlineOf(text);
  if (depth > deepest) return fail(`is more than ${deepest} levels deep`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    const line = fault instanceof SyntaxError ? /line (\d+)/.exec(fault.message)?.[1] : undefined;
    return fail(line === undefined ? "is damaged" : `is damaged at line ${line}`);
  }
  // Of names given twice the parser keeps one. To find which takes a while, and is done only where some are gone.
  if (namesIn(value) === names) return ok(value);
  return fail(nameGivenTwice(text) ?? "is damaged");
}

/** The first name that an object gives twice, with its line where there are several. The text is JSON. */
function nameGivenTwice(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "{" || sign === "[") open.push(new Set());
    else if (sign === "}" || sign === "]") open.pop();
    else if (sign === '"') {
      const end = endOfString(text, at);
      if (isName(text, end) && !addName(open.at(-1), text.slice(at, end + 1))) return saidTwice(text, at, end);
      at = end;
    }
  }
  return undefined;
}

/** Whether it is the first of its name. A letter can be written as itself or by its number, and is the same. */
function addName(names: Set<string> | undefined, written: string): boolean {
  const name = written.includes("\\") ? (JSON.parse(written) as string) : written.slice(1, -1);
  if (names?.has(name)) return false;
  names?.add(name);
  return true;
}

function saidTwice(text: string, at: number, end: number): string {
  const name = JSON.parse(text.slice(at, end + 1)) as string;
  const where = text.includes("\n") ? ` at line ${text.slice(0, at).split("\n").length}` : "";
  return `gives “${name.slice(0, longestShown)}” twice${where}`;
}

/** In JSON only a name is followed by a colon. */
function isName(text: string, end: number): boolean {
  let at = end + 1;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at += 1;
  return text[at] === ":";
}

/** How many names the objects of a value have. */
function namesIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const one of value) count += namesIn(one);
    return count;
  }
  for (const name of Object.keys(value)) count += 1 + namesIn((value as Record<string, unknown>)[name]);
  return count;
}

/**
 * The brackets open at once at the deepest place, counted before the parser, which would follow them down; and the names
 * that are given: outside a text, each has a colon and nothing else has.
 */
function outlineOf(text: string): { depth: number; names: number } {
  let [open, depth, names] = [0, 0, 0];
  for (let at = 0; at < text.length && depth <= deepest; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === signs.quote) at = endOfString(text, at);
    else if (sign === signs.colon) names += 1;
    else if (sign === signs.list || sign === signs.object) depth = Math.max(depth, (open += 1));
    else if (sign === signs.endOfList || sign === signs.endOfObject) open -= 1;
  }
  return { depth, names };
}

const signs = { quote: 0x22, colon: 0x3a, list: 0x5b, endOfList: 0x5d, object: 0x7b, endOfObject: 0x7d };

function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at === -1 ? text.length : at;
}

/** After an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === "\\") before -= 1;
  return (at - before) % 2 === 1;
}

/** Whether two values are the same as data. What JSON cannot hold (not a number, a date, a map) equals nothing. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, at) => sameData(one, b[at]));
  }
  if (!isPlain(a) || !isPlain(b)) return a === b && (typeof a !== "object" || a === null);
  const names = Object.keys({ ...a, ...b });
  return names.every((name) => sameData(a[name], b[name]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
