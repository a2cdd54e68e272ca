import { isAlias, isCollection, LineCounter, parseDocument, type Document } from "yaml";
import type * as z from "zod";
import { fail, ok, type Result } from "../shared/result.ts";
import { plainIssue } from "./plain-issue.ts";

const longestText = 2_000_000;
const deepest = 64;

type Path = readonly PropertyKey[];

/** Where in a file something stands, for messages: `rules.yaml line 12, column 3`. */
export interface YamlSource {
  value: unknown;
  at(path: Path): string;
}

/**
 * Reads YAML as plain data: no tags, no merge keys, few aliases, limited size and depth.
 *
 * @returns the data and a way to find lines, or plain sentences naming file, line and column
 */
export function parseYaml(name: string, text: string): Result<YamlSource, string[]> {
  if (text.length > longestText) return fail([`${name}: the file is too long (${text.length} characters).`]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: "core", strict: true });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return fail(faults.map((fault) => `${name}: ${fault.message.split("\n")[0] ?? "not YAML"}`));
  if (depthOf(document.contents) > deepest) return fail([`${name}: more than ${deepest} levels deep.`]);
  const at = (path: Path) => placeOf(name, document, lines, path);
  try {
    return ok({ value: document.toJS({ maxAliasCount: 20 }), at });
  } catch {
    return fail([`${name}: repeats parts of itself too often to be read safely.`]);
  }
}

/** Reads YAML and checks its shape. */
export function readYaml<T>(name: string, text: string, schema: z.ZodType<T>): Result<T, string[]> {
  const source = parseYaml(name, text);
  if (!source.ok) return source;
  const parsed = schema.safeParse(source.value.value);
  if (parsed.success) return ok(parsed.data);
  return fail(issuesInWords(source.value, parsed.error.issues));
}

/** What does not fit a shape, in plain sentences with file, line and column. */
export function issuesInWords(source: YamlSource, issues: readonly z.core.$ZodIssue[]): string[] {
  return issues.map(plainIssue).map(({ path, message }) => `${source.at(path)}: ${pathText(path)}${message}.`);
}

function pathText(path: Path): string {
  return path.length > 0 ? `${path.map(String).join(" › ")}: ` : "";
}

function placeOf(name: string, document: Document, lines: LineCounter, path: Path): string {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return `${name} line ${line}, column ${col}`;
    }
  }
  return name;
}

function depthOf(root: unknown): number {
  let level: unknown[] = [root];
  let depth = 0;
  while (level.length > 0 && depth <= deepest) {
    depth += 1;
    level = level.flatMap(childrenOf);
  }
  return depth;
}

function childrenOf(node: unknown): unknown[] {
  if (isAlias(node) || !isCollection(node)) return [];
  return node.items.flatMap((item) => {
    const pair = item as { key?: unknown; value?: unknown };
    return "value" in pair && "key" in pair ? [pair.value] : [item];
  });
}
