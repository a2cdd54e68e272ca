import type { StoredBid } from "../../src/services/ports.ts";
import { ok, type Result } from "../../src/shared/result.ts";
import { schemeOf, type CommandPorts } from "./bid-on-disk.ts";
import { localTime } from "./local-time.ts";
import { counted, type Having, type Unreadable } from "./recovery.ts";
import { standOver } from "./stand-over.ts";
import { missingFiles } from "./verify-file.ts";

/** Adds what the newest good backup of the bid holds, or takes it alone where nothing of the file is sound. */
export async function withBackup(
  ports: CommandPorts,
  found: Result<Having, Unreadable>,
  id: string,
): Promise<Result<Having, Unreadable>> {
  const backup = await newestGood(ports, id);
  if (!backup) return found;
  return found.ok ? ok(await joinBackup(ports, found.value, backup)) : ok(backupAlone(found.error.faults, backup));
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

function backupAlone(faults: readonly string[], { stored, kept }: GoodBackup): Having {
  const later = `What was changed after ${kept} is lost, unless this computer's journal holds it.`;
  return {
    stored,
    sources: [{ source: "backup", says: `From the backup of ${kept}: the whole bid.` }],
    lost: [...faults, later],
  };
}

async function joinBackup(ports: CommandPorts, having: Having, { stored: backup, kept }: GoodBackup): Promise<Having> {
  const { stored, sources, lost } = having;
  const by = {
    scheme: await schemeOf(ports, stored.bid.scheme.id),
    hash: ports.bytes.hashText,
    at: ports.clock.now().toISOString(),
  };
  const joined = standOver(by, stored, backup);
  if (!joined.ok) return { ...having, lost: [...lost, `The backup of ${kept} does not fit: ${joined.error}`] };
  const entries = [...backup.log.entries.keys()].filter((one) => !stored.log.entries.has(one)).length;
  const files = [...backup.attachments.keys()].filter((one) => !stored.attachments.has(one)).length;
  const says = `From the backup of ${kept}: ${counted(entries, "entry", "entries")} of the history, ${counted(files, "attached file", "attached files")}.`;
  const still = stillLost(lost, stored, joined.value);
  return { stored: joined.value, sources: [...sources, { source: "backup", says }], lost: still };
}

/** What the backup had of the attached files is not lost any more. */
function stillLost(lost: readonly string[], before: StoredBid, after: StoredBid): string[] {
  const missing = new Set(missingFiles(after).map(({ sha256 }) => sha256));
  const had = missingFiles(before).filter(({ sha256 }) => !missing.has(sha256));
  return lost.filter((line) => !had.some(({ name }) => line.startsWith(`The attached file “${name}”`)));
}
