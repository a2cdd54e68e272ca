import type { Bid } from "../bids/bid-schema.ts";
import type { Entry, Log } from "../history/log.ts";
import type { ExportedFile, PlaceView } from "../contract/views.ts";
import type { FinancialWorkbook } from "../documents/workbook-model.ts";
import type { WordDocument } from "../documents/blocks.ts";
import type { Authority } from "../bids/authorities.ts";
import type { Result } from "../shared/result.ts";
import type { OwnSchemes, SchemeShelf } from "./scheme-ports.ts";

/** Everything services need of the world. Adapters in `electron/adapters` provide them; tests give their own. */
export interface Ports {
  clock: { now(): Date; after(milliseconds: number, run: () => void): void };
  ids: { next(): string };
  bytes: { sha256(bytes: Uint8Array): string; hashText(text: string): string; fromBase64(text: string): Uint8Array };
  /** Who works here, for the log and for the lock that others see. */
  person: { name(): Promise<string>; computer: string };
  schemes: SchemeShelf;
  ownSchemes: OwnSchemes;
  authorities: { all(): Promise<readonly Authority[]> };
  places: Places;
  bidFiles: BidFiles;
  journals: Journals;
  locks: Locks;
  backups: Backups;
  savedPlaces: SavedPlaces;
  documents: DocumentMaker;
  /** Settings kept between sessions. */
  recent: RecentFiles;
  shell: { openFolder(token: string): Promise<boolean> };
}

/** Tokens stand for paths, so that the window can never name one. */
export interface Places {
  dialogs: boolean;
  bidsFolder(): Promise<PlaceView>;
  /** The bid files in the bids folder, newest first. */
  bidsInFolder(): Promise<PlaceView[]>;
  chooseBid(): Promise<PlaceView | undefined>;
  chooseFolder(): Promise<PlaceView | undefined>;
  /** The file that the system was asked to open; with `wait`, as soon as there is one, where one can still come. */
  askedToOpen(wait: boolean): Promise<PlaceView | undefined>;
  chooseScheme(what: "folder" | "zip"): Promise<PlaceView | undefined>;
  view(token: string): PlaceView | undefined;
  /** A file in a folder: a name that is free, made from a title. */
  newFile(folder: string, title: string, ending: string): Promise<PlaceView | undefined>;
  /** A file in the folder of another: a name that is free, made from a title. */
  fileBeside(token: string, title: string, ending: string): Promise<PlaceView | undefined>;
  /** A new folder for exports beside a bid. */
  exportFolder(bid: string, name: string): Promise<PlaceView | undefined>;
}

export interface StoredBid {
  bid: Bid;
  log: Log;
  /** Set in a contribution file: which part of which bid it is. */
  contribution?: Contribution;
  /** Attachments by the SHA-256 of their bytes. */
  attachments: Map<string, Uint8Array>;
  additions?: Additions;
}

/** What a later Bidwright of the same format added to a file: not understood here, and written again as it is. */
export interface Additions {
  /** Counts the additions that the format has had; this Bidwright knows none. */
  minor: number;
  /** Members of the list of parts. */
  members: Readonly<Record<string, unknown>>;
  parts: ReadonlyMap<string, Uint8Array>;
}

/** What a contribution file says of itself. */
export interface Contribution {
  /** The bid it is a part of, and the newest entry of that bid when it was made. */
  of: string;
  at: string;
  /** The questions that were sent. */
  questions: string[];
}

/**
 * `damaged`: the file is not whole; what is sound can be had by `salvage`.
 * `newer`: saved by a newer app. `changed`: somebody else wrote the file since it was read.
 */
export interface FileProblem {
  code: "cannot-read" | "cannot-write" | "damaged" | "newer" | "changed";
  /** One plain sentence naming the file, what is wrong and what to do. */
  message: string;
}

/** What was read of a file, with the hash of its bytes, by which a later save knows whether anybody else wrote it. */
export interface ReadBid extends StoredBid {
  sha256: string;
}

/** What could be had of a damaged file. */
export interface Salvage {
  /** The bid as far as it is sound; undefined when nothing is. */
  stored: StoredBid | undefined;
  /** What is gone or doubtful, in plain sentences. */
  lost: string[];
  /** Those of them that say no more than that a newer Bidwright wrote it. */
  newer?: string[];
  /** What was damaged and is whole again, in plain sentences. */
  mended: string[];
  /** Hash of the bytes it was taken from; absent where they could not be read. */
  sha256?: string;
  /** Which bid it was, as far as the file still says that: its backups can then be found. */
  bid?: string;
  /** The newest entry the file held, where it still says that: a backup that has it holds all that the history did. */
  head?: string;
  /**
   * Set where the answers are those that stand in the file itself, whole by their checksum; `after` where they are not
   * what the history makes of them: its newest sound entry.
   */
  own?: { after?: string };
}

export interface BidFiles {
  /** A file of an older format is brought forward; the file itself is not touched until the next save. */
  read(token: string): Promise<Result<ReadBid, FileProblem>>;
  /** Takes everything sound out of a damaged file. Never throws, never changes it. */
  salvage(token: string): Promise<Salvage>;
  /**
   * Written beside, flushed, read back and compared before it takes the old file's place.
   *
   * @param expected hash of the bytes that stand there; `undefined` where no file should; `"any"` to replace whatever is there
   * @returns `changed` where something else stands there, which is then left alone. A file that is gone is written again,
   *   and `wasGone` says so.
   */
  write(
    token: string,
    stored: StoredBid,
    expected: string | undefined,
  ): Promise<Result<{ sha256: string; wasGone?: boolean }, FileProblem>>;
  /** How the file stands now, against the hash of its bytes as last seen. Cheap enough to be asked again and again. */
  standing(token: string, sha256: string): Promise<"same" | "changed" | "gone" | "cannot-tell">;
  /** Other files in the same folder that hold the same bid: copies that a synchronised folder or a person made. */
  copiesBeside(token: string, bid: string): Promise<PlaceView[]>;
}

/** Entries kept in the app's own folder from the moment they are made until they are in the file. */
export interface Journals {
  /**
   * Resolves when the entries are flushed to disk.
   *
   * @param place token of the file they were typed in
   */
  append(bid: string, entries: readonly Entry[], place?: string): Promise<Result<null, FileProblem>>;
  /** All whole entries, oldest first, and how many lines could not be read. */
  read(bid: string): Promise<{ entries: Entry[]; unreadable: number }>;
  /** The entries that were typed in another file of the bid than this one, each with the name of that file. */
  typedElsewhere(bid: string, place: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Forgets the entries that a verified file now holds. What a process that is gone typed in another file of the bid is
   * kept until that one was saved as well.
   */
  forget(bid: string, held: ReadonlySet<string>, place?: string): Promise<void>;
  /** Every bid whose journal holds entries, so that none is forgotten when its file is gone. */
  waiting(): Promise<WaitingWork[]>;
  /** Keeps what was left of a bid under another name, by which it is not brought back any more; false where it could not. */
  setAside(bid: string): Promise<boolean>;
}

/** What the journals of one bid hold. */
export interface WaitingWork {
  bid: string;
  changes: number;
  /** ISO time of the last of them. */
  typedAt: string;
  /** The file it was typed in, as far as that is known. */
  file?: PlaceView;
  fileIsThere?: boolean;
  /** Whoever typed it has stopped: nobody is about to save it. */
  left: boolean;
}

/** Who has a file open. */
export interface LockHolder {
  who: string;
  computer: string;
  /** ISO time the lock was taken. */
  since: string;
  /** ISO time of the last sign of life, by the clock of the disk that holds the file. */
  lastActive: string;
  /** No sign of life for so long that it may be taken over. */
  stale: boolean;
}

/** A visible file beside the bid says who has it. A save is safe even where this fails: it compares what it replaces. */
export interface Locks {
  /** Takes the lock, or says who holds it. A lock that a crash of this computer left is taken over. */
  take(
    token: string,
    by: { who: string; takeOver?: boolean },
  ): Promise<{ taken: true } | { taken: false; holder: LockHolder }>;
  /** Says that we are still here. `takenBy`: who took over the lock that we held. */
  renew(token: string): Promise<{ held: boolean; takenBy?: LockHolder }>;
  release(token: string): Promise<void>;
}

interface Backup {
  token: string;
  /** ISO time it was kept. */
  at: string;
  bytes: number;
}

/** Copies in the app's own folder, by the bid's identity and not by its path. */
export interface Backups {
  list(bid: string): Promise<Backup[]>;
  /** Keeps a copy of what was just saved; thins older ones out. */
  keep(token: string, bid: string): Promise<void>;
  /** Keeps a copy of a bid as it stands here, whatever its file holds: before much of it changes at once. */
  keepStanding(stored: StoredBid): Promise<void>;
}

/** A bid that was saved somewhere on this computer. */
export interface SavedBid {
  bid: string;
  title: string;
  /** ISO time it was last saved there. */
  at: string;
}

/**
 * Which bids were saved where, in the app's own folder. Who a bid is, its id alone says: a place is only a hint, for a
 * file that does not say any more which bid it was.
 */
export interface SavedPlaces {
  /** The bids that were saved in this place, the last one first. */
  bidsAt(token: string): Promise<SavedBid[]>;
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
