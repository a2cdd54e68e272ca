import { ExternalHyperlink, Paragraph, TextRun, type Table } from "docx";
import { isSafeLink, type RichBlock, type Span } from "../../fields/rich-text.ts";
import type { MarkedPiece } from "../../history/marked-pieces.ts";
import { gridTable } from "./word-table.ts";

/** What a long answer is set in: the style of its paragraphs, the room it has, and the numbers of its lists. */
export interface Setting {
  style?: string;
  /** In twentieths of a point. */
  width: number;
  /** Gives each list of the document a number of its own. */
  nextList(): number;
}

const deepest = 8;

/** An answer's own structure in Word's own terms: paragraphs, native lists, tables and links. */
export function richChildren(blocks: readonly RichBlock[], setting: Setting, level = 0): (Paragraph | Table)[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "paragraph":
        return [new Paragraph({ ...styled(setting), children: runs(block.spans) })];
      case "list":
        return listChildren(block, setting, level);
      case "table":
        return tableChildren(block.rows, setting);
    }
  });
}

function styled({ style }: Setting) {
  return style === undefined ? {} : { style };
}

function listChildren(
  list: Extract<RichBlock, { type: "list" }>,
  setting: Setting,
  level: number,
): (Paragraph | Table)[] {
  const depth = Math.min(level, deepest);
  const numbering = { reference: list.ordered ? "numbers" : "bullets", level: depth, instance: setting.nextList() };
  return list.items.flatMap((item) => {
    const [head, ...rest] = item;
    const spans = head?.type === "paragraph" ? head.spans : [];
    const others = head?.type === "paragraph" ? rest : item;
    return [
      new Paragraph({ ...styled(setting), numbering, children: runs(spans) }),
      ...others.flatMap((block) =>
        block.type === "paragraph"
          ? [continued(block.spans, setting, depth)]
          : richChildren([block], setting, level + 1),
      ),
    ];
  });
}

/** A further paragraph of a list item: under its text, without a bullet. */
function continued(spans: readonly Span[], setting: Setting, depth: number): Paragraph {
  return new Paragraph({ ...styled(setting), indent: { left: 425 * (depth + 1) }, children: runs(spans) });
}

function tableChildren(rows: readonly (readonly (readonly RichBlock[])[])[], setting: Setting): (Paragraph | Table)[] {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, () => ({ share: 1 }));
  const cells = rows.map((row) => columns.map((_, index) => row[index] ?? []));
  if (cells.length === 0) return [];
  const table = gridTable(columns, cells, {
    width: setting.width,
    cell: (blocks, { row, width }) =>
      richChildren(row === "heading" ? emboldened(blocks) : blocks, { ...setting, style: "TableText", width }),
  });
  return [table, new Paragraph({ style: "AfterTable" })];
}

function emboldened(blocks: readonly RichBlock[]): RichBlock[] {
  return blocks.map((block) => {
    if (block.type !== "paragraph") return block;
    return { ...block, spans: block.spans.map((span) => ({ ...span, bold: true })) };
  });
}

/** Runs of one text; a line break in it stays one. */
export function runs(spans: readonly Span[]): (TextRun | ExternalHyperlink)[] {
  return spans.flatMap((span): (TextRun | ExternalHyperlink)[] => {
    if (span.link === undefined || !isSafeLink(span.link)) return textRuns(span);
    return [new ExternalHyperlink({ link: span.link, children: textRuns(span, "Hyperlink") })];
  });
}

/** `text`, never `children`: docx takes a child that reads CURRENT or TOTAL_PAGES for a page number. */
function textRuns({ text, bold, italic }: Span, style?: string): TextRun[] {
  const marks = {
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: italic } : {}),
    ...(style === undefined ? {} : { style }),
  };
  return text
    .split("\n")
    .map((line, index) => new TextRun({ ...marks, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

const markStyles = { "taken out": "TakenOut", "put in": "PutIn" } as const;

/** Runs of a text in which what differs is marked, by line and weight as well as by colour. */
export function markedRuns(pieces: readonly MarkedPiece[]): TextRun[] {
  return pieces.flatMap(({ text, mark }) => textRuns({ text }, mark && markStyles[mark]));
}
