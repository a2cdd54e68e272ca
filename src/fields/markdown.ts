import type { List, ListItem, PhrasingContent, RootContent, Table, TableCell } from "mdast";
import { fromMarkdown as parse } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown, gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown as serialise } from "mdast-util-to-markdown";
import { gfmTable } from "micromark-extension-gfm-table";
import { isSafeLink, type RichBlock, type RichText, type Span } from "./rich-text.ts";

type Marks = Omit<Span, "text">;

/**
 * Reads a long answer from an answers file. Marks that an answer cannot carry are kept as plain text:
 * a heading becomes a bold paragraph, code and HTML become their own characters.
 */
export function fromMarkdown(text: string): RichText {
  const tree = parse(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  return { blocks: tree.children.flatMap(readBlock) };
}

/** The links of a text that lead somewhere an answer may not link to; reading drops them and keeps their words. */
export function unsafeLinks(text: string): string[] {
  const links: string[] = [];
  const waiting: object[] = [parse(text)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { url, children = [] } = node as { url?: string; children?: object[] };
    if (url !== undefined && !isSafeLink(url)) links.push(url);
    waiting.push(...children);
  }
  return links;
}

function readBlock(node: RootContent): RichBlock[] {
  switch (node.type) {
    case "paragraph":
      return [paragraph(readSpans(node.children, {}))];
    case "heading":
      return [paragraph(readSpans(node.children, { bold: true }))];
    case "list":
      return [readList(node)];
    case "table":
      return [{ type: "table", rows: node.children.map((row) => row.children.map(readCell)) }];
    case "blockquote":
      return node.children.flatMap(readBlock);
    case "code":
    case "html":
      return [paragraph([{ text: node.value }])];
    default:
      return [];
  }
}

function readList(node: List): RichBlock {
  const items = node.children.map((item) => item.children.flatMap(readBlock));
  return { type: "list", ordered: node.ordered === true, items };
}

function readCell(cell: TableCell): RichBlock[] {
  return [paragraph(readSpans(cell.children, {}))];
}

function readSpans(nodes: readonly PhrasingContent[], marks: Marks): Span[] {
  return mergeSpans(nodes.flatMap((node) => readSpan(node, marks)));
}

function readSpan(node: PhrasingContent, marks: Marks): Span[] {
  switch (node.type) {
    case "text":
      return [{ text: node.value.replaceAll("\n", " "), ...marks }];
    case "strong":
      return readSpans(node.children, { ...marks, bold: true });
    case "emphasis":
      return readSpans(node.children, { ...marks, italic: true });
    case "link":
      return readSpans(node.children, isSafeLink(node.url) ? { ...marks, link: node.url } : marks);
    default:
      return [{ text: literalText(node), ...marks }];
  }
}

/** What stands for a mark that an answer cannot carry: its own characters. */
function literalText(node: PhrasingContent): string {
  if (node.type === "break") return "\n";
  if (node.type === "image") return node.alt ?? "";
  return "value" in node ? node.value : "";
}

/** Joins neighbours that carry the same marks, so that equal answers are stored equally. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.filter((part) => part.text !== "")) {
    const last = merged.at(-1);
    if (last && last.bold === span.bold && last.italic === span.italic && last.link === span.link) {
      merged[merged.length - 1] = { ...last, text: last.text + span.text };
    } else merged.push(span);
  }
  return merged;
}

function paragraph(spans: Span[]): RichBlock {
  return { type: "paragraph", spans };
}

/** Writes a long answer so that a person can edit it. Lists inside table cells become plain lines. */
export function toMarkdown(value: RichText): string {
  const children = value.blocks.map(writeBlock);
  return serialise(
    { type: "root", children },
    { extensions: [gfmTableToMarkdown()], bullet: "-", emphasis: "_" },
  ).trimEnd();
}

function writeBlock(block: RichBlock): List | Table | { type: "paragraph"; children: PhrasingContent[] } {
  switch (block.type) {
    case "paragraph":
      return { type: "paragraph", children: block.spans.flatMap(writeSpan) };
    case "list":
      return { type: "list", ordered: block.ordered, spread: false, children: block.items.map(writeItem) };
    case "table":
      return {
        type: "table",
        children: block.rows.map((row) => ({ type: "tableRow", children: row.map(writeCell) })),
      };
  }
}

function writeItem(blocks: RichBlock[]): ListItem {
  return { type: "listItem", spread: false, children: blocks.map(writeBlock) };
}

function writeCell(blocks: RichBlock[]): TableCell {
  const spans = blocks.flatMap((block) => (block.type === "paragraph" ? block.spans : []));
  return { type: "tableCell", children: spans.flatMap(writeSpan) };
}

function writeSpan(span: Span): PhrasingContent[] {
  const lines = span.text
    .split("\n")
    .flatMap((text, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: "break" } as const] : []),
      ...(text === "" ? [] : [{ type: "text", value: text } as const]),
    ]);
  const italic: PhrasingContent[] = span.italic ? [{ type: "emphasis", children: lines }] : lines;
  const bold: PhrasingContent[] = span.bold ? [{ type: "strong", children: italic }] : italic;
  return span.link ? [{ type: "link", url: span.link, children: bold as never }] : bold;
}
