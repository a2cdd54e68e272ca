import type { InputOf, OperationError } from "../contract/define.ts";
import type { AppContract, OpenBid } from "../contract/contract.ts";
import type { OpeningNotice, PlaceView } from "../contract/views.ts";
import { stateAt, type Entry } from "../history/log.ts";
import { mergeLogs } from "../history/merge-logs.ts";
import { questionsOf, type Scheme } from "../schemes/scheme-schema.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { newSession, type Sessions } from "./bid-sessions.ts";
import { admit, viewOf } from "./open-bids.ts";
import type { Contribution, LockHolder, Ports, ReadBid, StoredBid } from "./ports.ts";
import { findScheme, readReference } from "./shelf.ts";

type OpenCode =
  "no-such-place" | "cannot-read" | "no-such-scheme" | "opened-elsewhere" | "damaged" | "newer-format" | "cannot-write";
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
  const read = await readFor(ports, asked);
  if (!read.ok) return read;
  const { id } = read.value.bid;
  if (sessions.all().some((one) => one.bid.id === id && one.readOnly === undefined)) {
    return refuse(
      "opened-elsewhere",
      "Another copy of this bid is open here. Bring this one in from there, or close that one first.",
    );
  }
  if (asked.as === "read-only")
    return begin(ports, sessions, { ...read.value, place, readOnly: "You opened it to read only." });
  const who = await ports.person.name();
  const lock = await ports.locks.take(asked.token, { who, takeOver: asked.as === "take-over" });
  if (!lock.taken) return refuse("opened-elsewhere", holderInWords(place.label, lock.holder));
  return begin(ports, sessions, { ...read.value, place });
}

function refuse(code: OpenCode, message: string): Opened & { ok: false } {
  return fail({ code, message });
}

function holderInWords(file: string, { who, computer, since, lastActive, stale }: LockHolder): string {
  const at = (time: string) => `${time.slice(0, 10)} ${time.slice(11, 16)}`;
  const held = `${file} is open: ${who} on ${computer}, since ${at(since)} (UTC), last active ${at(lastActive)}.`;
  return stale ? `${held} That was a while ago, so you can take it over.` : held;
}

async function readFor(ports: Ports, { token, as }: Asked): Promise<Result<ReadBid, OperationError<OpenCode>>> {
  const read = await ports.bidFiles.read(token);
  if (read.ok) return read;
  const { code, message } = read.error;
  if (code === "newer" && as === "read-only") {
    const { stored } = await ports.bidFiles.salvage(token);
    if (stored) return ok({ ...stored, sha256: "" });
  }
  if (code === "damaged") return refuse("damaged", message);
  return refuse(code === "newer" ? "newer-format" : "cannot-read", message);
}

/** Opens what is sound of a damaged file as a copy beside it; the damaged one is kept. */
async function salvage(ports: Ports, sessions: Sessions, place: PlaceView): Promise<Opened> {
  const { stored, lost } = await ports.bidFiles.salvage(place.token);
  if (!stored) return refuse("damaged", `Nothing could be read from ${place.label}. ${lost.join(" ")}`);
  const notice: OpeningNotice = {
    kind: "damaged",
    message: [`What is sound of ${place.label} was opened as a copy.`, ...lost].join(" "),
  };
  return openAs(ports, sessions, { stored, beside: place.token, suffix: "recovered", notice });
}

async function openCopy(ports: Ports, sessions: Sessions, place: PlaceView, beside: string): Promise<Opened> {
  const read = await ports.bidFiles.read(place.token);
  if (!read.ok) return refuse(read.error.code === "damaged" ? "damaged" : "cannot-read", read.error.message);
  const other = beside === place.token ? undefined : ports.places.view(beside)?.label;
  const what = other === undefined ? `a copy of ${place.label}` : `an earlier save of ${other}`;
  const message = `You are working on ${what}. Bring the two together when you are done.`;
  return openAs(ports, sessions, {
    stored: read.value,
    beside,
    suffix: "working copy",
    notice: { kind: "copies", message },
  });
}

/** File names are cut short, and what a copy is must still stand in its name. */
const longestTitle = 60;

interface CopyWanted {
  stored: StoredBid;
  /** The file in whose folder the copy goes. */
  beside: string;
  suffix: string;
  notice: OpeningNotice;
}

async function openAs(
  ports: Ports,
  sessions: Sessions,
  { stored, beside, suffix, notice }: CopyWanted,
): Promise<Opened> {
  const open = sessions.get(stored.bid.id);
  if (open && open.readOnly === undefined)
    return refuse("opened-elsewhere", "This bid is open here. Close it first, then open the copy.");
  const place = await ports.places.fileBeside(beside, `${stored.bid.title.slice(0, longestTitle)} (${suffix})`, ".bid");
  if (!place) return refuse("no-such-place", "The folder of that file is not there any more.");
  const written = await ports.bidFiles.write(place.token, stored, undefined);
  if (!written.ok) return refuse("cannot-write", written.error.message);
  await ports.locks.take(place.token, { who: await ports.person.name() });
  return begin(ports, sessions, { ...stored, sha256: written.value.sha256, place, notices: [notice] });
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
  const recovered = readOnly === undefined ? await recover(ports, scheme, stored) : { ...stored, notices: [] };
  const changed = recovered.log.head !== stored.log.head;
  const session = newSession(recovered, {
    scheme,
    reference: await readReference(ports),
    place: place.token,
    who: await ports.person.name(),
    saved: { state: changed ? "saving" : "saved", savedAt: now, safeAt: now },
    notices: [...notices, ...recovered.notices, ...(await copiesNotice(ports, place, stored.bid.id))],
    ...(sha256 === "" ? {} : { onDisk: sha256 }),
    ...(readOnly === undefined ? {} : { readOnly }),
  });
  await admit(ports, sessions, session);
  if (changed) void sessions.save(session);
  return ok(viewOf(ports, session));
}

/** The scheme as a contribution file shows it: only the sections that were sent, and no rules to judge a part by. */
function partOf(scheme: Scheme, { questions }: Contribution): Scheme {
  const sent = new Set(questions);
  const sections = scheme.sections.filter((section) => section.questions.some((one) => sent.has(one.id)));
  const held = new Set(questionsOf({ ...scheme, sections }).map((one) => one.id));
  return {
    ...scheme,
    sections: sections.filter((section) => section.questions.every((one) => held.has(one.id))),
    rules: [],
  };
}

interface Recovered extends StoredBid {
  notices: OpeningNotice[];
}

/** Brings back what was typed and is not in the file: after a crash, a full disk, or a share that went away. */
async function recover(ports: Ports, scheme: Scheme, stored: StoredBid): Promise<Recovered> {
  const { entries, unreadable } = await ports.journals.read(stored.bid.id);
  const notices: OpeningNotice[] = [];
  if (unreadable > 0) {
    notices.push({ kind: "damaged", message: "The last moments before the app stopped could not all be read." });
  }
  const missing = entries.filter((one) => !stored.log.entries.has(one.id));
  if (missing.length === 0) return { ...stored, notices };
  const count = missing.length === 1 ? "1 change" : `${missing.length} changes`;
  const joined = join(ports, scheme, stored, missing);
  const message = joined
    ? `${count} that had not reached the file came back.`
    : `${count} kept on this computer do not fit this file. They are still kept.`;
  notices.push({ kind: joined ? "recovered" : "damaged", message });
  return { ...stored, ...joined, notices };
}

/** The file's log with every line of entries that was kept apart from it, one after another. */
function join(
  ports: Ports,
  scheme: Scheme,
  { log }: StoredBid,
  missing: readonly Entry[],
): Pick<StoredBid, "log" | "bid"> | undefined {
  const entries = new Map([...log.entries, ...missing.map((one) => [one.id, one] as const)]);
  if (!missing.every((one) => one.parents.every((parent) => entries.has(parent)))) return undefined;
  const inner = new Set(missing.flatMap((one) => one.parents));
  const newest = missing.filter((one) => !inner.has(one.id));
  let whole = log;
  for (const { id } of newest) {
    const merged = mergeLogs(scheme, whole, { entries, head: id }, ports.bytes.hashText);
    if (!merged.ok) return undefined;
    whole = merged.value.log;
  }
  const state = stateAt(whole, whole.head);
  return state.ok ? { log: whole, bid: state.value } : undefined;
}

async function copiesNotice(ports: Ports, { token }: PlaceView, bid: string): Promise<OpeningNotice[]> {
  const copies = await ports.bidFiles.copiesBeside(token, bid);
  if (copies.length === 0) return [];
  const named = copies.map((copy) => copy.label).join(", ");
  return [{ kind: "copies", message: `Other copies of this bid stand beside it: ${named}.`, copies }];
}
