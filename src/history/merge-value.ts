import type { Edit } from "../bids/edit.ts";
import type { RichText } from "../fields/rich-text.ts";
import { mergeText } from "./merge-text.ts";
import { same } from "./same.ts";

/** One thing in three versions; `null` where it is not there. */
export interface Versions<T = unknown> {
  base: T;
  mine: T;
  theirs: T;
}

/** One thing that both sides changed in different ways. */
export interface Clash extends Versions {
  kind: "value" | "text" | "deleted" | "order";
  question: string;
  row?: string;
  column?: string;
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
export function mergedText({ base, mine, theirs }: Versions): RichText | undefined {
  if (base === null || mine === null || theirs === null) return undefined;
  return mergeText(base as RichText, mine as RichText, theirs as RichText);
}
