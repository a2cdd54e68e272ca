import type { Mark, Node } from "prosemirror-model";
import { TableMap } from "prosemirror-tables";
import { mergeSpans } from "../../../src/fields/markdown.ts";
import type { RichBlock, RichText, Span } from "../../../src/fields/rich-text.ts";
import { schema } from "./schema.ts";

/** A formatted answer as the editor holds it. */
export function toDocument(value: RichText): Node {
  return make("doc", atLeastParagraph(value.blocks.map(toNode)));
}

function make(type: string, content: readonly Node[]): Node {
  return schema.node(type, null, [...content]);
}

function atLeastParagraph(nodes: Node[]): Node[] {
  return nodes.length === 0 ? [make("paragraph", [])] : nodes;
}

function toNode(block: RichBlock): Node {
  switch (block.type) {
    case "paragraph":
      return make("paragraph", block.spans.flatMap(toInline));
    case "list":
      return make(block.ordered ? "ordered_list" : "bullet_list", block.items.map(toItem));
    case "table":
      return make("table", evenRows(block.rows).map(toRow));
  }
}

/** The editor wants every item to begin with a paragraph. */
function toItem(blocks: RichBlock[]): Node {
  const nodes = blocks.map(toNode);
  return make("list_item", nodes[0]?.type.name === "paragraph" ? nodes : [make("paragraph", []), ...nodes]);
}

function toRow(cells: RichBlock[][], position: number): Node {
  const type = position === 0 ? "table_header" : "table_cell";
  return make(
    "table_row",
    cells.map((cell) => make(type, atLeastParagraph(cell.map(toNode)))),
  );
}

/** The editor wants rows of one length; shorter ones get empty cells. */
function evenRows(rows: RichBlock[][][]): RichBlock[][][] {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const shown = rows.length === 0 ? [[]] : rows;
  return shown.map((row) => [...row, ...Array.from({ length: width - row.length }, (): RichBlock[] => [])]);
}

function toInline(span: Span): Node[] {
  const marks = marksOf(span);
  return span.text
    .split("\n")
    .flatMap((text, index) => [
      ...(index > 0 ? [schema.node("hard_break", null, [], marks)] : []),
      ...(text === "" ? [] : [schema.text(text, marks)]),
    ]);
}

function marksOf({ bold, italic, link }: Span): Mark[] {
  return [
    ...(link === undefined ? [] : [schema.mark("link", { href: link })]),
    ...(bold ? [schema.mark("bold")] : []),
    ...(italic ? [schema.mark("italic")] : []),
  ];
}

/** What the editor holds, as the bid stores it. */
export function fromDocument(doc: Node): RichText {
  return { blocks: blocksIn(doc) };
}

function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index));
}

function blocksIn(node: Node): RichBlock[] {
  return childrenOf(node).map(fromNode);
}

function fromNode(node: Node): RichBlock {
  switch (node.type.name) {
    case "bullet_list":
    case "ordered_list":
      return { type: "list", ordered: node.type.name === "ordered_list", items: childrenOf(node).map(blocksIn) };
    case "table":
      return { type: "table", rows: rowsOf(node) };
    default:
      return { type: "paragraph", spans: mergeSpans(childrenOf(node).map(fromInline)) };
  }
}

/** Merged cells become one full cell and empty ones, so that every row has a cell in every column. */
function rowsOf(table: Node): RichBlock[][][] {
  const map = TableMap.get(table);
  const seen = new Set<number>();
  return Array.from({ length: map.height }, (_, row) =>
    Array.from({ length: map.width }, (__, column) => {
      const at = map.map[row * map.width + column] ?? 0;
      const cell = table.nodeAt(at);
      if (!cell || seen.has(at)) return [];
      seen.add(at);
      return blocksIn(cell);
    }),
  );
}

function fromInline(node: Node): Span {
  const link = node.marks.find((mark) => mark.type.name === "link");
  const has = (name: string) => node.marks.some((mark) => mark.type.name === name);
  return {
    text: node.isText ? (node.text ?? "") : "\n",
    ...(has("bold") ? { bold: true } : {}),
    ...(has("italic") ? { italic: true } : {}),
    ...(link ? { link: String(link.attrs["href"]) } : {}),
  };
}
