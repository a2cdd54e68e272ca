import type { StoredBid } from "../../src/services/ports.ts";

/** Where a part of what was recovered came from. */
export interface Source {
  source: "file" | "backup" | "journal";
  says: string;
}

/** What was had of a bid so far. */
export interface Having {
  stored: StoredBid;
  sources: Source[];
  lost: string[];
}

/** A file of which nothing could be had; `bid` where it still says which bid it was. */
export interface Unreadable {
  faults: string[];
  bid?: string;
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
