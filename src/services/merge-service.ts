import { attachmentsNamedIn } from "../bids/attached-files.ts";
import type { Bid } from "../bids/bid-schema.ts";
import type { OperationError } from "../contract/define.ts";
import type { MergeReview, PlaceView } from "../contract/views.ts";
import { compareBids } from "../history/compare.ts";
import { applyAll, headEntry, stateAt, withEntry, type Conflict, type Entry, type Log } from "../history/log.ts";
import { mergeBids } from "../history/merge-bids.ts";
import { changesFor, mergeLogs, openConflicts, type MergeKind } from "../history/merge-logs.ts";
import { settlingEdits } from "../history/settle.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { adopt, beginStored, commit, type Session } from "./bid-sessions.ts";
import { conflictView } from "./conflict-views.ts";
import type { Contribution, Ports, ReadBid } from "./ports.ts";

type MergeError = OperationError<"cannot-read" | "not-this-bid">;

/** What bringing a file in would give, before any of it is taken. */
interface Planned {
  kind: MergeKind | "contribution";
  log: Log;
  bid: Bid;
  incoming: Entry[];
  conflicts: Conflict[];
  attachments: Map<string, Uint8Array>;
  sha256: string;
}

async function plan(ports: Ports, session: Session, token: string): Promise<Result<Planned, MergeError>> {
  const read = await ports.bidFiles.read(token);
  if (!read.ok) return fail({ code: "cannot-read", message: read.error.message });
  const { contribution } = read.value;
  const planned = contribution
    ? planContribution(ports, session, { read: read.value, contribution })
    : planCopy(ports, session, read.value);
  return planned.ok ? planned : fail({ code: "not-this-bid", message: planned.error });
}

function planCopy(ports: Ports, session: Session, theirs: ReadBid): Result<Planned, string> {
  const merged = mergeLogs(session.scheme, session.log, theirs.log, ports.bytes.hashText);
  if (!merged.ok) return merged;
  const { log, kind, incoming, conflicts } = merged.value;
  const state = stateAt(log, log.head);
  if (!state.ok) return state;
  const { attachments, sha256 } = theirs;
  return ok({ kind, log, incoming, conflicts, bid: state.value, attachments, sha256 });
}

/** A part comes back: merged against the answers it was sent out with. */
function planContribution(
  ports: Ports,
  session: Session,
  { read, contribution }: { read: ReadBid; contribution: Contribution },
): Result<Planned, string> {
  if (contribution.of !== session.bid.id) return fail("This part belongs to another bid.");
  const sent = [...read.log.entries.values()].find((one) => one.start)?.start;
  if (!sent) return fail("This part does not hold what was sent out.");
  const part = (bid: Bid) => ({ ...session.bid, answers: only(bid.answers, contribution.questions) });
  const merged = mergeBids(session.scheme, { base: part(sent), mine: part(session.bid), theirs: part(read.bid) });
  const incoming = [...read.log.entries.values()].filter((one) => !one.start && one.changes.length > 0);
  const { attachments, sha256 } = read;
  const standing = { kind: "contribution" as const, incoming, attachments, sha256 };
  if (merged.edits.length === 0 && merged.conflicts.length === 0) {
    return ok({ ...standing, kind: "nothing new", log: session.log, bid: session.bid, conflicts: [] });
  }
  const changes = changesFor(session.bid, merged.edits);
  const state = applyAll(session.bid, changes);
  if (!state.ok) return state;
  const by = headEntry(read.log);
  const conflicts = merged.conflicts.map((clash, index): Conflict => {
    const { base, mine, theirs, ...place } = clash;
    const id = ports.bytes.hashText(`${read.log.head} ${index}`).slice(0, 16);
    const here = { value: mine, who: session.who, at: headEntry(session.log).at };
    return { id, ...place, base, sides: [here, { value: theirs, who: by.who, at: by.at }] };
  });
  const entry = {
    parents: [session.log.head],
    at: ports.clock.now().toISOString(),
    who: by.who,
    about: `Brought in the part of ${by.who}`,
    changes,
    ...(conflicts.length > 0 ? { conflicts } : {}),
  };
  return ok({ ...standing, log: withEntry(session.log, entry, ports.bytes.hashText), bid: state.value, conflicts });
}

function only(answers: Bid["answers"], questions: readonly string[]): Bid["answers"] {
  const kept = new Set(questions);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => kept.has(id)));
}

export async function reviewMerge(
  ports: Ports,
  session: Session,
  token: string,
): Promise<Result<MergeReview, MergeError>> {
  const planned = await plan(ports, session, token);
  if (!planned.ok) return planned;
  const { kind, bid, incoming, conflicts } = planned.value;
  const differences = compareBids(session.scheme, session.bid, bid);
  const head = differences.filter((one) => one.question.startsWith(":"));
  const sections = session.scheme.sections.map((section) => {
    const ids = new Set(section.questions.map((question) => question.id));
    return {
      section: section.id,
      title: section.title,
      differences: differences.filter((one) => ids.has(one.question)),
    };
  });
  const people = [...new Set(incoming.map((one) => one.who))].map((who) => {
    return { who, entries: incoming.filter((one) => one.who === who).length };
  });
  return ok({
    kind,
    people,
    incoming: [{ section: "", title: "About the bid", differences: head }, ...sections].filter(
      (one) => one.differences.length > 0,
    ),
    conflicts: conflicts.map((one) => conflictView(session.scheme, one)),
  });
}

/** Takes everything that can be taken, and leaves what clashes to be settled. */
export async function bringIn(ports: Ports, session: Session, token: string): Promise<Result<null, MergeError>> {
  const planned = await plan(ports, session, token);
  if (!planned.ok) return planned;
  const { log, bid, attachments, sha256 } = planned.value;
  for (const [hash, bytes] of attachments) session.attachments.set(hash, bytes);
  if (token === session.place) Object.assign(session, { onDisk: sha256, saved: { ...session.saved, state: "saving" } });
  if (log.head !== session.log.head) await adopt(ports, session, { log, bid });
  return ok(null);
}

export async function settle(
  ports: Ports,
  session: Session,
  { conflict: id, side }: { conflict: string; side: 0 | 1 },
): Promise<Result<null, OperationError<"no-such-conflict">>> {
  const conflict = openConflicts(session.log).find((one) => one.id === id);
  if (!conflict) return fail({ code: "no-such-conflict", message: "That is settled already." });
  const { label } = conflictView(session.scheme, conflict);
  const changes = changesFor(session.bid, settlingEdits(session.bid, conflict, side));
  await commit(ports, session, { changes, about: `Settled “${label}”: ${conflict.sides[side].who}`, settles: [id] });
  return ok(null);
}

/** Writes some sections as a file of their own beside the bid. Nothing else of the bid is in it. */
export async function makeContribution(
  ports: Ports,
  session: Session,
  sections: readonly string[],
): Promise<Result<PlaceView, OperationError<"cannot-write">>> {
  const chosen = session.scheme.sections.filter((section) => sections.includes(section.id));
  const questions = chosen.flatMap((section) => section.questions.map((question) => question.id));
  const parts = chosen.map((section) => section.title).join(", ");
  const title = `${session.bid.title}: ${parts}`;
  const bid: Bid = { ...session.bid, id: ports.ids.next(), title, answers: only(session.bid.answers, questions) };
  const contribution: Contribution = { of: session.bid.id, at: session.log.head, questions };
  const place = await ports.places.fileBeside(session.place, `${parts}, part of ${session.bid.title}`, ".bid");
  if (!place) return fail({ code: "cannot-write", message: "The folder of the bid is not there any more." });
  const attachments = attachmentsNamedIn(bid.answers, session.attachments);
  const stored = { ...(await beginStored(ports, bid)), contribution, attachments };
  const written = await ports.bidFiles.write(place.token, stored, undefined);
  return written.ok ? ok(place) : fail({ code: "cannot-write", message: written.error.message });
}
