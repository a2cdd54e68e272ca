import type { Bid } from "../bids/bid-schema.ts";
import { plainText } from "../fields/rich-text.ts";
import type { MarkedPiece } from "../history/marked-pieces.ts";
import { questionsOf, type Scheme } from "../schemes/scheme-schema.ts";
import { sectionBlocks } from "./answer-blocks.ts";
import type { DocumentBlock, TableCell } from "./blocks.ts";
import { shownSections } from "./shown-form.ts";

interface Wanted {
  scheme: Scheme;
  bid: Bid;
  years: readonly string[];
}

/** Every answer of a bid as plain text, for where nothing else can keep it: hidden questions and left-over answers too. */
export function bidInPlainText({ scheme, bid, years }: Wanted): string {
  const sections = shownSections({ scheme, bid, check: { hidden: [] } });
  const blocks = sections.flatMap((section) => sectionBlocks(section, { draft: true, years, newPage: false }));
  return [bid.title, ...blocks.flatMap(blockText), ...leftOver(scheme, bid)].join("\n\n");
}

function blockText(block: DocumentBlock): string[] {
  switch (block.type) {
    case "heading":
    case "text":
      return [block.text];
    case "rich":
      return [plainText({ blocks: [...block.blocks] })];
    case "marked":
      return [pieceText(block.pieces)];
    case "bullets":
      return [block.items.map((item) => `- ${item}`).join("\n")];
    case "table":
      return [block.caption, [block.columns.map(({ title }) => title), ...block.rows].map(rowText).join("\n")];
    case "finding":
      return [block.says];
  }
}

/** A line of a table, its cells apart as a workbook takes them. */
function rowText(cells: readonly TableCell[]): string {
  return cells.map((cell) => cellText(cell).replaceAll(/\s*\n\s*/g, "; ")).join("\t");
}

function cellText(cell: TableCell): string {
  if (typeof cell === "string") return cell;
  return "pieces" in cell ? pieceText(cell.pieces) : plainText({ blocks: [...cell.blocks] });
}

function pieceText(pieces: readonly MarkedPiece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** Answers to questions that the scheme does not ask, as they are stored. */
function leftOver(scheme: Scheme, { answers }: Bid): string[] {
  const asked = new Set(questionsOf(scheme).map(({ id }) => id));
  return Object.entries(answers).flatMap(([id, value]) => (asked.has(id) ? [] : [`${id}: ${JSON.stringify(value)}`]));
}
