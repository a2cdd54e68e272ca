import type { Bid } from "../bids/bid-schema.ts";
import type { OperationError } from "../contract/define.ts";
import type { MergeReview } from "../contract/views.ts";
import { bringPart } from "../history/bring-part.ts";
import { bySection } from "../history/by-section.ts";
import { compareBids } from "../history/compare.ts";
import { stateAt, type Conflict, type Entry, type Log } from "../history/log.ts";
import { changesFor, mergeLogs, type MergeKind } from "../history/merge-logs.ts";
import { canKeepBoth, settlingEdits, type SettledAs } from "../history/settle.ts";
import { openConflicts } from "../history/settled.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { adopt, commit, type Session } from "./bid-sessions.ts";
import { conflictView } from "./conflict-views.ts";
import type { Contribution, Ports, ReadBid } from "./ports.ts";
import { standingIn } from "./publish.ts";

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
  const isPart = contribution !== undefined && read.value.bid.id !== session.bid.id;
  const planned = isPart
    ? planPart(ports, session, { read: read.value, contribution })
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

/** A part comes back. */
function planPart(
  ports: Ports,
  { scheme, bid, log }: Session,
  { read, contribution }: { read: ReadBid; contribution: Contribution },
): Result<Planned, string> {
  if (contribution.of !== bid.id) return fail("This part belongs to another bid.");
  const part = { log: read.log, questions: contribution.questions };
  const brought = bringPart({ scheme, hash: ports.bytes.hashText }, { bid, log }, part);
  if (!brought.ok) return brought;
  const kind = brought.value.log === log ? "nothing new" : "contribution";
  const { attachments, sha256 } = read;
  return ok({ kind, ...brought.value, attachments, sha256 });
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
  const people = [...new Set(incoming.map((one) => one.who))].map((who) => {
    return { who, entries: incoming.filter((one) => one.who === who).length };
  });
  return ok({
    kind,
    people,
    incoming: bySection(session.scheme, differences),
    conflicts: conflicts.map((one) => conflictView({ scheme: session.scheme, bid }, one)),
  });
}

/** Takes everything that can be taken, and leaves what clashes to be settled. The bid as it stood is kept first. */
export async function bringIn(ports: Ports, session: Session, token: string): Promise<Result<null, MergeError>> {
  await ports.backups.keepStanding(standingIn(session));
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
  { conflict: id, side }: { conflict: string; side: SettledAs },
): Promise<Result<null, OperationError<"no-such-conflict" | "cannot-keep-both">>> {
  const conflict = openConflicts(session.log).find((one) => one.id === id);
  if (!conflict) return fail({ code: "no-such-conflict", message: "That is settled already." });
  if (side === "both" && !canKeepBoth(conflict))
    return fail({ code: "cannot-keep-both", message: "Only two passages of a long answer can both be kept." });
  const { label } = conflictView(session, conflict);
  const changes = changesFor(session.bid, settlingEdits(session.bid, conflict, side));
  const kept = side === "both" ? "both passages" : conflict.sides[side].who;
  await commit(ports, session, { changes, about: `Settled “${label}”: ${kept}`, settles: [id] });
  return ok(null);
}
