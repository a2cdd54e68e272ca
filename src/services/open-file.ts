import type { InputOf, OperationError } from "../contract/define.ts";
import type { AppContract, contract } from "../contract/contract.ts";
import type { OpenBid } from "../contract/open-bid.ts";
import type { OpeningNotice, PlaceView } from "../contract/views.ts";
import { questionsOf, type Scheme } from "../schemes/scheme-schema.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { newSession, type Sessions } from "./bid-sessions.ts";
import { bringBackJournal } from "./bring-back-journal.ts";
import { holderInWords } from "./file-words.ts";
import { admit, viewOf } from "./open-bids.ts";
import type { Contribution, LockHolder, Ports, ReadBid, StoredBid } from "./ports.ts";
import { placeOfCopy } from "./place-of-copy.ts";
import { versionNotice } from "./scheme-versions.ts";
import { findScheme, readReference } from "./shelf.ts";

type OpenCode = (typeof contract.openBid.errors)[number];
type Opened = Result<OpenBid, OperationError<OpenCode>>;
type Asked = InputOf<AppContract["openBid"]>;

/** Opens a bid file in the way asked for; one that is open already is shown as it stands. */
export async function openBid(ports: Ports, sessions: Sessions, asked: Asked): Promise<Opened> {
  const place = ports.places.view(asked.token);
  if (!place) return refuse("no-such-place", "That file is not there any more. Choose it again.");
  const open = sessions.all().find((one) => one.place === asked.token && one.readOnly === undefined);
  if (open) return ok(viewOf(ports, open));
  if (asked.as === "salvage") return salvage(ports, sessions, place);
  if (asked.as === "copy") return openCopy(ports, sessions, place, asked.beside ?? asked.token);
  return openItself(ports, sessions, place, asked);
}

async function openItself(ports: Ports, sessions: Sessions, place: PlaceView, asked: Asked): Promise<Opened> {
  const read = await readFor(ports, asked);
  if (!read.ok) return read;
  const { id } = read.value.bid;
  if (sessions.all().some((one) => one.bid.id === id && one.readOnly === undefined)) {
    return refuse(
      "open-here-already",
      "Another copy of this bid is open here. Bring this one in from there, or close that one first.",
    );
  }
  if (asked.as === "read-only")
    return begin(ports, sessions, { readOnly: "You opened it to read only.", ...read.value, place });
  const who = await ports.person.name();
  const lock = await ports.locks.take(asked.token, { who, takeOver: asked.as === "take-over" });
  if (!lock.taken) {
    return refuse(lock.holder.stale ? "left-open" : "opened-elsewhere", openElsewhere(place.label, lock.holder));
  }
  return begin(ports, sessions, { ...read.value, place });
}

function refuse(code: OpenCode, message: string): Opened & { ok: false } {
  return fail({ code, message });
}

function openElsewhere(file: string, holder: LockHolder): string {
  const held = `${file} is open: ${holderInWords(holder)}.`;
  return holder.stale ? `${held} That was a while ago, so you can take it over.` : held;
}

type Readable = Omit<ToOpen, "place">;

async function readFor(ports: Ports, { token, as }: Asked): Promise<Result<Readable, OperationError<OpenCode>>> {
  const read = await ports.bidFiles.read(token);
  if (read.ok) return read;
  const { code, message } = read.error;
  const newer = code === "newer" && as === "read-only" ? await readNewer(ports, token, message) : undefined;
  if (newer) return ok(newer);
  if (code === "damaged") return refuse("damaged", message);
  return refuse(code === "newer" ? "newer-format" : "cannot-read", message);
}

/** What can be understood of a file that a newer Bidwright wrote, with what of it cannot. */
async function readNewer(ports: Ports, token: string, readOnly: string): Promise<Readable | undefined> {
  const { stored, lost, newer = [], mended, sha256 = "" } = await ports.bidFiles.salvage(token);
  const message = "What you see here may not be the newest, nor all of it.";
  // Why it can only be read says that already.
  const more = lost.filter((one) => !newer.includes(one));
  return stored && { ...stored, sha256, readOnly, notices: [{ kind: "read-only", message, lost: more, mended }] };
}

/** Opens what is sound of a damaged file as a copy beside it; the damaged one is kept. */
async function salvage(ports: Ports, sessions: Sessions, place: PlaceView): Promise<Opened> {
  const { stored, lost, mended } = await ports.bidFiles.salvage(place.token);
  if (!stored) return refuse("nothing-sound", [`${place.label} is damaged all through.`, ...lost].join(" "));
  const message = `What is sound of ${place.label} was opened as a copy. ${place.label} itself is kept as it is.`;
  const notice: OpeningNotice = { kind: "damaged", message, lost, mended };
  return openAs(ports, sessions, { stored, beside: place.token, suffix: "recovered", notice });
}

async function openCopy(ports: Ports, sessions: Sessions, place: PlaceView, beside: string): Promise<Opened> {
  const read = await ports.bidFiles.read(place.token);
  if (!read.ok) return refuse(read.error.code === "damaged" ? "damaged" : "cannot-read", read.error.message);
  const message = await copyInWords(ports, place, beside);
  return openAs(ports, sessions, {
    stored: read.value,
    beside,
    suffix: "working copy",
    notice: { kind: "copies", message },
  });
}

/** What is kept in the app's own folder is an earlier save of the file beside which it is opened. */
async function copyInWords(ports: Ports, place: PlaceView, beside: string): Promise<string> {
  const together = "Bring the two together when you are done.";
  const other = beside === place.token ? undefined : ports.places.view(beside)?.label;
  if (other === undefined) return `You are working on a copy of ${place.label}. ${together}`;
  const working = `You are working on an earlier save of ${other}`;
  const opens = (await ports.bidFiles.read(beside)).ok;
  return opens ? `${working}. ${together}` : `${working}, which cannot be opened and is kept as it is.`;
}

interface CopyWanted {
  stored: StoredBid;
  /** The file in whose folder the copy goes. */
  beside: string;
  suffix: "working copy" | "recovered";
  notice: OpeningNotice;
}

async function openAs(
  ports: Ports,
  sessions: Sessions,
  { stored, beside, suffix, notice }: CopyWanted,
): Promise<Opened> {
  const open = sessions.get(stored.bid.id);
  if (open && open.readOnly === undefined)
    return refuse("open-here-already", "This bid is open here. Close it first, then open the copy.");
  const place = await placeOfCopy(ports, beside, { title: stored.bid.title, suffix });
  if (!place) return refuse("no-such-place", "The folder of that file is not there any more.");
  const written = await ports.bidFiles.write(place.token, stored, undefined);
  if (!written.ok) return refuse("cannot-write", written.error.message);
  await ports.locks.take(place.token, { who: await ports.person.name() });
  const isBeside = ports.places.view(beside)?.folder === place.folder;
  const message = isBeside ? notice.message : `${notice.message} The copy is in ${place.folder}.`;
  return begin(ports, sessions, {
    ...stored,
    sha256: written.value.sha256,
    place,
    notices: [{ ...notice, message }],
  });
}

interface ToOpen extends ReadBid {
  place: PlaceView;
  readOnly?: string;
  notices?: OpeningNotice[];
}

async function begin(ports: Ports, sessions: Sessions, toOpen: ToOpen): Promise<Opened> {
  const { place, readOnly, sha256, notices = [], ...stored } = toOpen;
  const found = await findScheme(ports, stored.bid.scheme.id);
  if (!found.ok) return found;
  const scheme = stored.contribution ? partOf(found.value, stored.contribution) : found.value;
  const now = ports.clock.now().toISOString();
  const reference = await readReference(ports);
  const recovered =
    readOnly === undefined
      ? await bringBackJournal(ports, scheme, { stored, place: place.token })
      : { ...stored, notices: [] };
  const changed = recovered.log.head !== stored.log.head;
  const session = newSession(recovered, {
    scheme,
    reference,
    place: place.token,
    who: await ports.person.name(),
    saved: { state: changed ? "saving" : "saved", savedAt: now, safeAt: now },
    notices: [
      ...notices,
      ...recovered.notices,
      ...additionsNotice(stored),
      ...(await versionNotice(ports, scheme, { bid: recovered.bid, reference })),
      ...(await copiesNotice(ports, place, stored.bid.id)),
    ],
    ...(sha256 === "" ? {} : { onDisk: sha256 }),
    ...(readOnly === undefined ? {} : { readOnly }),
  });
  await admit(ports, sessions, session);
  if (changed) void sessions.save(session);
  return ok(viewOf(ports, session));
}

/** The scheme as a contribution file shows it: only the sections that were sent, and no rules to judge a part by. */
export function partOf(scheme: Scheme, { questions }: Contribution): Scheme {
  const sent = new Set(questions);
  const sections = scheme.sections.filter((section) => section.questions.some((one) => sent.has(one.id)));
  const held = new Set(questionsOf({ ...scheme, sections }).map((one) => one.id));
  return {
    ...scheme,
    sections: sections.filter((section) => section.questions.every((one) => held.has(one.id))),
    rules: [],
  };
}

function additionsNotice({ additions }: StoredBid): OpeningNotice[] {
  if (!additions) return [];
  const message = "It holds something that this Bidwright does not show. That is kept as it is when you save.";
  return [{ kind: "added", message }];
}

async function copiesNotice(ports: Ports, { token }: PlaceView, bid: string): Promise<OpeningNotice[]> {
  const copies = await ports.bidFiles.copiesBeside(token, bid);
  if (copies.length === 0) return [];
  const named = copies.map((copy) => copy.label).join(", ");
  return [{ kind: "copies", message: `Other copies of this bid stand beside it: ${named}.`, copies }];
}
