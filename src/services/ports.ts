import type { Bid } from "../bids/bid-schema.ts";
import type { ExportedFile, PlaceView } from "../contract/views.ts";
import type { FinancialWorkbook } from "../documents/workbook-model.ts";
import type { WordDocument } from "../documents/blocks.ts";
import type { Authority } from "../bids/authorities.ts";
import type { DiscountSeries } from "../schemes/appraisal-settings.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import type { Result } from "../shared/result.ts";

/** Everything services need of the world. Adapters in `electron/adapters` provide them; tests give their own. */
export interface Ports {
  clock: { now(): Date; after(milliseconds: number, run: () => void): void };
  ids: { next(): string };
  bytes: { sha256(bytes: Uint8Array): string; fromBase64(text: string): Uint8Array };
  schemes: SchemeShelf;
  authorities: { all(): Promise<readonly Authority[]> };
  places: Places;
  bidFiles: BidFiles;
  documents: DocumentMaker;
  /** Settings kept between sessions. */
  recent: RecentFiles;
  shell: { openFolder(token: string): Promise<boolean> };
}

/** A scheme folder as loaded, or the reasons it cannot be. */
export interface ShelvedScheme {
  id: string;
  scheme: Result<Scheme, string[]>;
}

export interface SchemeShelf {
  list(): Promise<ShelvedScheme[]>;
  discountSeries(): Promise<DiscountSeries>;
}

/** Tokens stand for paths, so that the window can never name one. */
export interface Places {
  dialogs: boolean;
  bidsFolder(): Promise<PlaceView>;
  /** The bid files in the bids folder, newest first. */
  bidsInFolder(): Promise<PlaceView[]>;
  chooseBid(): Promise<PlaceView | undefined>;
  chooseFolder(): Promise<PlaceView | undefined>;
  view(token: string): PlaceView | undefined;
  /** A file in a folder: a name that is free, made from a title. */
  newFile(folder: string, title: string, ending: string): Promise<PlaceView | undefined>;
  /** A new folder for exports beside a bid. */
  exportFolder(bid: string, name: string): Promise<PlaceView | undefined>;
}

export interface StoredBid {
  bid: Bid;
  /** Attachments by the SHA-256 of their bytes. */
  attachments: Map<string, Uint8Array>;
}

export interface FileProblem {
  code: "cannot-read" | "cannot-write";
  /** One plain sentence naming the file, what is wrong and what to do. */
  message: string;
}

export interface BidFiles {
  read(token: string): Promise<Result<StoredBid, FileProblem>>;
  /** Written beside, flushed, read back and compared before it takes the old file's place. */
  write(token: string, stored: StoredBid): Promise<Result<{ sha256: string }, FileProblem>>;
}

export interface PackRequest {
  /** Token of the folder to write to. */
  folder: string;
  /** The day the documents say they were made. */
  madeOn: string;
  documents: { name: string; content: { word: WordDocument } | { excel: FinancialWorkbook } }[];
  attachments: { name: string; bytes: Uint8Array }[];
}

export interface DocumentJob {
  done: Promise<Result<ExportedFile[], string>>;
  cancel(): void;
}

/** Makes documents in a process of its own, so that typing never waits and a fault cannot reach the bid. */
export interface DocumentMaker {
  make(request: PackRequest, onProgress: (step: string, progress: number) => void): DocumentJob;
}

export interface RecentFiles {
  list(): Promise<(PlaceView & { title: string; openedAt: string })[]>;
  add(token: string, title: string, openedAt: string): Promise<void>;
}
