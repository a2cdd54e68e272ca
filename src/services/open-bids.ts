import type { Bid } from "../bids/bid-schema.ts";
import type { InputOf, OperationError } from "../contract/define.ts";
import type { AppContract, OpenBid } from "../contract/contract.ts";
import type { PlaceView } from "../contract/views.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { newSession, type Session, type Sessions } from "./bid-sessions.ts";
import type { Ports } from "./ports.ts";
import { findScheme, readReference } from "./shelf.ts";

export function viewOf(ports: Ports, session: Session): OpenBid {
  const place = ports.places.view(session.place) ?? { token: session.place, label: "", folder: "" };
  const { check, appraisal } = session.assessment;
  return { bid: session.bid, check, appraisal, place, saved: session.saved };
}

type NewBidCode = "no-such-scheme" | "no-such-strand" | "no-such-place" | "cannot-write";

/** Makes an empty bid in a folder and saves it before the first word is typed. */
export async function newBid(
  ports: Ports,
  sessions: Sessions,
  wanted: InputOf<AppContract["newBid"]>,
): Promise<Result<OpenBid, OperationError<NewBidCode>>> {
  const found = await findScheme(ports, wanted.scheme);
  if (!found.ok) return found;
  const scheme = found.value;
  if (!scheme.strands.some((one) => one.id === wanted.strand)) {
    return fail({ code: "no-such-strand", message: `${scheme.title} has no strand “${wanted.strand}”.` });
  }
  const place = await ports.places.newFile(wanted.folder, wanted.title, ".bid");
  if (!place) return fail({ code: "no-such-place", message: "That folder is not there any more. Choose another." });
  const bid = emptyBid(scheme, { id: ports.ids.next(), title: wanted.title, strand: wanted.strand });
  const reference = await readReference(ports);
  const session = newSession(
    { bid, attachments: new Map() },
    { scheme, reference, place: place.token, saved: { state: "saving" } },
  );
  const saved = await sessions.save(session);
  if (saved.state === "failed")
    return fail({ code: "cannot-write", message: saved.message ?? "The bid could not be saved." });
  sessions.add(session);
  await remember(ports, session);
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

type OpenCode = "no-such-place" | "cannot-read" | "no-such-scheme";

/** Opens a bid file; one that is open already is shown as it stands. */
export async function openBid(
  ports: Ports,
  sessions: Sessions,
  token: string,
): Promise<Result<OpenBid, OperationError<OpenCode>>> {
  const place = ports.places.view(token);
  if (!place) return fail({ code: "no-such-place", message: "That file is not there any more. Choose it again." });
  const read = await ports.bidFiles.read(token);
  if (!read.ok) return fail({ code: "cannot-read", message: read.error.message });
  const already = sessions.get(read.value.bid.id);
  if (already && already.place === token) return ok(viewOf(ports, already));
  const found = await findScheme(ports, read.value.bid.scheme.id);
  if (!found.ok) return found;
  const reference = await readReference(ports);
  const saved = { state: "saved", savedAt: ports.clock.now().toISOString() } as const;
  const session = newSession(read.value, { scheme: found.value, reference, place: token, saved });
  sessions.add(session);
  await remember(ports, session);
  return ok(viewOf(ports, session));
}

async function remember(ports: Ports, session: Session): Promise<void> {
  await ports.recent.add(session.place, session.bid.title, ports.clock.now().toISOString());
}

/** Writes the bid to another folder and goes on working there. */
export async function saveElsewhere(
  ports: Ports,
  sessions: Sessions,
  { session, folder }: { session: Session; folder: string },
): Promise<Result<{ place: PlaceView; saved: Session["saved"] }, OperationError<"no-such-place" | "cannot-write">>> {
  const place = await ports.places.newFile(folder, session.bid.title, ".bid");
  if (!place) return fail({ code: "no-such-place", message: "That folder is not there any more. Choose another." });
  const before = session.place;
  session.place = place.token;
  const saved = await sessions.save(session);
  if (saved.state === "failed") {
    session.place = before;
    return fail({ code: "cannot-write", message: saved.message ?? "The bid could not be saved there." });
  }
  await remember(ports, session);
  return ok({ place, saved });
}
