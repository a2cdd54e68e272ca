import type { OpeningNotice } from "../contract/views.ts";
import { localTime } from "../shared/moments.ts";
import type { Session } from "./bid-sessions.ts";
import type { LockHolder, Ports } from "./ports.ts";

const labelOf = (ports: Ports, { place }: Session) => ports.places.view(place)?.label ?? "The file";

/** Who has a file, for a sentence. */
export function holderInWords({ who, computer, since, lastActive }: LockHolder): string {
  return `${who} on ${computer}, since ${localTime(since)}, last active ${localTime(lastActive)}`;
}

/** Somebody took the file over, as is right where this computer gave no sign of life for a while. */
export function takenOver(ports: Ports, session: Session, holder: LockHolder): string {
  const label = labelOf(ports, session);
  return `${label} is not saved here any more, because somebody took it over: ${holderInWords(holder)}.`;
}

interface StandsThere {
  message: string;
  canBringIn: boolean;
  /** It has everything that is here in its history. */
  holdsOurs: boolean;
}

/** What took the place of the file that was open. */
export async function whatStandsThere(ports: Ports, session: Session, changed: string): Promise<StandsThere> {
  const read = await ports.bidFiles.read(session.place);
  const other = { canBringIn: false, holdsOurs: false };
  if (!read.ok) return { ...other, message: `${changed} What stands there now: ${read.error.message}` };
  const { bid, log } = read.value;
  if (bid.id === session.bid.id)
    return { canBringIn: true, holdsOurs: log.entries.has(session.log.head), message: changed };
  return { ...other, message: `${changed} What stands there now is another bid, “${bid.title}”.` };
}

/** The file was there before, and was not when it was to be saved. */
export async function writtenAgain(ports: Ports, session: Session): Promise<OpeningNotice> {
  const label = labelOf(ports, session);
  const again = `${label} was moved, renamed or deleted while it was open here. Nothing is lost: your work was written again in the old place.`;
  return besides(ports, session, { kind: "written-again", message: again });
}

/** The file is found to be gone while nothing waits to be saved. */
export async function isGone(ports: Ports, session: Session): Promise<OpeningNotice> {
  const label = labelOf(ports, session);
  const next = session.readOnly === undefined ? " It is written again in the old place with your next change." : "";
  const message = `${label} is not there any more: it was moved, renamed or deleted.${next}`;
  return besides(ports, session, { kind: "gone", message });
}

async function besides(ports: Ports, session: Session, notice: OpeningNotice): Promise<OpeningNotice> {
  const copies = await ports.bidFiles.copiesBeside(session.place, session.bid.id);
  const named = copies.map((copy) => copy.label).join(", ");
  const beside =
    copies.length === 0
      ? "If it was renamed or moved, the other file does not hold what is typed here from now on."
      : `Beside it stands ${named}, which holds this bid as well: it may be the one that was renamed.`;
  const at = ports.clock.now().toISOString();
  return { ...notice, message: `${notice.message} ${beside}`, at, ...(copies.length > 0 ? { copies } : {}) };
}
