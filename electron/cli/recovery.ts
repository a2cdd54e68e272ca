import type { Difference } from "../../src/history/compare.ts";
import type { StoredBid } from "../../src/services/ports.ts";

/** Where a part of what was recovered came from. */
export interface Source {
  /** `place`: the file does not say which bid it was; what was saved under its name does. */
  source: "file" | "place" | "backup" | "journal";
  says: string;
}

/** What was had of a bid so far. */
export interface Having {
  stored: StoredBid;
  sources: Source[];
  /** What is gone or doubtful. */
  lost: string[];
  /** What was damaged and was put right. */
  mended: string[];
  /** The newest entry that the file held, where it still says that. */
  head?: string;
  /** The answers are those that stand in the file itself. */
  own?: true;
  /** What the file holds and its history does not say. */
  apart?: Difference[];
}

/** A file of which nothing could be had; `bid` where it still says which bid it was. */
export interface Unreadable extends Pick<Having, "head"> {
  faults: string[];
  bid?: string;
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
