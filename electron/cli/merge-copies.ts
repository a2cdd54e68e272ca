import path from "node:path";
import type { ConflictView, MergeReview } from "../../src/contract/views.ts";
import { openConflicts } from "../../src/history/settled.ts";
import type { Session } from "../../src/services/bid-sessions.ts";
import { conflictView } from "../../src/services/conflict-views.ts";
import { bringIn, reviewMerge } from "../../src/services/merge-service.ts";
import { standingIn } from "../../src/services/publish.ts";
import { ok } from "../../src/shared/result.ts";
import { openForCommand, writeBid, type CommandPorts, type Written } from "./bid-on-disk.ts";
import { Refusal } from "./refusal.ts";
import { waitingFor } from "./waiting.ts";

export interface MergedCopies extends Written, Omit<MergeReview, "conflicts"> {
  title: string;
  /** What is to be settled now, from this merge and from any before it. */
  conflicts: ConflictView[];
  /** Changes kept on this computer that neither of the two files holds. */
  waiting: number;
}

interface Merging {
  mine: string;
  theirs: string;
  out: string;
  replace: boolean;
}

/** Brings two copies of a bid, or a bid and a part of it, together in a third file. Neither of the two is changed. */
export async function mergeCopies(ports: CommandPorts, merging: Merging): Promise<MergedCopies> {
  const { mine, theirs, out, replace } = merging;
  const session = await openForCommand(ports, mine);
  refusePart(session, merging);
  const { token } = ports.places.file(theirs);
  const review = await reviewMerge(ports, session, token);
  if (!review.ok) throw new Refusal([review.error.message]);
  const brought = await bringIn(withoutJournal(ports), session, token);
  if (!brought.ok) throw new Refusal([brought.error.message]);
  const written = await writeBid(ports, standingIn(session), { out, replace });
  const { kind, people, incoming } = review.value;
  const waiting = await waitingFor(ports, session.bid.id, session.log);
  return { ...written, title: session.bid.title, kind, people, incoming, conflicts: conflictsOf(session), waiting };
}

/** A part goes into its bid, never the other way. */
function refusePart({ contribution }: Session, { mine, theirs }: Merging): void {
  if (!contribution) return;
  const [part, whole] = [mine, theirs].map((file) => path.basename(file));
  throw new Refusal([`“${part}” is a part of a bid. Name the whole bid first: merge “${whole}” “${part}”.`]);
}

/** The result is written whole and at once; a journal of it would bring the merge into the officer's own copy as well. */
function withoutJournal(ports: CommandPorts): CommandPorts {
  return { ...ports, journals: { ...ports.journals, append: async () => ok(null) } };
}

export function conflictsOf(merged: Pick<Session, "log" | "scheme" | "bid">): ConflictView[] {
  return openConflicts(merged.log).map((one) => conflictView(merged, one));
}
