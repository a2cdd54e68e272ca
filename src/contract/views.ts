import type { UpdateEffects } from "../bids/update-effects.ts";
import type { DiscountSeries } from "../schemes/appraisal-settings.ts";
import type { ReferenceSeries } from "../schemes/reference-series.ts";
import type { SchemeChange } from "../schemes/scheme-change.ts";
import type { SharedFigures } from "../schemes/shared-figures.ts";
import type { CarriedBid } from "../bids/carry-bid.ts";
import type { Difference, WordChange } from "../history/compare.ts";

/** What crosses the contract, beside the schemas of `bids` and `schemes`. Plain data only. */

/** A file operation's handle. The window never sees or names a path; `label` and `folder` are only for reading. */
export interface PlaceView {
  token: string;
  label: string;
  folder: string;
}

/** The dated figures that hold for every scheme, with their sources. */
export interface HeldFigures extends ReferenceSeries {
  shared: SharedFigures;
  discount: DiscountSeries;
}

export interface SchemeSummary {
  id: string;
  version: string;
  title: string;
  publisher: string;
  summary: string;
  strands: { id: string; title: string; summary: string }[];
  /** Facts to begin with before a fund is chosen; it is no fund itself. */
  outline?: boolean;
  /** Why the scheme cannot be used; empty when it can. */
  problems: string[];
  /** Added by the council itself, so that it can be taken away again. */
  own: boolean;
}

/** An earlier version of an own scheme that can be put back. `version` is its name among the versions kept. */
export interface KeptSchemeView {
  id: string;
  version: string;
  keptAt: string;
}

/** What an update would do to one bid, or why that cannot be said. */
export interface BidEffects {
  title: string;
  /** The bid's file, for telling apart bids of one title. */
  label: string;
  /** Open in the app now. */
  open: boolean;
  effects?: UpdateEffects;
  cannotSay?: string;
}

/** What is in a folder or zip that may become a scheme. Nothing of it has been installed. */
export interface SchemeInspection {
  /** By which it can be installed as it was inspected. */
  inspection: string;
  /** What the folder or zip is called. */
  name: string;
  /** Everything that is wrong with it, with file, line and column; only a scheme with no fault can be installed. */
  faults: string[];
  /** Absent where the scheme cannot be read. */
  scheme?: Omit<SchemeSummary, "problems" | "own"> & { questions: number; rules: number };
  files: { name: string; bytes: number }[];
  leftOut: string[];
  /** What stands here under its id now. */
  replaces?: { version: string; own: boolean; usable: boolean };
  changes: SchemeChange[];
  bids: BidEffects[];
}

export interface RecentBid extends PlaceView {
  title: string;
  openedAt: string;
}

/** Work that is kept on this computer and had not reached its file when the app stopped. */
export interface UnsavedWork {
  bid: string;
  title?: string;
  changes: number;
  /** ISO time of the last of them. */
  typedAt: string;
  /** The file it was typed in, as far as that is known. */
  file?: PlaceView;
  fileIsThere?: boolean;
  /** Whether this computer keeps copies of the bid. */
  hasCopies: boolean;
}

/** When the work was last safe on disk, and whether it is now. */
export interface SaveState {
  /**
   * How the file stands. `failed`: it could not be written. `changed-elsewhere`: somebody else wrote it meanwhile.
   * `taken-over`: somebody else has it now, so that it is not written here any more.
   */
  state: "saved" | "saving" | "failed" | "changed-elsewhere" | "taken-over";
  /** ISO time of the last save of the file that was read back and found equal. */
  savedAt?: string;
  /** ISO time since when everything typed is safe on this computer, in the file or in the journal. */
  safeAt?: string;
  /** Why the file was not written. */
  message?: string;
  /** Why some of what was typed is kept nowhere, neither in the file nor in the journal. Absent while all of it is safe. */
  notSafe?: string;
  /** Of a file that somebody else wrote: whether what stands there now can be brought in. */
  canBringIn?: boolean;
  /** What became of the file since the bid was opened; the newest only. */
  news?: OpeningNotice;
}

/** A change in the log, for people. */
export interface HistoryItem {
  entry: string;
  at: string;
  who: string;
  about: string;
  kind: "began" | "changed" | "took back" | "brought back" | "merged" | "named" | "settled";
  name?: string;
  /** Ids of the questions it touched. */
  questions: string[];
}

/** One thing that two people changed in different ways, side by side. */
export interface ConflictView {
  id: string;
  kind: "value" | "text" | "deleted" | "order";
  question: string;
  row?: string;
  column?: string;
  label: string;
  before: string;
  sides: [ConflictSide, ConflictSide];
  /** Two long texts, whose passages can both be kept. */
  keepBoth: boolean;
}

export interface ConflictSide {
  /** It is what the bid holds until the clash is settled. */
  stands: boolean;
  who: string;
  at: string;
  text: string;
  /** What differs from before, word by word. */
  words: WordChange[];
}

/** What another copy would bring, before anything is brought in. */
export interface MergeReview {
  kind: "nothing new" | "caught up" | "merged" | "contribution";
  /** People whose changes would come in, and how many entries each. */
  people: { who: string; entries: number }[];
  /** What would change here, by section; safe to take all at once. */
  incoming: { section: string; title: string; differences: Difference[] }[];
  conflicts: ConflictView[];
}

/** What would become of each answer in a strand of another scheme. */
export interface CarryPreview extends Omit<CarriedBid, "bid"> {
  scheme: { id: string; title: string };
  strand: { id: string; title: string };
  /** What the new bid would be called, unless it is given another title. */
  title: string;
  /** How many attached files would go along. */
  files: number;
}

/** Something an officer should know about the file as it was opened. */
export interface OpeningNotice {
  kind:
    | "recovered"
    | "damaged"
    | "read-only"
    | "copies"
    | "scheme"
    | "carried"
    /** A later app of the same format added to the file what this one does not show. */
    | "added"
    /** The file is not there any more, or was not and was written again, or is newer than what is shown. */
    | "gone"
    | "written-again"
    | "newer-state";
  message: string;
  /** ISO time, of what happened while the bid was open. */
  at?: string;
  copies?: PlaceView[];
  /** Of a file that is damaged, or that a newer app wrote: what is gone or doubtful, and what was put right; each in plain sentences. */
  lost?: string[];
  mended?: string[];
  /** Where the scheme is not the version the bid was last worked on under: that it is here, and what it changes. */
  scheme?: { version: string; effects?: UpdateEffects };
}

export interface BackupView {
  token: string;
  at: string;
  bytes: number;
}

/** What this computer keeps of a bid whose file cannot be opened. */
export interface KeptCopies {
  /** Absent where only the bid's id is known. */
  title?: string;
  /** ISO time it was last saved in the file's place; absent where the file itself says which bid it was. */
  savedAt?: string;
  /** Newest first. */
  backups: BackupView[];
}

export interface OrganisationMatch {
  name: string;
  code: string;
  type: string;
  nation: string;
  /** ISO days; absent where open or not recorded. */
  from?: string;
  until?: string;
  successors: string[];
}

export interface ExportedFile {
  name: string;
  bytes: number;
  sha256: string;
  /** What the second reading found: "12 pages of headings and 9 tables", "8 sheets, 412 formulas". */
  checked: string;
}

export interface JobView {
  job: string;
  state: "working" | "done" | "failed" | "cancelled";
  /** What is being done now, in words. */
  step: string;
  /** 0 to 1. */
  progress: number;
  folder?: string;
  files: ExportedFile[];
  message?: string;
}
