import type { Bid } from "../../src/bids/bid-schema.ts";
import { headEntry, stateAt, withEntry, type Hash } from "../../src/history/log.ts";
import { mergeBids } from "../../src/history/merge-bids.ts";
import { changesFor, mergeLogs } from "../../src/history/merge-logs.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import type { StoredBid } from "../../src/services/ports.ts";
import { utcTime } from "../../src/shared/moments.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";

interface By {
  scheme: Scheme;
  hash: Hash;
  /** ISO time of now. */
  at: string;
}

/**
 * Puts what was rescued of a damaged file together with a backup of it. Where the two do not merge cleanly, the backup
 * gives the history and the rescued answers stand over it: the file is the newer of the two.
 *
 * @param atHead the bid as the backup's history has it at the newest entry of the file, where the file holds other answers
 */
export function standOver(by: By, rescued: StoredBid, backup: StoredBid, atHead?: Bid): Result<StoredBid, string> {
  const attachments = new Map([...backup.attachments, ...rescued.attachments]);
  const contribution = rescued.contribution ?? backup.contribution;
  const { additions } = backup;
  const rest = { attachments, ...(contribution ? { contribution } : {}), ...(additions ? { additions } : {}) };
  const merged = mergeLogs(by.scheme, rescued.log, backup.log, by.hash);
  const clean = merged.ok && merged.value.conflicts.length === 0;
  const asTheyStand = atHead === undefined || rescued.log.entries.has(backup.log.head);
  const related = merged.ok;
  const log = clean && asTheyStand ? merged.value.log : laidOver(by, { rescued, backup, related, atHead });
  const state = stateAt(log, log.head);
  return state.ok ? ok({ bid: state.value, log, ...rest }) : fail(state.error);
}

interface Layers {
  rescued: StoredBid;
  backup: StoredBid;
  /** Whether the two have history in common. */
  related: boolean;
  atHead: Bid | undefined;
}

function laidOver({ scheme, hash, at }: By, { rescued, backup, related, atHead = backup.bid }: Layers) {
  const log = related
    ? { entries: new Map([...backup.log.entries, ...rescued.log.entries]), head: backup.log.head }
    : backup.log;
  const parents = related ? [backup.log.head, rescued.log.head] : [backup.log.head];
  const { edits } = mergeBids(scheme, { base: atHead, mine: backup.bid, theirs: rescued.bid });
  const changes = changesFor(backup.bid, edits);
  const about = `Put the answers of the damaged file over the backup of ${utcTime(headEntry(backup.log).at)}`;
  return withEntry(log, { parents, at, who: "Rescue", about, changes }, hash);
}
