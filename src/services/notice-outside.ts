import type { Session } from "./bid-sessions.ts";
import { isGone, takenOver, whatStandsThere } from "./file-words.ts";
import type { Ports } from "./ports.ts";
import { holdsAll } from "./publish.ts";

/** Looks whether somebody else changed, moved or deleted the file while nothing waits to be saved here, and says so. */
export async function noticeOutside(ports: Ports, session: Session): Promise<void> {
  const { onDisk, revision, saved, readOnly } = session;
  if (onDisk === undefined || session.saving || saved.state === "saving" || saved.state === "failed") return;
  const standing = await ports.bidFiles.standing(session.place, onDisk);
  const told = standing === "cannot-tell" ? saved : await tell(ports, session, standing);
  // What was typed or saved meanwhile says more than this.
  if (session.saved === saved && session.revision === revision && readOnly === session.readOnly) session.saved = told;
}

/** Says that we are still here, and learns whether somebody took the file over: after a sleep, or a share that was away. */
export async function noticeTakeOver(ports: Ports, session: Session): Promise<void> {
  const { takenBy } = await ports.locks.renew(session.place);
  if (takenBy && session.saved.state !== "taken-over") {
    session.saved = { ...session.saved, state: "taken-over", message: takenOver(ports, session, takenBy) };
  }
}

async function tell(ports: Ports, session: Session, standing: "same" | "changed" | "gone"): Promise<Session["saved"]> {
  const { saved } = session;
  if (standing === "same") return asBefore(session);
  if (standing === "gone")
    return saved.news?.kind === "gone" ? saved : { ...saved, news: await isGone(ports, session) };
  return session.readOnly === undefined ? changed(ports, session) : newerState(ports, session);
}

/** What was changed or taken away is back as it was. */
function asBefore(session: Session): Session["saved"] {
  session.overwritten = false;
  const { news, ...rest } = session.saved;
  const state = rest.state === "changed-elsewhere" && holdsAll(session) ? "saved" : rest.state;
  const passed = news?.kind === "gone" || news?.kind === "newer-state";
  return { ...rest, state, ...(news && !passed ? { news } : {}) };
}

async function changed(ports: Ports, session: Session): Promise<Session["saved"]> {
  const { saved, place } = session;
  if (saved.state !== "saved") return saved;
  const label = ports.places.view(place)?.label ?? "The file";
  const said = `${label} was changed by somebody else since it was opened here. Theirs was left as it is.`;
  const { holdsOurs, ...there } = await whatStandsThere(ports, session, said);
  session.overwritten = !holdsOurs;
  return { ...saved, state: "changed-elsewhere", ...there };
}

function newerState(ports: Ports, { saved, place }: Session): Session["saved"] {
  if (saved.news?.kind === "newer-state") return saved;
  const label = ports.places.view(place)?.label ?? "The file";
  const message = `${label} was changed since you opened it. You see it as it was then.`;
  return { ...saved, news: { kind: "newer-state", message, at: ports.clock.now().toISOString() } };
}
