import * as z from "zod";
import type { Appraisal } from "../appraisal/appraise.ts";
import type { Bid } from "../bids/bid-schema.ts";
import { edit } from "../bids/edit.ts";
import type { CheckResult } from "../bids/findings.ts";
import type { AttachedFile } from "../fields/kinds/file.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { operation } from "./define.ts";
import type { JobView, OrganisationMatch, PlaceView, RecentBid, SaveState, SchemeSummary } from "./views.ts";

const token = z.string().min(1).max(200);
const bidId = z.string().min(1).max(200);
const nothing = z.strictObject({});
const attachmentLimit = 50 * 1024 * 1024;

/** A bid as the window shows it: state, check and money, all worked out from one definition. */
export interface OpenBid {
  bid: Bid;
  check: CheckResult;
  appraisal: Appraisal;
  place: PlaceView;
  saved: SaveState;
}

export type EditReply = Pick<OpenBid, "check" | "appraisal" | "saved">;

/** Every operation there is. Transports, handlers, clients and checks of input derive from this list. */
export const contract = {
  listSchemes: operation<SchemeSummary[]>()({ input: nothing, errors: [] }),
  scheme: operation<Scheme>()({ input: z.strictObject({ id: z.string() }), errors: ["no-such-scheme"] }),
  recentBids: operation<RecentBid[]>()({ input: nothing, errors: [] }),
  /** The bids folder, and whether a file dialog of the system can be opened. */
  places: operation<{ dialogs: boolean; folder: PlaceView; bids: PlaceView[] }>()({ input: nothing, errors: [] }),
  /** Asks with the system's dialog; `null` when the officer changed their mind. */
  chooseBid: operation<PlaceView | null>()({ input: nothing, errors: ["no-dialogs"] }),
  chooseFolder: operation<PlaceView | null>()({ input: nothing, errors: ["no-dialogs"] }),
  newBid: operation<OpenBid>()({
    input: z.strictObject({
      scheme: z.string(),
      strand: z.string(),
      title: z.string().trim().min(1).max(200),
      folder: token,
    }),
    errors: ["no-such-scheme", "no-such-strand", "no-such-place", "cannot-write"],
  }),
  openBid: operation<OpenBid>()({
    input: z.strictObject({ token }),
    errors: ["no-such-place", "cannot-read", "no-such-scheme"],
  }),
  edit: operation<EditReply>()({
    input: z.strictObject({ bid: bidId, edits: z.array(edit).min(1).max(10_000) }),
    errors: ["not-open", "edit-refused"],
  }),
  saveState: operation<SaveState>()({ input: z.strictObject({ bid: bidId }), errors: ["not-open"] }),
  /** Saves now; the reply comes after the file was read back. */
  save: operation<SaveState>()({ input: z.strictObject({ bid: bidId }), errors: ["not-open"] }),
  /** Saves a copy in another folder and goes on working there. */
  saveElsewhere: operation<{ place: PlaceView; saved: SaveState }>()({
    input: z.strictObject({ bid: bidId, folder: token }),
    errors: ["not-open", "no-such-place", "cannot-write"],
  }),
  closeBid: operation<null>()({ input: z.strictObject({ bid: bidId }), errors: ["not-open", "cannot-write"] }),
  attach: operation<AttachedFile>()({
    input: z.strictObject({
      bid: bidId,
      name: z.string().min(1).max(255),
      base64: z.base64().max(attachmentLimit * 1.4),
    }),
    errors: ["not-open", "too-large"],
  }),
  findOrganisations: operation<OrganisationMatch[]>()({
    input: z.strictObject({ text: z.string().max(200), on: z.iso.date().exactOptional() }),
    errors: [],
  }),
  /** Starts making the submission pack; a final one is refused while a blocker stands. */
  exportPack: operation<JobView>()({
    input: z.strictObject({ bid: bidId, draft: z.boolean() }),
    errors: ["not-open", "blocked"],
  }),
  job: operation<JobView>()({ input: z.strictObject({ job: token }), errors: ["no-such-job"] }),
  cancelJob: operation<JobView>()({ input: z.strictObject({ job: token }), errors: ["no-such-job"] }),
  /** Shows the exported files; `opened` is false where no file manager could be started. */
  openFolder: operation<{ opened: boolean; folder: string }>()({
    input: z.strictObject({ job: token }),
    errors: ["no-such-job"],
  }),
} as const;

export type AppContract = typeof contract;
