import { missingFiles } from "../../src/bids/attached-files.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { compareBids } from "../../src/history/compare.ts";
import { stateAt } from "../../src/history/log.ts";
import { same } from "../../src/history/same.ts";
import type { StoredBid } from "../../src/services/ports.ts";
import type { Result } from "../../src/shared/result.ts";
import { schemeOf, type CommandPorts } from "./bid-on-disk.ts";
import { localTime } from "./local-time.ts";
import { counted, type Having, type Unreadable } from "./recovery.ts";
import { standOver } from "./stand-over.ts";

/**
 * Adds what the newest good backup of the bid holds, or takes it alone where it has all, or nothing of the file is sound.
 *
 * @returns undefined where there is no good backup
 */
export async function withBackup(
  ports: CommandPorts,
  found: Result<Having, Unreadable>,
  id: string,
): Promise<Having | undefined> {
  const backup = await newestGood(ports, id);
  if (!backup) return undefined;
  const { head } = found.ok ? found.value : found.error;
  const then = head === undefined ? undefined : stateThen(backup, head);
  if (!then) return found.ok ? joinBackup(ports, found.value, backup) : backupAlone(backup);
  const standsApart = found.ok && found.value.own === true && !same(found.value.stored.bid, then);
  if (!standsApart) return backupInstead(backup, found.ok ? found.value.stored : undefined);
  const apart = compareBids(await schemeOf(ports, then.scheme.id), then, found.value.stored.bid);
  return joinBackup(ports, { ...found.value, apart }, backup, then);
}

/** The bid as a backup has it at the newest entry that the file held; undefined where it does not know that entry. */
function stateThen({ stored: { log } }: GoodBackup, head: string): Bid | undefined {
  const state = log.entries.has(head) ? stateAt(log, head) : undefined;
  return state?.ok ? state.value : undefined;
}

interface GoodBackup {
  stored: StoredBid;
  /** The local time it was kept. */
  kept: string;
}

/** The newest copy of a bid in the app's own folder that can be read. */
export async function newestGood(ports: CommandPorts, id: string): Promise<GoodBackup | undefined> {
  for (const { token, at } of await ports.backups.list(id)) {
    const read = await ports.bidFiles.read(token);
    if (read.ok && read.value.bid.id === id) return { stored: read.value, kept: localTime(at) };
  }
  return undefined;
}

function backupAlone({ stored, kept }: GoodBackup): Having {
  return {
    stored,
    sources: [
      { source: "file", says: "From the file: nothing, because nothing of the bid can be read from it." },
      wholeFrom(kept),
    ],
    lost: [`What was changed after ${kept} is lost, unless this computer's journal holds it.`],
    mended: [],
  };
}

const wholeFrom = (kept: string) => ({ source: "backup" as const, says: `From the backup of ${kept}: the whole bid.` });

/** The file still says which entry was its newest, and the backup has that: nothing was changed in the file after it. */
function backupInstead({ stored: backup, kept }: GoodBackup, rescued: StoredBid | undefined): Having {
  const mended = `The file is damaged, but the backup of ${kept} holds every change that the file held.`;
  const attachments = new Map([...backup.attachments, ...(rescued?.attachments ?? [])]);
  return { stored: { ...backup, attachments }, sources: [wholeFrom(kept)], lost: [], mended: [mended] };
}

async function joinBackup(
  ports: CommandPorts,
  having: Having,
  { stored: backup, kept }: GoodBackup,
  then?: Bid,
): Promise<Having> {
  const { stored, sources, lost, mended } = having;
  const by = {
    scheme: await schemeOf(ports, stored.bid.scheme.id),
    hash: ports.bytes.hashText,
    at: ports.clock.now().toISOString(),
  };
  const joined = standOver(by, stored, backup, then);
  if (!joined.ok) return { ...having, lost: [...lost, `The backup of ${kept} does not fit: ${joined.error}`] };
  const entries = [...backup.log.entries.keys()].filter((one) => !stored.log.entries.has(one)).length;
  const files = [...backup.attachments.keys()].filter((one) => !stored.attachments.has(one)).length;
  const says = `From the backup of ${kept}: ${counted(entries, "entry", "entries")} of the history, ${counted(files, "attached file", "attached files")}.`;
  const had = namesHad(stored, joined.value);
  return {
    ...having,
    stored: joined.value,
    sources: [...sources, { source: "backup", says }],
    lost: lost.filter((line) => !had.some((name) => line.startsWith(`The attached file “${name}”`))),
    mended: [
      ...mended,
      ...had.map((name) => `The attached file “${name}” was damaged in the file and is whole again.`),
    ],
  };
}

/** The attached files that the backup had and the damaged file did not. */
function namesHad(before: StoredBid, after: StoredBid): string[] {
  const missing = new Set(missingFiles(after).map(({ sha256 }) => sha256));
  const had = missingFiles(before).filter(({ sha256 }) => !missing.has(sha256));
  return [...new Set(had.map(({ name }) => name))];
}
