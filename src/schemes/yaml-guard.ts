import { CST, isAlias, isCollection, isPair, Lexer, visit, type Alias, type Document, type Node } from "yaml";

/** Something that is refused before it can do harm, with where it begins, counted in characters. */
export interface YamlDanger {
  offset: number;
  message: string;
}

const flowStarts = new Set<unknown>(["flow-seq-start", "flow-map-start"]);
const flowEnds = new Set<unknown>(["flow-seq-end", "flow-map-end"]);
/** Signs that begin lists inside one another on one line. */
const blockStarts = new Set<unknown>(["seq-item-ind", "explicit-key-ind"]);

/** Far more than the longest scheme or bid holds. Comparing the names of one map takes their number times itself. */
const most = { names: 60_000, signs: 500_000 };

/**
 * Reads the signs of a YAML text one after another, before anything follows them down: the parser goes one call deeper
 * with every level, works long on what is broken in a hundred thousand places, and a tag could ask for more than data.
 *
 * @param deepest how many levels may be open at once
 */
export function dangerInSigns(text: string, deepest: number): YamlDanger | undefined {
  const count = { flow: 0, inLine: 0, names: 0, signs: 0 };
  let offset = 0;
  let isScalar = false;
  for (const sign of new Lexer().lex(text)) {
    const type = isScalar ? "scalar" : CST.tokenType(sign);
    isScalar = sign === scalarComes;
    if (isMark(sign)) continue;
    const message = dangerOf(type, count, deepest);
    if (type === "tag") {
      return { offset, message: `has a tag (“${shortened(sign)}”). A scheme is plain data: take it out.` };
    }
    if (message !== undefined) return { offset, message };
    offset += sign.length;
  }
  return undefined;
}

interface Count {
  flow: number;
  inLine: number;
  names: number;
  signs: number;
}

function countSign(type: unknown, count: Count): void {
  count.signs += 1;
  if (type === "newline") count.inLine = 0;
  if (type === "map-value-ind") count.names += 1;
  if (flowStarts.has(type)) count.flow += 1;
  if (flowEnds.has(type)) count.flow -= 1;
  if (blockStarts.has(type)) count.inLine += 1;
}

function dangerOf(type: unknown, count: Count, deepest: number): string | undefined {
  countSign(type, count);
  if (count.flow > deepest || count.inLine > deepest) return tooDeep(deepest);
  if (count.flow < 0) return "closes a bracket that was not opened.";
  return count.names > most.names || count.signs > most.signs ? "the file is far longer than any scheme." : undefined;
}

export function tooDeep(deepest: number): string {
  return `goes more than ${deepest} levels deep here.`;
}

/** The lexer announces what follows with single characters that do not stand in the text. */
const scalarComes = "\u001F";

function isMark(sign: string): boolean {
  return sign === scalarComes || sign === "\u0002" || sign === "\u0018";
}

function shortened(sign: string): string {
  return sign.length > 40 ? `${sign.slice(0, 40)}…` : sign;
}

/** How many values all repeats of a file may bring together. */
const mostRepeated = 1000;

/**
 * The first repeat (`*name`) that goes too far: it stands inside what it repeats, it repeats nothing, or it makes the
 * repeats of the file more than a person would write.
 */
export function dangerInRepeats(document: Document): YamlDanger | undefined {
  const sizes = new Map<string, number>();
  const open = new Set<string>();
  let repeated = 0;
  const sizeOf = (node: unknown): number | YamlDanger => {
    if (isAlias(node)) return repeat(node);
    const anchor = anchorOf(node);
    if (anchor !== undefined) open.add(anchor);
    let size = 1;
    for (const child of childrenOf(node)) {
      const part = sizeOf(child);
      if (typeof part !== "number") return part;
      size += part;
    }
    if (anchor !== undefined) {
      open.delete(anchor);
      sizes.set(anchor, size);
    }
    return size;
  };
  const repeat = (alias: Alias): number | YamlDanger => {
    const { source } = alias;
    const at = (message: string) => ({ offset: alias.range?.[0] ?? 0, message: `“*${shortened(source)}” ${message}` });
    if (open.has(source)) return at("repeats the part that it stands in, without end.");
    const size = sizes.get(source);
    if (size === undefined) return at("repeats a part that is not there.");
    repeated += size;
    return repeated > mostRepeated ? at("repeats more than can be read safely. Write out what is meant.") : size;
  };
  if (!hasAlias(document)) return undefined;
  const found = sizeOf(document.contents);
  return typeof found === "number" ? undefined : found;
}

function hasAlias(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function anchorOf(node: unknown): string | undefined {
  return (node as (Node & { anchor?: string }) | null)?.anchor;
}

function childrenOf(node: unknown): unknown[] {
  if (!isCollection(node)) return [];
  return node.items.flatMap((item: unknown) => (isPair(item) ? [item.key, item.value] : [item]));
}
