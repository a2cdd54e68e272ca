import type { Scheme } from "../schemes/scheme-schema.ts";
import { editSession, putUnder, type Session, type Sessions } from "./bid-sessions.ts";
import { partOf } from "./open-file.ts";
import type { Ports } from "./ports.ts";
import { standingIn } from "./publish.ts";
import { findScheme } from "./shelf.ts";

/**
 * Open bids go on under a scheme that was just installed: the officer saw what it changes before. Every answer stays,
 * and the new version stands in the history. A bid that can only be read is shown under it and not changed.
 *
 * @returns the titles of the bids
 */
export async function adoptInOpenBids(ports: Ports, sessions: Sessions, scheme: Scheme): Promise<string[]> {
  const open = sessions.all().filter((one) => one.bid.scheme.id === scheme.id);
  for (const session of open) {
    goUnder(session, scheme);
    if (session.readOnly !== undefined || session.bid.scheme.version === scheme.version) continue;
    await ports.backups.keepStanding(standingIn(session));
    await editSession(ports, session, [{ do: "adopt-scheme", version: scheme.version }]);
    session.notices = session.notices.filter((notice) => notice.kind !== "scheme");
    ports.clock.after(0, () => void sessions.save(session));
  }
  return open.map((one) => one.bid.title);
}

/** Open bids go on under what stands on the shelf now, without its version being accepted. */
export async function moveOpenBids(ports: Ports, sessions: Sessions, id: string): Promise<void> {
  const found = await findScheme(ports, id);
  if (!found.ok) return;
  for (const session of sessions.all()) if (session.bid.scheme.id === id) goUnder(session, found.value);
}

function goUnder(session: Session, scheme: Scheme): void {
  putUnder(session, session.contribution ? partOf(scheme, session.contribution) : scheme);
}
