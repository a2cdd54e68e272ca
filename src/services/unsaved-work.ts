import type { OperationError } from "../contract/define.ts";
import type { UnsavedWork } from "../contract/views.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import type { Sessions } from "./bid-sessions.ts";
import type { Ports, WaitingWork } from "./ports.ts";

/** What was left by an app that stopped, of bids that are not open now; the newest first. */
export async function unsavedWork(ports: Ports, sessions: Sessions): Promise<UnsavedWork[]> {
  const waiting = await ports.journals.waiting();
  const left = waiting.filter((one) => one.left && sessions.get(one.bid) === undefined);
  const told = await Promise.all(left.map((one) => unsavedOf(ports, one)));
  return told.filter((one) => one.changes > 0).toSorted((a, b) => b.typedAt.localeCompare(a.typedAt));
}

/** A journal does not say what its bid is called; what was saved in its place does. */
async function unsavedOf(ports: Ports, work: WaitingWork): Promise<UnsavedWork> {
  const saved = work.file ? await ports.savedPlaces.bidsAt(work.file.token) : [];
  const title = saved.find(({ bid }) => bid === work.bid)?.title;
  const hasCopies = (await ports.backups.list(work.bid)).length > 0;
  return { ...work, ...(title === undefined ? {} : { title }), hasCopies, changes: await notInFile(ports, work) };
}

/** An app can stop after the file was written and before the journal forgot what it now holds. */
async function notInFile(ports: Ports, { bid, file, fileIsThere = false, changes }: WaitingWork): Promise<number> {
  const read = file && fileIsThere ? await ports.bidFiles.read(file.token) : undefined;
  if (!read?.ok || read.value.bid.id !== bid) return changes;
  const { entries } = await ports.journals.read(bid);
  return entries.filter(({ id }) => !read.value.log.entries.has(id)).length;
}

/** Leaves out what was left of a bid. It is kept, and does not come back any more. */
export async function setAsideWork(
  { journals }: Ports,
  bid: string,
): Promise<Result<null, OperationError<"cannot-write">>> {
  if (await journals.setAside(bid)) return ok(null);
  return fail({
    code: "cannot-write",
    message: "It could not be left out: the app’s own folder cannot be written. Nothing of it is lost. Try again.",
  });
}
