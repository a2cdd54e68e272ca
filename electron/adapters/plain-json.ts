import { fail, ok, type Result } from "../../src/shared/result.ts";

const deepest = 64;
const largest = 100 * 1024 * 1024;

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

/** Reads JSON of a limited depth. */
export function parseJson(text: string): Result<unknown, string> {
  if (depthOf(text) > deepest) return fail(`is more than ${deepest} levels deep`);
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (fault) {
    const line = fault instanceof SyntaxError ? /line (\d+)/.exec(fault.message)?.[1] : undefined;
    return fail(line === undefined ? "is damaged" : `is damaged at line ${line}`);
  }
}

/** Brackets open at once at the deepest place. Counted before the parser, which would follow them down. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < text.length && most <= deepest; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === "[" || sign === "{") most = Math.max(most, (depth += 1));
    else if (sign === "]" || sign === "}") depth -= 1;
  }
  return most;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
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
