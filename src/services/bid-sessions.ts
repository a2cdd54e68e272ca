import { assess, type Assessment, type Reference } from "../bids/assess.ts";
import { applyEdit, type Edit } from "../bids/edit.ts";
import type { Bid } from "../bids/bid-schema.ts";
import { refusalOf } from "../bids/edit-refusal.ts";
import type { SaveState } from "../contract/views.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import type { Ports, StoredBid } from "./ports.ts";

/** A bid that is open: its state, its attachments, and when it was last safe. */
export interface Session {
  bid: Bid;
  scheme: Scheme;
  reference: Reference;
  attachments: Map<string, Uint8Array>;
  place: string;
  assessment: Assessment;
  saved: SaveState;
  /** Counts edits, so that a save knows whether more was typed while it ran. */
  revision: number;
  saving: Promise<SaveState> | undefined;
}

/** Holds the open bids. Editing never waits for a save. */
export function createSessions(ports: Ports) {
  const open = new Map<string, Session>();
  return {
    get: (id: string) => open.get(id),
    add: (session: Session) => open.set(session.bid.id, session),
    remove: (id: string) => open.delete(id),
    all: () => [...open.values()],
    save: (session: Session) => save(ports, session),
  };
}

export type Sessions = ReturnType<typeof createSessions>;

/** A session for a bid that was just read or made. */
export function newSession(
  stored: StoredBid,
  at: { scheme: Scheme; reference: Reference; place: string; saved: SaveState },
): Session {
  const { bid, attachments } = stored;
  return { bid, attachments, ...at, assessment: assess(at.scheme, bid, at.reference), revision: 0, saving: undefined };
}

/** Applies edits in order, all or none, and works out the check and the money again. */
export function editSession(session: Session, edits: readonly Edit[]): Result<Assessment, string> {
  let { bid } = session;
  for (const change of edits) {
    const refused = refusalOf(change, session.scheme);
    if (refused) return fail(refused);
    const applied = applyEdit(bid, change);
    if (!applied.ok) return fail(applied.error.message);
    bid = applied.value.bid;
  }
  session.bid = bid;
  session.revision += 1;
  session.saved = { ...session.saved, state: "saving" };
  session.assessment = assess(session.scheme, bid, session.reference);
  return ok(session.assessment);
}

/** Writes the bid; one save runs at a time, and what was typed meanwhile is saved after it. */
function save(ports: Ports, session: Session): Promise<SaveState> {
  session.saving ??= writeUntilCurrent(ports, session).finally(() => {
    session.saving = undefined;
  });
  return session.saving;
}

async function writeUntilCurrent(ports: Ports, session: Session): Promise<SaveState> {
  for (;;) {
    const { revision, bid, attachments, place } = session;
    const written = await ports.bidFiles.write(place, { bid, attachments });
    if (!written.ok) {
      const { savedAt } = session.saved;
      session.saved = { state: "failed", message: written.error.message, ...(savedAt ? { savedAt } : {}) };
      return session.saved;
    }
    if (revision === session.revision && place === session.place) {
      session.saved = { state: "saved", savedAt: ports.clock.now().toISOString() };
      return session.saved;
    }
  }
}
