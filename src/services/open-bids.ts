import type { Bid } from "../bids/bid-schema.ts";
import type { InputOf, OperationError } from "../contract/define.ts";
import type { AppContract } from "../contract/contract.ts";
import type { ChangedBid, EditReply, OpenBid } from "../contract/open-bid.ts";
import type { OpeningNotice, PlaceView, SaveState } from "../contract/views.ts";
import { openConflicts } from "../history/settled.ts";
import { undoState } from "../history/undo.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { beginStored, newSession, type Session, type Sessions } from "./bid-sessions.ts";
import { conflictView } from "./conflict-views.ts";
import { noticeTakeOver } from "./notice-outside.ts";
import { placeOfCopy } from "./place-of-copy.ts";
import type { Ports, StoredBid } from "./ports.ts";
import { findScheme, readReference } from "./shelf.ts";

/** The bid as the window shows it when it is opened. */
export function viewOf(ports: Ports, session: Session): OpenBid {
  const place = ports.places.view(session.place) ?? { token: session.place, label: "", folder: "" };
  const { readOnly, notices, contribution } = session;
  const sections = contribution ? { sections: session.scheme.sections.map((one) => one.id) } : {};
  return { ...changedView(session), place, notices, ...(readOnly === undefined ? {} : { readOnly }), ...sections };
}

export function editReply(session: Session): EditReply {
  const { check, appraisal } = session.assessment;
  const { undo, redo } = undoState(session.log);
  return {
    check,
    appraisal,
    saved: session.saved,
    ...(undo ? { undo: undo.about } : {}),
    ...(redo ? { redo: redo.about } : {}),
  };
}

export function changedView(session: Session): ChangedBid {
  const conflicts = openConflicts(session.log).map((one) => conflictView(session, one));
  return { bid: session.bid, ...editReply(session), conflicts };
}

type NewBidCode = "no-such-scheme" | "no-such-strand" | "no-such-place" | "cannot-write";
type Strand = Scheme["strands"][number];

/** Makes an empty bid in a folder and saves it before the first word is typed. */
export async function newBid(
  ports: Ports,
  sessions: Sessions,
  wanted: InputOf<AppContract["newBid"]>,
): Promise<Result<OpenBid, OperationError<NewBidCode>>> {
  const found = await findStrand(ports, wanted);
  if (!found.ok) return found;
  const { scheme } = found.value;
  const bid = emptyBid(scheme, { id: ports.ids.next(), title: wanted.title, strand: wanted.strand });
  return beginBid(ports, sessions, { scheme, folder: wanted.folder, stored: await beginStored(ports, bid) });
}

/** A scheme that can be used, and one strand of it. */
export async function findStrand(
  ports: Ports,
  wanted: { scheme: string; strand: string },
): Promise<Result<{ scheme: Scheme; strand: Strand }, OperationError<"no-such-scheme" | "no-such-strand">>> {
  const found = await findScheme(ports, wanted.scheme);
  if (!found.ok) return found;
  const scheme = found.value;
  const strand = scheme.strands.find((one) => one.id === wanted.strand);
  if (strand) return ok({ scheme, strand });
  return fail({ code: "no-such-strand", message: `${scheme.title} has no strand “${wanted.strand}”.` });
}

interface Beginning {
  scheme: Scheme;
  folder: string;
  stored: StoredBid;
  notices?: OpeningNotice[];
}

/** Writes a bid that was just made to a new file in a folder, and opens it. */
export async function beginBid(
  ports: Ports,
  sessions: Sessions,
  { scheme, folder, stored, notices = [] }: Beginning,
): Promise<Result<OpenBid, OperationError<"no-such-place" | "cannot-write">>> {
  const place = await ports.places.newFile(folder, stored.bid.title, ".bid");
  if (!place) return fail({ code: "no-such-place", message: "That folder is not there any more. Choose another." });
  const who = await ports.person.name();
  const saving = { state: "saving" } as const;
  const at = { scheme, reference: await readReference(ports), place: place.token, who, saved: saving, notices };
  const session = newSession(stored, at);
  const saved = await sessions.save(session);
  if (saved.state !== "saved") {
    return fail({ code: "cannot-write", message: saved.message ?? "The bid could not be saved." });
  }
  await ports.locks.take(session.place, { who });
  await admit(ports, sessions, session);
  return ok(viewOf(ports, session));
}

/** A bid nobody has written in yet. */
export function emptyBid(scheme: Scheme, given: Pick<Bid, "id" | "title" | "strand">): Bid {
  return {
    ...given,
    scheme: { id: scheme.id, version: scheme.version },
    marking: scheme.pack.marking,
    answers: {},
  };
}

/** How often an open bid says that it is still open, in milliseconds. */
const heartbeat = 60_000;

/** Counts a session among the open ones, and keeps its lock alive while it is. */
export async function admit(ports: Ports, sessions: Sessions, session: Session): Promise<void> {
  sessions.add(session);
  await ports.recent.add(session.place, session.bid.title, ports.clock.now().toISOString());
  if (session.readOnly !== undefined) return;
  const beat = async () => {
    if (sessions.get(session.bid.id) !== session) return;
    await noticeTakeOver(ports, session);
    ports.clock.after(heartbeat, () => void beat());
  };
  ports.clock.after(heartbeat, () => void beat());
}

type Moved = { place: PlaceView; saved: SaveState };
type MoveError = OperationError<"no-such-place" | "cannot-write">;

/** Writes the bid to another folder and goes on working there; without a folder, as a copy beside the file. */
export async function saveElsewhere(
  ports: Ports,
  sessions: Sessions,
  { session, folder }: { session: Session; folder?: string },
): Promise<Result<Moved, MoveError>> {
  const { title } = session.bid;
  const before = { place: session.place, onDisk: session.onDisk };
  const place =
    folder === undefined
      ? await placeOfCopy(ports, before.place, { title, suffix: "working copy" })
      : await ports.places.newFile(folder, title, ".bid");
  if (!place) return fail({ code: "no-such-place", message: "That folder is not there any more. Choose another." });
  Object.assign(session, { place: place.token, onDisk: undefined });
  const saved = await sessions.save(session);
  if (saved.state !== "saved") {
    Object.assign(session, before);
    return fail({ code: "cannot-write", message: saved.message ?? "The bid could not be saved there." });
  }
  await ports.locks.release(before.place);
  await ports.locks.take(place.token, { who: session.who });
  await ports.recent.add(place.token, title, ports.clock.now().toISOString());
  if (folder === undefined) session.saved = { ...saved, ...asCopy(ports, before.place) };
  return ok({ place, saved: session.saved });
}

function asCopy(ports: Ports, of: string): Pick<SaveState, "news"> {
  const first = ports.places.view(of);
  if (!first) return {};
  const message = `You now work on a copy of ${first.label}. Bring the two together when you are done.`;
  return { news: { kind: "copies", message, copies: [first], at: ports.clock.now().toISOString() } };
}
