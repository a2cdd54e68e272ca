import type { SaveState } from "../contract/views.ts";
import type { Session } from "./bid-sessions.ts";
import type { Ports } from "./ports.ts";

/** A copy is kept in the app's own folder at most this often, in milliseconds. */
const backupEvery = 5 * 60 * 1000;

/** Writes the file until it holds everything; what was typed meanwhile is written after it. */
export async function publish(ports: Ports, session: Session): Promise<SaveState> {
  for (;;) {
    const { revision, bid, log, attachments, contribution, place, onDisk } = session;
    const stored = { bid, log, attachments, ...(contribution ? { contribution } : {}) };
    const written = await ports.bidFiles.write(place, stored, onDisk);
    if (!written.ok) {
      const state = written.error.code === "changed" ? "changed-elsewhere" : "failed";
      session.saved = { ...session.saved, state, message: written.error.message };
      return session.saved;
    }
    session.onDisk = written.value.sha256;
    await ports.journals.forget(bid.id, new Set(log.entries.keys()), place);
    await backUp(ports, session);
    if (revision === session.revision && place === session.place) {
      const now = ports.clock.now().toISOString();
      session.saved = { state: "saved", savedAt: now, safeAt: now };
      return session.saved;
    }
  }
}

async function backUp(ports: Ports, session: Session): Promise<void> {
  const now = ports.clock.now().getTime();
  if (Math.abs(now - session.backedUpAt) < backupEvery) return;
  session.backedUpAt = now;
  await ports.backups.keep(session.place, session.bid.id);
}
