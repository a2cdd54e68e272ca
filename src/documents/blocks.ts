import type { Marking } from "../bids/bid-schema.ts";
import type { RichBlock } from "../fields/rich-text.ts";

/** A paragraph, list or table as an officer wrote it, or one of ours. */
export type DocumentBlock =
  | { type: "heading"; level: 1 | 2 | 3; text: string; newPage?: true }
  | { type: "text"; text: string; style?: "hint" | "strong" | "working" }
  | { type: "rich"; blocks: readonly RichBlock[] }
  | { type: "bullets"; items: readonly string[] }
  | DocumentTable
  | { type: "finding"; severity: string; says: string; working: string; fix?: string; source: string };

/** A table with one heading row. Numbers are text already, so that Word says what the screen says. */
export interface DocumentTable {
  type: "table";
  caption: string;
  columns: readonly { title: string; align?: "right"; share?: number }[];
  rows: readonly (readonly string[])[];
  /** How many rows at the end are totals. */
  totals?: number;
}

/** One Word document, before anything of Word is known. */
export interface WordDocument {
  title: string;
  subtitle: string;
  /** Lines under the title on the cover. */
  cover: readonly (readonly [label: string, value: string])[];
  marking: Marking;
  draft: boolean;
  /** Shown under the title; why the layout is ours, for instance. */
  note?: string;
  blocks: readonly DocumentBlock[];
}
