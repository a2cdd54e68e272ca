import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** A cell as the file holds it: what was written, not what a library makes of it. */
export interface HeldCell {
  formula?: string;
  value: string | number | boolean | null;
  /** The index of its style. */
  style: number;
}

export type HeldSheets = Map<string, Map<string, HeldCell>>;

/** The text of every XML part of an Office file, by its name. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/.test(name));
  return new Map(parts.map(([name, part]) => [name, strFromU8(part)]));
}

/** The part of that name; a test that asks for one that is not there fails. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes).get(name);
  if (part === undefined) throw new Error(`No part ${name}`);
  return part;
}

/** Undoes Excel's way of writing characters as `_x0041_`. */
function decoded(text: string): string {
  return text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Every cell of every sheet, read without a spreadsheet library. */
export function readWorkbook(bytes: Uint8Array): HeldSheets {
  const parts = partsOf(bytes);
  const shared = sharedStrings(parts.get("xl/sharedStrings.xml"));
  const targets = new Map<string, string>();
  walk(parts.get("xl/_rels/workbook.xml.rels") ?? "", (name, attributes) => {
    if (name === "Relationship")
      targets.set(attributes["Id"] ?? "", (attributes["Target"] ?? "").replace(/^\/xl\//, ""));
  });
  const sheets: HeldSheets = new Map();
  walk(parts.get("xl/workbook.xml") ?? "", (name, attributes) => {
    if (name !== "sheet") return;
    const target = targets.get(attributes["r:id"] ?? "") ?? "";
    sheets.set(attributes["name"] ?? "", readSheet(parts.get(`xl/${target}`) ?? "", shared));
  });
  return sheets;
}

type Attributes = Record<string, string>;

function walk(xml: string, open: (name: string, attributes: Attributes) => void, rest: Partial<Walker> = {}): void {
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => open(tag.name, tag.attributes));
  parser.on("text", (text) => rest.text?.(text));
  parser.on("closetag", (tag) => rest.close?.(tag.name));
  parser.write(xml).close();
}

interface Walker {
  text(text: string): void;
  close(name: string): void;
}

function sharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  let within = false;
  if (xml === undefined) return strings;
  walk(
    xml,
    (name) => {
      if (name === "si") strings.push("");
      within = name === "t";
    },
    {
      text: (text) => {
        if (within) strings[strings.length - 1] += text;
      },
      close: () => {
        within = false;
      },
    },
  );
  return strings.map(decoded);
}

function readSheet(xml: string, shared: readonly string[]): Map<string, HeldCell> {
  const cells = new Map<string, HeldCell>();
  let [reference, type, within, style] = ["", "", "", 0];
  let held = { f: undefined as string | undefined, v: undefined as string | undefined };
  walk(
    xml,
    (name, attributes) => {
      within = name;
      if (name === "c") {
        [reference, type, style] = [attributes["r"] ?? "", attributes["t"] ?? "n", Number(attributes["s"] ?? 0)];
        held = { f: undefined, v: undefined };
      }
      if (name === "f") held.f = "";
      if (name === "v") held.v = "";
    },
    {
      text: (text) => {
        if (within === "f" || within === "v") held[within] = (held[within] ?? "") + text;
      },
      close: (name) => {
        within = "";
        if (name !== "c") return;
        const formula = held.f === undefined ? {} : { formula: held.f };
        cells.set(reference, { ...formula, value: valueOf(type, held.v, shared), style });
      },
    },
  );
  return cells;
}

function valueOf(type: string, held: string | undefined, shared: readonly string[]): HeldCell["value"] {
  if (held === undefined) return null;
  if (type === "s") return shared[Number(held)] ?? null;
  if (type === "b") return held === "1";
  return type === "n" ? Number(held) : decoded(held);
}

/** The text of every paragraph of a Word file's main part, in order. */
export function paragraphsOf(bytes: Uint8Array): string[] {
  const paragraphs: string[] = [];
  let within = false;
  walk(
    partOf(bytes, "word/document.xml"),
    (name) => {
      if (name === "w:p") paragraphs.push("");
      within = name === "w:t";
      if (name === "w:br" || name === "w:tab") paragraphs[paragraphs.length - 1] += name === "w:br" ? "\n" : "\t";
    },
    {
      text: (text) => {
        if (within) paragraphs[paragraphs.length - 1] += text;
      },
      close: () => {
        within = false;
      },
    },
  );
  return paragraphs;
}
