import { assess, type Assessment, type Reference } from "../bids/assess.ts";
import type { Bid } from "../bids/bid-schema.ts";
import { refusalOf } from "../bids/edit-refusal.ts";
import type { Edit } from "../bids/edit.ts";
import type { OpeningNotice, SaveState } from "../contract/views.ts";
import type { Change } from "../history/change.ts";
import { describeEdits } from "../history/describe.ts";
import { append, applyAll, beginLog, type Entry, type Log, type NewEntry } from "../history/log.ts";
import { changesFor } from "../history/merge-logs.ts";
import { openConflicts } from "../history/settled.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { conflictFindings } from "./conflict-views.ts";
import type { Additions, Contribution, Ports, StoredBid } from "./ports.ts";
import { publish } from "./publish.ts";

/** A bid that is open: its state, its log, its attachments, and when it was last safe. */
export interface Session {
  bid: Bid;
  log: Log;
  scheme: Scheme;
  reference: Reference;
  attachments: Map<string, Uint8Array>;
  contribution: Contribution | undefined;
  additions: Additions | undefined;
  place: string;
  who: string;
  /** Hash of the file as it was last read or written here; undefined where there is none yet. */
  onDisk: string | undefined;
  readOnly: string | undefined;
  notices: OpeningNotice[];
  assessment: Assessment;
  saved: SaveState;
  /** Counts changes, so that a save knows whether more was typed while it ran. */
  revision: number;
  /** The revision that the file holds as it was last read or written here; undefined where it holds none. */
  written: number | undefined;
  /** Somebody put something in the file's place that does not hold what was written here. */
  overwritten: boolean;
  saving: Promise<SaveState> | undefined;
  backedUpAt: number;
}

/** Holds the open bids. Editing never waits for a save of the file. */
export function createSessions(ports: Ports) {
  const open = new Map<string, Session>();
  return {
    get: (id: string) => open.get(id),
    add: (session: Session) => open.set(session.bid.id, session),
    remove: (id: string) => open.delete(id),
    all: () => [...open.values()],
    save: (session: Session): Promise<SaveState> => {
      if (session.readOnly !== undefined) return Promise.resolve(session.saved);
      session.saving ??= publish(ports, session).finally(() => {
        session.saving = undefined;
      });
      return session.saving;
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;

interface Opening {
  scheme: Scheme;
  reference: Reference;
  place: string;
  who?: string;
  saved: SaveState;
  onDisk?: string;
  readOnly?: string;
  notices?: OpeningNotice[];
}

/** A session for a bid that was just read or made. */
export function newSession(stored: StoredBid, at: Opening): Session {
  const { bid, log, attachments, contribution, additions } = stored;
  const { scheme, reference, place, saved, who = "", onDisk, readOnly, notices = [] } = at;
  const assessment = checkWithConflicts({ bid, log, scheme, reference });
  const written = saved.state === "saved" ? 0 : undefined;
  const standing = { revision: 0, written, overwritten: false, saving: undefined, backedUpAt: -Infinity };
  return {
    bid,
    log,
    attachments,
    contribution,
    additions,
    scheme,
    reference,
    place,
    who,
    onDisk,
    readOnly,
    notices,
    assessment,
    saved,
    ...standing,
  };
}

/**
 * A bid whose log begins now.
 *
 * @param about what the log says of its beginning, where the bid did not begin empty
 */
export async function beginStored(ports: Ports, bid: Bid, about?: string): Promise<StoredBid> {
  const when = { who: await ports.person.name(), at: ports.clock.now().toISOString() };
  const by = about === undefined ? when : { ...when, about };
  const log = beginLog(bid, by, ports.bytes.hashText);
  const start = log.entries.get(log.head)?.start ?? bid;
  return { bid: start, log, attachments: new Map() };
}

/** What is still to be settled after a merge blocks as anything else does. */
function checkWithConflicts({
  bid,
  log,
  scheme,
  reference,
}: Pick<Session, "bid" | "log" | "scheme" | "reference">): Assessment {
  const assessment = assess(scheme, bid, reference);
  const findings = conflictFindings({ scheme, bid }, openConflicts(log));
  if (findings.length === 0) return assessment;
  const { check } = assessment;
  return { ...assessment, check: { ...check, findings: [...findings, ...check.findings], ready: false } };
}

/** Judges an open bid by another edition of its scheme. A contribution is judged by no rules at all. */
export function judgeBy(session: Session, scheme: Scheme): void {
  if (session.contribution) return;
  session.scheme = scheme;
  session.assessment = checkWithConflicts(session);
}

/** Applies edits in order, all or none, as one entry of the log. */
export async function editSession(
  ports: Ports,
  session: Session,
  edits: readonly Edit[],
): Promise<Result<null, string>> {
  const refused = edits.map((change) => refusalOf(change, session.scheme)).find((one) => one !== undefined);
  if (refused) return fail(refused);
  const changes = safely(() => changesFor(session.bid, edits));
  if (!changes.ok) return changes;
  return commit(ports, session, { changes: changes.value, about: describeEdits(session.scheme, session.bid, edits) });
}

function safely<T>(run: () => T): Result<T, string> {
  try {
    return ok(run());
  } catch (fault) {
    return fail(fault instanceof Error ? fault.message : String(fault));
  }
}

export interface Done extends Pick<NewEntry, "undoes" | "redoes" | "name" | "settles" | "conflicts"> {
  changes: Change[];
  about: string;
}

/** Makes one entry, and replies when it is flushed to the journal. */
export async function commit(ports: Ports, session: Session, done: Done): Promise<Result<null, string>> {
  const applied = applyAll(session.bid, done.changes);
  if (!applied.ok) return applied;
  const entry = { at: ports.clock.now().toISOString(), who: session.who, ...done };
  const log = append(session.log, entry, ports.bytes.hashText);
  await adopt(ports, session, { log, bid: applied.value });
  return ok(null);
}

/** Takes a new head, and keeps every entry that is new in the journal. What cannot be kept there is said loudly. */
export async function adopt(ports: Ports, session: Session, next: { log: Log; bid: Bid }): Promise<void> {
  const fresh = newEntries(session.log, next.log);
  session.log = next.log;
  session.bid = next.bid;
  session.revision += 1;
  session.assessment = checkWithConflicts(session);
  const kept = await ports.journals.append(session.bid.id, fresh, session.place);
  const { notSafe: _before, ...saved } = session.saved;
  const state = notOurs.has(saved.state) ? saved.state : "saving";
  // A journal that fails keeps what it was given for its next try, so that one that works again holds everything.
  const safety = kept.ok ? { safeAt: ports.clock.now().toISOString() } : { notSafe: kept.error.message };
  session.saved = { ...saved, state, ...safety };
}

/** States in which the file is not written, whatever is typed, until the officer has decided. */
const notOurs: ReadonlySet<SaveState["state"]> = new Set(["changed-elsewhere", "taken-over"]);

/** Goes on under another version of the scheme; what it finds of the bid is worked out anew. */
export function putUnder(session: Session, scheme: Scheme): void {
  session.scheme = scheme;
  session.assessment = checkWithConflicts(session);
}

function newEntries(before: Log, after: Log): Entry[] {
  if (after.entries.size === before.entries.size + 1) return [...after.entries.values()].slice(-1);
  return [...after.entries.values()].filter((one) => !before.entries.has(one.id));
}
