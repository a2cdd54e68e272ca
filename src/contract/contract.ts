import * as z from "zod";
import type { Bid } from "../bids/bid-schema.ts";
import type { WhichFund } from "../bids/which-fund.ts";
import { edit } from "../bids/edit.ts";
import { fieldId } from "../fields/field.ts";
import type { AttachedFile } from "../fields/kinds/file.ts";
import { rule } from "../rules/rule.ts";
import { sourceDocument, type Scheme } from "../schemes/scheme-schema.ts";
import { operation } from "./define.ts";
import type { ChangedBid, CouncilChanged, EditReply, OpenBid } from "./open-bid.ts";
import type { Difference } from "../history/compare.ts";
import type {
  BackupView,
  CarryPreview,
  KeptSchemeView,
  HeldFigures,
  HistoryItem,
  JobView,
  KeptCopies,
  MergeReview,
  OrganisationMatch,
  PlaceView,
  RecentBid,
  SaveState,
  SchemeInspection,
  SchemeSummary,
  UnsavedWork,
} from "./views.ts";

const token = z.string().min(1).max(200);
const bidId = z.string().min(1).max(200);
const nothing = z.strictObject({});
/** So large, as Base64 in JSON, a scheme still passes the gate of the loopback page. */
export const schemeUploadLimit = 8 * 1024 * 1024;
const keptScheme = z.strictObject({ id: fieldId, version: z.string().regex(/^\d+\.\d+\.\d+(?:-\d+)?$/) });
const attachmentLimit = 50 * 1024 * 1024;

const bidOnly = z.strictObject({ bid: bidId });
const entryId = z.string().min(1).max(100);
const twoPoints = { bid: bidId, from: entryId, to: entryId.exactOptional() };
const newBidTitle = z.string().trim().min(1).max(200);

/** Every operation there is. Transports, handlers, clients and checks of input derive from this list. */
export const contract = {
  listSchemes: operation<SchemeSummary[]>()({ input: nothing, errors: [] }),
  scheme: operation<Scheme>()({ input: z.strictObject({ id: z.string() }), errors: ["no-such-scheme"] }),
  heldFigures: operation<HeldFigures>()({ input: nothing, errors: [] }),
  /** Asks with the system's dialog for a scheme to add; `null` when the officer changed their mind. */
  chooseScheme: operation<PlaceView | null>()({
    input: z.strictObject({ what: z.enum(["folder", "zip"]) }),
    errors: ["no-dialogs"],
  }),
  /** Reads a folder, a zip or a version that is kept, says what is wrong with it and what it would change. Installs nothing. */
  inspectScheme: operation<SchemeInspection>()({
    input: z.union([
      z.strictObject({ token }),
      z.strictObject({ name: z.string().min(1).max(255), base64: z.base64().max(schemeUploadLimit * 1.4) }),
      z.strictObject({ kept: keptScheme }),
    ]),
    errors: ["no-such-place"],
  }),
  /** Installs what was inspected. Bids that are open go on under it, with every answer kept and the version in their history. */
  installScheme: operation<{ id: string; version: string; bids: string[] }>()({
    input: z.strictObject({ inspection: token }),
    errors: ["no-such-inspection", "faulty", "cannot-write"],
  }),
  /** Takes away a scheme that the council added. It is kept, and can be put back. */
  removeScheme: operation<null>()({
    input: z.strictObject({ id: fieldId }),
    errors: ["no-such-scheme", "not-own", "in-use", "cannot-write"],
  }),
  /** Earlier versions of own schemes, and those that were taken away; newest first. */
  keptSchemes: operation<KeptSchemeView[]>()({ input: nothing, errors: [] }),
  /** Puts a version back that is kept. */
  restoreScheme: operation<{ id: string; version: string; bids: string[] }>()({
    input: keptScheme,
    errors: ["no-such-scheme", "faulty", "cannot-write"],
  }),
  recentBids: operation<RecentBid[]>()({ input: nothing, errors: [] }),
  /** What was typed on this computer and had not reached its file when the app stopped. It comes back when its bid is opened. */
  unsavedWork: operation<UnsavedWork[]>()({ input: nothing, errors: [] }),
  /** Keeps it where it does not come back any more. */
  setAsideWork: operation<null>()({ input: bidOnly, errors: ["cannot-write"] }),
  /** The bids folder, and whether a file dialog of the system can be opened. */
  places: operation<{ dialogs: boolean; folder: PlaceView; bids: PlaceView[] }>()({ input: nothing, errors: [] }),
  /** Asks with the system's dialog; `null` when the officer changed their mind. */
  chooseBid: operation<PlaceView | null>()({ input: nothing, errors: ["no-dialogs"] }),
  chooseFolder: operation<PlaceView | null>()({ input: nothing, errors: ["no-dialogs"] }),
  /**
   * The bid file that the system was asked to open, by a double click or in the words the app was started with. Each is
   * given once, and of several the last. With `wait` the reply comes when there is one; `null` where none can come, or
   * where somebody else waits now.
   */
  askedToOpen: operation<PlaceView | null>()({
    input: z.strictObject({ wait: z.boolean().default(false) }),
    errors: [],
  }),
  newBid: operation<OpenBid>()({
    input: z.strictObject({
      scheme: z.string(),
      strand: z.string(),
      title: newBidTitle,
      folder: token,
    }),
    errors: ["no-such-scheme", "no-such-strand", "no-such-place", "cannot-write"],
  }),
  /**
   * `usual` is refused while somebody else has the file; `read-only` never is; `copy` works on a copy beside it, to be
   * merged later; `take-over` is for a lock whose holder has gone; `salvage` opens what is sound of a damaged file as a copy.
   * A copy goes beside the file itself, or beside another: what is kept in the app's own folder is worked on elsewhere.
   *
   * `opened-elsewhere`: somebody has the file. `left-open`: somebody had it and has gone, so that it may be taken over.
   * `open-here-already`: this bid is open in this app, from this file or a copy. `damaged`: not whole; `salvage` may have
   * something of it. `nothing-sound`: it has nothing.
   */
  openBid: operation<OpenBid>()({
    input: z.strictObject({
      token,
      as: z.enum(["usual", "read-only", "copy", "take-over", "salvage"]).default("usual"),
      beside: token.exactOptional(),
    }),
    errors: [
      "no-such-place",
      "cannot-read",
      "no-such-scheme",
      "opened-elsewhere",
      "left-open",
      "open-here-already",
      "damaged",
      "nothing-sound",
      "newer-format",
      "cannot-write",
    ],
  }),
  /** Copies that this computer keeps of the bid in a file that cannot be opened; of several bids, the likeliest first. */
  keptCopies: operation<KeptCopies[]>()({ input: z.strictObject({ token }), errors: ["no-such-place"] }),
  edit: operation<EditReply>()({
    input: z.strictObject({ bid: bidId, edits: z.array(edit).min(1).max(10_000) }),
    errors: ["not-open", "edit-refused", "read-only"],
  }),
  undo: operation<ChangedBid>()({ input: bidOnly, errors: ["not-open", "nothing-to-do", "read-only"] }),
  redo: operation<ChangedBid>()({ input: bidOnly, errors: ["not-open", "nothing-to-do", "read-only"] }),
  /** Newest first. */
  history: operation<HistoryItem[]>()({
    input: z.strictObject({
      bid: bidId,
      question: z.string().exactOptional(),
      limit: z.int().positive().max(2000).default(300),
    }),
    errors: ["not-open"],
  }),
  /** The bid as it stood after an entry. */
  bidAt: operation<Bid>()({
    input: z.strictObject({ bid: bidId, entry: entryId }),
    errors: ["not-open", "no-such-entry"],
  }),
  /** Without `to`, against the bid as it is now. */
  compare: operation<Difference[]>()({ input: z.strictObject(twoPoints), errors: ["not-open", "no-such-entry"] }),
  /** Puts one answer, or the whole bid, back to what it was after an entry. */
  restore: operation<ChangedBid>()({
    input: z.strictObject({ bid: bidId, entry: entryId, question: z.string().exactOptional() }),
    errors: ["not-open", "no-such-entry", "nothing-to-do", "read-only"],
  }),
  nameVersion: operation<ChangedBid>()({
    input: z.strictObject({ bid: bidId, name: z.string().trim().min(1).max(100) }),
    errors: ["not-open", "read-only"],
  }),
  /** Shows what another copy, or a contribution, would bring; changes nothing. */
  reviewMerge: operation<MergeReview>()({
    input: z.strictObject({ bid: bidId, token }),
    errors: ["not-open", "cannot-read", "not-this-bid"],
  }),
  bringIn: operation<ChangedBid>()({
    input: z.strictObject({ bid: bidId, token }),
    errors: ["not-open", "cannot-read", "not-this-bid", "read-only"],
  }),
  settle: operation<ChangedBid>()({
    input: z.strictObject({ bid: bidId, conflict: z.string().max(100), side: z.literal([0, 1, "both"]) }),
    errors: ["not-open", "no-such-conflict", "cannot-keep-both", "read-only"],
  }),
  /** Adds a rule of the council's own to the bid's scheme, or changes one; it is refused while an example fails. */
  saveCouncilRule: operation<CouncilChanged>()({
    input: z.strictObject({ bid: bidId, rule, document: sourceDocument.exactOptional() }),
    errors: ["not-open", "rule-refused", "cannot-read", "cannot-write", "no-such-scheme"],
  }),
  removeCouncilRule: operation<CouncilChanged>()({
    input: z.strictObject({ bid: bidId, rule: z.string() }),
    errors: ["not-open", "rule-refused", "cannot-read", "cannot-write", "no-such-scheme"],
  }),
  /** A note of the council's own beside a question; an empty one takes it away. */
  saveCouncilNote: operation<CouncilChanged>()({
    input: z.strictObject({ bid: bidId, question: z.string(), text: z.string().max(20_000) }),
    errors: ["not-open", "rule-refused", "cannot-read", "cannot-write", "no-such-scheme"],
  }),
  /** Copies of this bid that stand beside it in its folder. */
  copies: operation<PlaceView[]>()({ input: bidOnly, errors: ["not-open"] }),
  /** Writes some sections as a file of their own, to be filled in elsewhere and brought in again. */
  makeContribution: operation<PlaceView>()({
    input: z.strictObject({ bid: bidId, sections: z.array(z.string()).min(1) }),
    errors: ["not-open", "cannot-write"],
  }),
  /** Checks the file on disk and the whole chain of its log; no sentences: all is well. */
  verifyFile: operation<string[]>()({ input: bidOnly, errors: ["not-open"] }),
  backups: operation<BackupView[]>()({ input: bidOnly, errors: ["not-open"] }),
  /** Looks at the file as well: whether somebody changed, moved or deleted it. */
  saveState: operation<SaveState>()({ input: z.strictObject({ bid: bidId }), errors: ["not-open"] }),
  /** Saves now; the reply comes after the file was read back. */
  save: operation<SaveState>()({ input: z.strictObject({ bid: bidId }), errors: ["not-open"] }),
  /** Saves a copy in another folder, or without one beside the file, and goes on working there. The file is left alone. */
  saveElsewhere: operation<{ place: PlaceView; saved: SaveState }>()({
    input: z.strictObject({ bid: bidId, folder: token.exactOptional() }),
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
  /** What the open bid's facts would do in every strand of every scheme; changes nothing. */
  whichFund: operation<WhichFund>()({ input: bidOnly, errors: ["not-open"] }),
  /** What would come over to a strand, what would be missing, and what would stay behind; changes nothing. */
  previewCarry: operation<CarryPreview>()({
    input: z.strictObject({ bid: bidId, scheme: z.string(), strand: z.string() }),
    errors: ["not-open", "no-such-scheme", "no-such-strand"],
  }),
  /** Makes a new bid of the open one's answers; that one and its file are left as they are. */
  carryBid: operation<OpenBid>()({
    input: z.strictObject({
      bid: bidId,
      scheme: z.string(),
      strand: z.string(),
      title: newBidTitle,
      folder: token,
    }),
    errors: ["not-open", "no-such-scheme", "no-such-strand", "no-such-place", "cannot-write"],
  }),
  /** Starts making the submission pack; a final one is refused while a blocker stands. */
  exportPack: operation<JobView>()({
    input: z.strictObject({ bid: bidId, draft: z.boolean() }),
    errors: ["not-open", "blocked"],
  }),
  /** The rule book and the blank form of the bid's scheme, in Word, in a new folder beside the bid. */
  exportSchemeDocuments: operation<JobView>()({ input: bidOnly, errors: ["not-open"] }),
  /** What differs between two points, or between one and now, in Word and in Excel, in a new folder beside the bid. */
  exportComparison: operation<JobView>()({
    input: z.strictObject({
      bid: bidId,
      from: entryId,
      to: entryId.exactOptional(),
      question: fieldId.exactOptional(),
    }),
    errors: ["not-open", "no-such-entry", "nothing-differs"],
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
