import type { UnsavedWork } from "../contract/views.ts";
import type { Sessions } from "./bid-sessions.ts";
import type { Ports, WaitingWork } from "./ports.ts";

/** What was left by an app that stopped, of bids that are not open now; the newest first. */
export async function unsavedWork(ports: Ports, sessions: Sessions): Promise<UnsavedWork[]> {
  const waiting = await ports.journals.waiting();
  const left = waiting.filter((one) => one.left && sessions.get(one.bid) === undefined);
  const told = await Promise.all(left.map((one) => withMore(ports, one)));
  return told.toSorted((a, b) => b.typedAt.localeCompare(a.typedAt));
}

/** A journal does not say what its bid is called; what was saved in its place does. */
async function withMore({ savedPlaces, backups }: Ports, work: WaitingWork): Promise<UnsavedWork> {
  const saved = work.file ? await savedPlaces.bidsAt(work.file.token) : [];
  const title = saved.find(({ bid }) => bid === work.bid)?.title;
  const hasCopies = (await backups.list(work.bid)).length > 0;
  return { ...work, ...(title === undefined ? {} : { title }), hasCopies };
}
