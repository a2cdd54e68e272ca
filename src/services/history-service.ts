import type { Edit } from "../bids/edit.ts";
import type { Bid } from "../bids/bid-schema.ts";
import type { OperationError } from "../contract/define.ts";
import type { HistoryItem } from "../contract/views.ts";
import { invert, type Change } from "../history/change.ts";
import { compareBids, type Difference } from "../history/compare.ts";
import { applyAll, stateAt, type Entry } from "../history/log.ts";
import { changesFor } from "../history/merge-logs.ts";
import { mergeBids } from "../history/merge-bids.ts";
import { sameBurst, takeBack, undoState } from "../history/undo.ts";
import { questionOf } from "../schemes/scheme-schema.ts";
import { utcTime } from "../shared/moments.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { commit, type Session } from "./bid-sessions.ts";
import type { Ports } from "./ports.ts";
import { standingIn } from "./publish.ts";

type NoEntry = OperationError<"no-such-entry">;
type NothingToDo = OperationError<"nothing-to-do">;

const nothing = (message: string): Result<never, NothingToDo> => fail({ code: "nothing-to-do", message });

/** Takes back the newest change that is not taken back yet; of a long answer, the stretch that was typed without a pause. */
export async function undo(ports: Ports, session: Session): Promise<Result<null, NothingToDo>> {
  const { undo: first } = undoState(session.log);
  if (!first) return nothing("There is nothing to take back.");
  let target: Entry = first;
  for (;;) {
    const taken = await undoOne(ports, session, target);
    if (!taken.ok) return target === first ? taken : ok(null);
    const { undo: next } = undoState(session.log);
    if (!next || !sameBurst(next, target, first)) return ok(null);
    target = next;
  }
}

async function undoOne(ports: Ports, session: Session, target: Entry): Promise<Result<null, NothingToDo>> {
  const changes = takeBack(session.bid, target);
  if (!changes.ok) return nothing(changes.error);
  const about = `Took back: ${target.about}`;
  return done(await commit(ports, session, { changes: changes.value, about, undoes: target.id }));
}

/** Brings back what was taken back last, the whole stretch. */
export async function redo(ports: Ports, session: Session): Promise<Result<null, NothingToDo>> {
  const { redo: first } = undoState(session.log);
  if (!first) return nothing("There is nothing to bring back.");
  let target: Entry = first;
  for (;;) {
    const brought = await redoOne(ports, session, target);
    if (!brought.ok) return target === first ? brought : ok(null);
    const { redo: next } = undoState(session.log);
    if (!next || !sameBurst(origin(session, target), origin(session, next), origin(session, first))) return ok(null);
    target = next;
  }
}

/** The entry that an undoing took back. */
function origin({ log }: Session, one: Entry): Entry {
  return log.entries.get(one.undoes ?? "") ?? one;
}

async function redoOne(ports: Ports, session: Session, target: Entry): Promise<Result<null, NothingToDo>> {
  const changes: Change[] = target.changes.toReversed().map(invert);
  if (!applyAll(session.bid, changes).ok)
    return nothing("It cannot be brought back, because the bid was changed since.");
  const about = target.about.replace(/^Took back: /, "Brought back: ");
  return done(await commit(ports, session, { changes, about, redoes: target.id }));
}

function done(result: Result<null, string>): Result<null, NothingToDo> {
  return result.ok ? result : nothing(result.error);
}

/** The log for people, newest first; of one answer where a question is given. */
export function historyOf(session: Session, { question, limit }: { question?: string; limit: number }): HistoryItem[] {
  const items = [...session.log.entries.values()].map(itemOf).toReversed();
  const wanted = question === undefined ? items : items.filter((item) => item.questions.includes(question));
  return wanted.slice(0, limit);
}

function itemOf(entry: Entry): HistoryItem {
  const { id, at, who, about, name, changes } = entry;
  const questions = [...new Set(changes.flatMap((change) => ("question" in change ? [change.question] : [])))];
  return { entry: id, at, who, about, kind: kindOf(entry), questions, ...(name === undefined ? {} : { name }) };
}

function kindOf(entry: Entry): HistoryItem["kind"] {
  if (entry.start) return "began";
  if (entry.parents.length > 1 || entry.brought) return "merged";
  if (entry.undoes !== undefined) return "took back";
  if (entry.redoes !== undefined) return "brought back";
  if (entry.name !== undefined) return "named";
  return entry.settles ? "settled" : "changed";
}

/** The bid as it stood after an entry. */
export function bidAt(session: Session, entry: string): Result<Bid, NoEntry> {
  const state = session.log.entries.has(entry) ? stateAt(session.log, entry) : undefined;
  if (state?.ok) return state;
  return fail({
    code: "no-such-entry",
    message: state ? state.error : "There is no such point in the history of this bid.",
  });
}

export function compareEntries(session: Session, from: string, to: string | undefined): Result<Difference[], NoEntry> {
  const [before, after] = [bidAt(session, from), to === undefined ? ok(session.bid) : bidAt(session, to)];
  if (!before.ok) return before;
  return after.ok ? ok(compareBids(session.scheme, before.value, after.value)) : after;
}

/** Puts one answer, or everything, back to what it was. What is there now is kept, and stays in the history. */
export async function restore(
  ports: Ports,
  session: Session,
  { entry, question }: { entry: string; question?: string },
): Promise<Result<null, NoEntry | NothingToDo>> {
  await ports.backups.keepStanding(standingIn(session));
  const then = bidAt(session, entry);
  if (!then.ok) return then;
  const edits = editsBackTo(session, then.value, question);
  if (edits.length === 0) return nothing("It is like that already.");
  const what =
    question === undefined ? "the whole bid" : `“${questionOf(session.scheme, question)?.label ?? question}”`;
  const about = `Put ${what} back to ${pointInWords(session.log.entries.get(entry))}`;
  return done(await commit(ports, session, { changes: changesFor(session.bid, edits), about }));
}

/** What the log says is read wherever the file goes: it names a version, or a time with its zone. */
function pointInWords(entry: Entry | undefined): string {
  return entry?.name === undefined ? utcTime(entry?.at ?? "") : `“${entry.name}”`;
}

/** Going back is a merge in which only the other side changed anything. The scheme stays the one that is here. */
function editsBackTo({ scheme, bid }: Session, then: Bid, question: string | undefined): Edit[] {
  const wanted =
    question === undefined
      ? { ...then, scheme: bid.scheme }
      : { ...bid, answers: { ...bid.answers, [question]: then.answers[question] ?? null } };
  return mergeBids(scheme, { base: bid, mine: bid, theirs: wanted }).edits;
}

export async function nameVersion(ports: Ports, session: Session, name: string): Promise<void> {
  await commit(ports, session, { changes: [], about: `Named this version “${name}”`, name });
}
