import { sha256 } from "../../../electron/adapters/hash.ts";
import { beginLog } from "../../../src/history/log.ts";
import type { StoredBid } from "../../../src/services/ports.ts";
import { emptyBid } from "../../support/bids.ts";

/** A bid in which one number counts the edits. */
export function typedBid(id: string): StoredBid {
  const bid = emptyBid({ id, answers: { typed: 0, summary: "What we typed before. ".repeat(500) } });
  const log = beginLog(bid, { who: "Priya", at: "2013-06-01T09:00:00.000Z" }, sha256);
  return { bid, log, attachments: new Map() };
}
