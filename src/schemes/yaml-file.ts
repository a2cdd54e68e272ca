import {
  isAlias,
  isCollection,
  isNode,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLError,
} from "yaml";
import type * as z from "zod";
import { fail, ok, type Result } from "../shared/result.ts";
import { plainIssue } from "./plain-issue.ts";
import { dangerInRepeats, dangerInSigns, tooDeep, type YamlDanger } from "./yaml-guard.ts";

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
  const refuse = ({ offset, message }: YamlDanger) => fail([`${lineAt(name, lines, offset)}: ${message}`]);
  const sign = dangerInSigns(text, deepest);
  if (sign) {
    countLines(text, lines);
    return refuse(sign);
  }
  const document = parsed(text, lines);
  if (!document) return fail([`${name}: ${tooDeep(deepest)}`]);
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return fail(faultsInWords(name, lines, faults));
  const deep = tooDeepIn(document.contents);
  if (deep) return refuse({ offset: deep.range?.[0] ?? 0, message: tooDeep(deepest) });
  const repeat = dangerInRepeats(document);
  if (repeat) return refuse(repeat);
  const at = (path: Path) => placeOf(name, document, lines, path);
  return ok({ value: document.toJS({ maxAliasCount: -1 }), at });
}

/** Levels made by indenting alone are counted after the parser followed them; with very many it gives up by itself. */
function parsed(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { lineCounter, uniqueKeys: true, schema: "core", strict: true, prettyErrors: false });
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

function countLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
}

/** A broken file can have a fault in every line; the first ones are what has to be mended. */
const mostFaults = 20;

function faultsInWords(name: string, lines: LineCounter, faults: readonly YAMLError[]): string[] {
  const words = faults.slice(0, mostFaults).map(({ code, message, pos }) => {
    const what =
      code === "DUPLICATE_KEY" ? "the same name stands twice here." : `${message.split("\n")[0] ?? "not YAML"}.`;
    return `${lineAt(name, lines, pos[0])}: ${what}`;
  });
  return faults.length > mostFaults ? [...words, `${name}: ${faults.length - mostFaults} more like these.`] : words;
}

function lineAt(name: string, lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${name} line ${line}, column ${col}`;
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
      return lineAt(name, lines, node.range[0]);
    }
  }
  return name;
}

/** A node below the deepest level there may be. */
function tooDeepIn(root: unknown): Node | undefined {
  let level: unknown[] = [root];
  for (let depth = 0; depth < deepest; depth += 1) level = level.flatMap(childrenOf);
  return level.find(isNode);
}

function childrenOf(node: unknown): unknown[] {
  if (isAlias(node) || !isCollection(node)) return [];
  return node.items.flatMap((item) => {
    const pair = item as { key?: unknown; value?: unknown };
    return "value" in pair && "key" in pair ? [pair.value] : [item];
  });
}
