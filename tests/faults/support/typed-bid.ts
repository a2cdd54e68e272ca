import { sha256 } from "../../../electron/adapters/hash.ts";
import { beginLog, stateAt, type Entry } from "../../../src/history/log.ts";
import type { StoredBid } from "../../../src/services/ports.ts";
import { emptyBid } from "../../support/bids.ts";

/** A bid in which one number counts the edits. */
export function typedBid(id: string): StoredBid {
  const bid = emptyBid({ id, answers: { typed: 0, summary: "What we typed before. ".repeat(500) } });
  const log = beginLog(bid, { who: "Priya", at: "2013-06-01T09:00:00.000Z" }, sha256);
  return { bid, log, attachments: new Map() };
}

/** What the file and the journal make together, as recovery has it. */
export function withJournal(stored: StoredBid, journal: readonly Entry[]): StoredBid {
  const missing = journal.filter(({ id }) => !stored.log.entries.has(id));
  const entries = new Map([...stored.log.entries, ...missing.map((one) => [one.id, one] as const)]);
  const log = { entries, head: missing.at(-1)?.id ?? stored.log.head };
  const state = stateAt(log, log.head);
  if (!state.ok) throw new Error(state.error);
  return { ...stored, log, bid: state.value };
}

export function typedIn({ bid }: StoredBid): number {
  return bid.answers.typed as number;
}
