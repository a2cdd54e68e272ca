import type { Edit } from "../bids/edit.ts";
import type { RichText } from "../fields/rich-text.ts";
import { mergeText, type MergedText } from "./merge-text.ts";
import { same } from "./same.ts";

/** One thing in three versions; `null` where it is not there. */
export interface Versions<T = unknown> {
  base: T;
  mine: T;
  theirs: T;
}

/** Where something stands in a bid. */
export interface Place {
  /** An id, or `:title`, `:strand` or `:marking`. */
  question: string;
  row?: string;
  column?: string;
}

/** One thing that both sides changed in different ways. */
export interface Clash extends Versions, Place {
  /** `deleted` is of a whole line, `order` of where a line stands. */
  kind: "value" | "text" | "deleted" | "order";
}

/** What merging two versions of a bid gives: the edits that bring theirs into mine, and what a person has to settle. */
export interface MergedBids {
  edits: Edit[];
  conflicts: Clash[];
}

/** Which side a single value comes from. */
export function mergeValue({ base, mine, theirs }: Versions): "mine" | "theirs" | "conflict" {
  if (same(mine, theirs) || same(theirs, base)) return "mine";
  return same(mine, base) ? "theirs" : "conflict";
}

/** A passage merge needs all three versions; an answer that one side took away is for a person. */
export function mergedText({ base, mine, theirs }: Versions): MergedText | undefined {
  return isText(base) && isText(mine) && isText(theirs) ? mergeText(base, mine, theirs) : undefined;
}

/** What was answered before the question asked for a long text is none. */
export function isText(value: unknown): value is RichText {
  return Array.isArray((value as Partial<RichText> | null)?.blocks);
}

/** Merges one answer or cell. Where only passages of a long text clash, the rest of both is taken all the same. */
export function mergeLeaf(versions: Versions, place: Place, kind: "text" | "value"): MergedBids {
  const outcome = mergeValue(versions);
  if (outcome === "mine") return { edits: [], conflicts: [] };
  if (outcome === "theirs") return { edits: [leafEdit(place, versions.theirs)], conflicts: [] };
  const text = kind === "text" ? mergedText(versions) : undefined;
  if (!text) return { edits: [], conflicts: [{ kind, ...place, ...versions }] };
  const { mine, theirs, clashes } = text;
  const edits = same(mine, versions.mine) ? [] : [leafEdit(place, mine)];
  return { edits, conflicts: clashes ? [{ kind: "text", ...place, base: versions.base, mine, theirs }] : [] };
}

/** The edit that gives an answer, or a cell of a line, its value. */
function leafEdit({ question, row, column }: Place, value: unknown): Edit {
  if (row === undefined || column === undefined) return { do: "answer", question, value };
  return { do: "cell", question, row, column, value };
}
