import type { SaveState } from "../contract/views.ts";
import type { Session } from "./bid-sessions.ts";
import { takenOver, whatStandsThere, writtenAgain } from "./file-words.ts";
import type { FileProblem, Ports, StoredBid } from "./ports.ts";

/** A copy is kept in the app's own folder at most this often, in milliseconds. */
const backupEvery = 5 * 60 * 1000;

/** Whether the file holds everything, as far as is known here. */
export function holdsAll({ written, revision, overwritten }: Session): boolean {
  return written === revision && !overwritten;
}

/** Writes the file until it holds everything; what was typed meanwhile is written after it. */
export async function publish(ports: Ports, session: Session): Promise<SaveState> {
  for (;;) {
    const { revision, place } = session;
    const why = await write(ports, session);
    if (place !== session.place) continue;
    if (why) {
      session.saved = { ...session.saved, ...why };
      return session.saved;
    }
    Object.assign(session, { written: revision, overwritten: false });
    await backUp(ports, session);
    if (holdsAll(session) && place === session.place) {
      session.saved = savedNow(ports, session);
      return session.saved;
    }
  }
}

/** The bid as it stands in a session, as a file keeps it. */
export function standingIn({ bid, log, attachments, contribution, additions }: Session): StoredBid {
  return { bid, log, attachments, ...(contribution ? { contribution } : {}), ...(additions ? { additions } : {}) };
}

type NotWritten = Pick<SaveState, "state" | "message" | "canBringIn">;

/** @returns why the file was not written, where it was not */
async function write(ports: Ports, session: Session): Promise<NotWritten | undefined> {
  const { bid, log, place, onDisk } = session;
  const { takenBy } = await ports.locks.renew(place);
  if (takenBy) return { state: "taken-over", message: takenOver(ports, session, takenBy) };
  const written = await ports.bidFiles.write(place, standingIn(session), onDisk);
  if (!written.ok) return whyNot(ports, session, written.error);
  if (place === session.place) session.onDisk = written.value.sha256;
  if (written.value.wasGone) session.saved = { ...session.saved, news: await writtenAgain(ports, session) };
  await ports.journals.forget(bid.id, new Set(log.entries.keys()), place);
  return undefined;
}

async function whyNot(ports: Ports, session: Session, { code, message }: FileProblem): Promise<NotWritten> {
  if (code !== "changed") return { state: "failed", message };
  const { holdsOurs: _ours, ...there } = await whatStandsThere(ports, session, message);
  return { state: "changed-elsewhere", ...there };
}

function savedNow(ports: Ports, { saved: { news } }: Session): SaveState {
  const now = ports.clock.now().toISOString();
  return { state: "saved", savedAt: now, safeAt: now, ...(news ? { news } : {}) };
}

async function backUp(ports: Ports, session: Session): Promise<void> {
  const now = ports.clock.now().getTime();
  if (Math.abs(now - session.backedUpAt) < backupEvery) return;
  session.backedUpAt = now;
  await ports.backups.keep(session.place, session.bid.id);
}
