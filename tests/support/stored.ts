import { packBid, unpackBid } from "../../electron/adapters/bid-container.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { beginLog, headEntry } from "../../src/history/log.ts";
import type { StoredBid } from "../../src/services/ports.ts";
import { hash } from "./histories.ts";

/** A bid as a file keeps it, its log begun with it. */
export function stored(bid: Bid, attachments: StoredBid["attachments"] = new Map()): StoredBid {
  const log = beginLog(bid, { who: "Priya", at: "2013-06-01T09:00:00.000Z" }, hash);
  return { bid: headEntry(log).start ?? bid, log, attachments };
}

/** The bytes of its file. */
export async function packed(what: StoredBid): Promise<Uint8Array> {
  const bytes = await packBid(what);
  if (!bytes.ok) throw new Error(bytes.error);
  return bytes.value;
}

/** What a file holds. */
export async function unpacked(bytes: Uint8Array): Promise<StoredBid> {
  const read = await unpackBid(bytes);
  if (!read.ok) throw new Error(read.error.says);
  return read.value;
}
