import type { Bid } from "../bids/bid-schema.ts";
import { applyEdit, type Edit } from "../bids/edit.ts";
import { inOrder } from "./in-order.ts";
import type { Clash, MergedBids } from "./merge-value.ts";
import { editsTo } from "./place.ts";

/**
 * Which of two values stands until a person chooses. It goes by the values alone, so that copies come to the same whatever
 * the order in which they are exchanged: something stands before nothing, then whichever comes first when both are written out.
 */
export function theirsStands({ mine, theirs }: Pick<Clash, "mine" | "theirs">): boolean {
  if (mine === null || theirs === null) return mine === null;
  return JSON.stringify(inOrder(theirs)) < JSON.stringify(inOrder(mine));
}

/** The edits that, after those of a merge, put theirs in place wherever it is the one that stands. */
export function standingEdits(mine: Bid, { edits, conflicts }: MergedBids): Edit[] {
  let state = afterEdits(mine, edits);
  return conflicts.filter(theirsStands).flatMap((clash) => {
    const needed = editsTo(state, clash, clash.theirs);
    state = afterEdits(state, needed);
    return needed;
  });
}

/** The bid after edits that are known to fit it. */
export function afterEdits(bid: Bid, edits: readonly Edit[]): Bid {
  return edits.reduce((state, edit) => {
    const applied = applyEdit(state, edit);
    if (!applied.ok) throw new Error(applied.error.message);
    return applied.value.bid;
  }, bid);
}
