import type { Appraisal } from "../appraisal/appraise.ts";
import type { Bid } from "../bids/bid-schema.ts";
import type { CheckResult } from "../bids/findings.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import type { ConflictView, OpeningNotice, PlaceView, SaveState } from "./views.ts";

/** A bid as the window shows it: state, check and money, all worked out from one definition. */
export interface OpenBid {
  bid: Bid;
  check: CheckResult;
  appraisal: Appraisal;
  place: PlaceView;
  saved: SaveState;
  /** What undo and redo would do now, in words; absent when there is nothing. */
  undo?: string;
  redo?: string;
  /** What is still to be settled after a merge. */
  conflicts: ConflictView[];
  /** Set while the bid can be read and not changed, with the reason. */
  readOnly?: string;
  /** In a contribution file: the only sections there are to fill in. */
  sections?: string[];
  notices: OpeningNotice[];
}

/** What an edit changes beside the answer itself; the window has applied that already. */
export type EditReply = Pick<OpenBid, "check" | "appraisal" | "saved" | "undo" | "redo">;

/** What comes back where the window cannot know the new state by itself. */
export type ChangedBid = Omit<OpenBid, "place" | "notices" | "readOnly" | "sections">;

/** A scheme after the council added to it, and the bid as it then stands. */
export interface CouncilChanged {
  scheme: Scheme;
  open: ChangedBid;
}
