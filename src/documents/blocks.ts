import type { Marking } from "../bids/bid-schema.ts";
import type { RichBlock } from "../fields/rich-text.ts";
import type { MarkedPiece } from "../history/marked-pieces.ts";

/** A paragraph, list or table as an officer wrote it, or one of ours. */
export type DocumentBlock =
  | { type: "heading"; level: 1 | 2 | 3; text: string; newPage?: true }
  | { type: "text"; text: string; style?: "hint" | "strong" | "working" }
  | { type: "rich"; blocks: readonly RichBlock[] }
  | { type: "bullets"; items: readonly string[] }
  | { type: "marked"; pieces: readonly MarkedPiece[] }
  | DocumentTable
  | FindingBlock;

export interface FindingBlock {
  type: "finding";
  /** Where it leads: section and question. */
  place: string;
  says: string;
  working: string;
  fix: string;
  source: string;
}

export interface TableColumn {
  title: string;
  align?: "right";
  /** Width in shares of the whole. */
  share: number;
}

/** Text, in which a line break starts a new paragraph, an answer with its structure, or a text in which what differs is marked. */
export type TableCell = string | { blocks: readonly RichBlock[] } | { pieces: readonly MarkedPiece[] };

/** A table with one heading row. Numbers are text already, so that Word says what the screen says. */
export interface DocumentTable {
  type: "table";
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly TableCell[])[];
  /** How many rows at the end are totals. */
  totals?: number;
  /** Smaller text, for tables of many columns. */
  dense?: true;
}

/** Blocks on pages of one orientation. A new part starts a new page. */
export interface DocumentPart {
  landscape: boolean;
  blocks: readonly DocumentBlock[];
}

/** One Word document, before anything of Word is known. */
export interface WordDocument {
  title: string;
  subtitle: string;
  /** Who made it, for the document's properties. */
  author: string;
  /** What the cover's table is about; “About this bid” unless said otherwise. */
  about?: string;
  /** Lines under the title on the cover. */
  cover: readonly (readonly [label: string, value: string])[];
  marking: Marking;
  draft: boolean;
  /** Shown under the title; why the layout is ours, for instance. */
  notes: readonly string[];
  /** Shown under the notes: how what differs is marked. */
  key?: readonly MarkedPiece[];
  /** A document of few headings has no list of them. */
  contents?: false;
  parts: readonly DocumentPart[];
}
