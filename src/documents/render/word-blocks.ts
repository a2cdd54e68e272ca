import { AlignmentType, Bookmark, BorderStyle, HeadingLevel, Paragraph, TextRun, type Table } from "docx";
import type { DocumentBlock, DocumentTable, FindingBlock, TableCell } from "../blocks.ts";
import { gridTable, type CellPlace } from "./word-table.ts";
import { markedRuns, richChildren, runs, type Setting } from "./word-rich-text.ts";
import { colours } from "./word-styles.ts";

/** What blocks are set in, and the bookmark each heading is reached by. */
export interface BlockSetting extends Setting {
  bookmark(block: DocumentBlock): string | undefined;
}

/** Rows up to which a table is kept on one page. */
const shortTable = 13;
/** The same where texts are marked, which take more room; and characters up to which such a row stays on one page. */
const shortMarkedTable = 4;
const shortMarkedRow = 500;

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
const textStyles = { hint: "Hint", strong: undefined, working: "Working" } as const;

export function blockChildren(block: DocumentBlock, setting: BlockSetting): (Paragraph | Table)[] {
  switch (block.type) {
    case "heading":
      return [headingParagraph(block, setting.bookmark(block))];
    case "text":
      return [textParagraph(block)];
    case "rich":
      return richChildren(block.blocks, setting);
    case "bullets":
      return bulletParagraphs(block.items, setting.nextList());
    case "marked":
      return [new Paragraph({ children: markedRuns(block.pieces) })];
    case "table":
      return tableBlock(block, setting);
    case "finding":
      return findingParagraphs(block);
  }
}

function headingParagraph(block: Extract<DocumentBlock, { type: "heading" }>, bookmark: string | undefined): Paragraph {
  const text = new TextRun({ text: block.text });
  return new Paragraph({
    heading: headings[block.level],
    ...(block.newPage ? { pageBreakBefore: true } : {}),
    children: bookmark === undefined ? [text] : [new Bookmark({ id: bookmark, children: [text] })],
  });
}

function textParagraph({ text, style }: Extract<DocumentBlock, { type: "text" }>): Paragraph {
  const named = style === undefined ? undefined : textStyles[style];
  return new Paragraph({
    ...(named === undefined ? {} : { style: named }),
    children: runs([{ text, ...(style === "strong" ? { bold: true } : {}) }]),
  });
}

function bulletParagraphs(items: readonly string[], instance: number): Paragraph[] {
  return items.map(
    (text) => new Paragraph({ numbering: { reference: "bullets", level: 0, instance }, children: runs([{ text }]) }),
  );
}

function tableBlock(table: DocumentTable, setting: BlockSetting): (Paragraph | Table)[] {
  const titles: readonly TableCell[] = table.columns.map((column) => column.title);
  const grid = gridTable(table.columns, [titles, ...table.rows], {
    width: setting.width,
    totals: table.totals ?? 0,
    ...(table.dense ? { gutter: 50 } : {}),
    together: table.rows.length <= (markedLength(table.rows.flat()) === 0 ? shortTable : shortMarkedTable),
    splits: (row) => row.some(isTall),
    cell: (content, place) => cellChildren(content, place, { table, setting }),
  });
  return [
    new Paragraph({ style: "Caption", children: runs([{ text: table.caption }]) }),
    grid,
    new Paragraph({ style: "AfterTable" }),
  ];
}

function isTall(cell: TableCell): boolean {
  return typeof cell !== "string" && (!("pieces" in cell) || markedLength([cell]) > shortMarkedRow);
}

function markedLength(cells: readonly TableCell[]): number {
  const pieces = cells.flatMap((cell) => (typeof cell !== "string" && "pieces" in cell ? cell.pieces : []));
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

function cellChildren(
  content: TableCell,
  { row, column, width }: CellPlace,
  { table, setting }: { table: DocumentTable; setting: BlockSetting },
): (Paragraph | Table)[] {
  const style = table.dense ? "TableDense" : "TableText";
  if (typeof content !== "string" && "pieces" in content)
    return [new Paragraph({ style, children: markedRuns(content.pieces) })];
  if (typeof content !== "string") {
    const children = richChildren(content.blocks, { ...setting, style, width });
    return children.length === 0 ? [new Paragraph({ style })] : children;
  }
  const bold = row !== "body";
  return content.split("\n").map((text) => {
    return new Paragraph({
      style,
      ...(row === "heading" ? { keepNext: true } : {}),
      ...(table.columns[column]?.align === "right" ? { alignment: AlignmentType.RIGHT } : {}),
      children: runs([{ text, ...(bold ? { bold } : {}) }]),
    });
  });
}

function findingParagraphs({ place, says, working, fix, source }: FindingBlock): Paragraph[] {
  const lines: [label: string, text: string][] = [
    ["Where: ", place],
    ["Working: ", working],
    ["What to do: ", fix],
    ["Source: ", source],
  ];
  const shown = lines.filter(([, text]) => text !== "");
  return [
    new Paragraph({ style: "Finding", keepNext: true, children: runs([{ text: says, bold: true }]) }),
    ...shown.map(([label, text], index) => {
      const last = index === shown.length - 1;
      return new Paragraph({
        style: "Finding",
        keepNext: !last,
        children: runs([{ text: label, bold: true }, { text }]),
      });
    }),
    new Paragraph({ style: "AfterTable", spacing: { after: 120 } }),
  ];
}

/** A rule across the page, under the title of the cover. */
export function ruleBelow() {
  return { border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 6, color: colours.heading } } };
}
