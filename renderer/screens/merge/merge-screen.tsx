import type { BidSession } from "../../app/use-bid.ts";
import { CopyChoice } from "./copy-choice.tsx";
import { MergeReviewPage } from "./merge-review-page.tsx";

/** Chooses another copy, or shows what the chosen one would bring. */
export function MergeScreen({ bid, from }: { bid: BidSession; from: string | undefined }) {
  return from === undefined ? <CopyChoice bid={bid} /> : <MergeReviewPage bid={bid} token={from} />;
}
