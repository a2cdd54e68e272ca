/** What crosses the contract, beside the schemas of `bids` and `schemes`. Plain data only. */

/** A file operation's handle. The window never sees or names a path; `label` and `folder` are only for reading. */
export interface PlaceView {
  token: string;
  label: string;
  folder: string;
}

export interface SchemeSummary {
  id: string;
  version: string;
  title: string;
  publisher: string;
  summary: string;
  strands: { id: string; title: string; summary: string }[];
  /** Why the scheme cannot be used; empty when it can. */
  problems: string[];
}

export interface RecentBid extends PlaceView {
  title: string;
  openedAt: string;
}

/** When the work was last safe on disk, and whether it is now. */
export interface SaveState {
  state: "saved" | "saving" | "failed";
  /** ISO time of the last save that was read back and found equal. */
  savedAt?: string;
  message?: string;
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
