import type { Bid } from "../bids/bid-schema.ts";
import type { Edit } from "../bids/edit.ts";
import { bothTexts } from "./keep-both.ts";
import type { Conflict } from "./log.ts";
import { isText, mergedText } from "./merge-value.ts";
import { editsTo, valueIn } from "./place.ts";

/** What a person may choose: one side, or both passages of a long text. */
export type SettledAs = 0 | 1 | "both";

/** Both can be kept where both sides are long texts. */
export function canKeepBoth({ kind, sides }: Conflict): boolean {
  return kind === "text" && sides.every((side) => isText(side.value));
}

/** The edits that settle a conflict; none where what was chosen stands already. */
export function settlingEdits(bid: Bid, conflict: Conflict, chosen: SettledAs): Edit[] {
  return editsTo(bid, conflict, settledValue(bid, conflict, chosen));
}

/** What was written elsewhere in a long text since the copies came together is kept. */
function settledValue(bid: Bid, conflict: Conflict, chosen: SettledAs): unknown {
  const [first, second] = conflict.sides.map((side) => side.value);
  const wanted = chosen === "both" ? both(first, second) : conflict.sides[chosen].value;
  if (conflict.kind !== "text") return wanted;
  return mergedText({ base: first, mine: valueIn(bid, conflict), theirs: wanted })?.theirs ?? wanted;
}

function both(first: unknown, second: unknown): unknown {
  return isText(first) && isText(second) ? bothTexts(first, second) : first;
}
