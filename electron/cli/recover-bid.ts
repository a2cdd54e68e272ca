import path from "node:path";
import { missingFiles } from "../../src/bids/attached-files.ts";
import type { ConflictView } from "../../src/contract/views.ts";
import { compareBids, type Difference } from "../../src/history/compare.ts";
import { stateAt } from "../../src/history/log.ts";
import type { StoredBid } from "../../src/services/ports.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { freeBeside, schemeOf, writeBid, type CommandPorts, type Written } from "./bid-on-disk.ts";
import { newestGood, withBackup } from "./recover-backup.ts";
import { counted, type Having, type Source, type Unreadable } from "./recovery.ts";
import { bringBack } from "./bring-back.ts";
import { localTime } from "./local-time.ts";
import { conflictsOf } from "./merge-copies.ts";
import { Refusal } from "./refusal.ts";
import { savedHere, type SavedHere } from "./saved-here.ts";

export interface RecoveredBid extends Written {
  title: string;
  bid: string;
  sources: Source[];
  /** What is gone or doubtful. */
  lost: string[];
  /** What was damaged and was put right. */
  mended: string[];
  /** What the file holds and its history does not say: changed by something else, or after the history breaks off. */
  apart: Difference[];
  /** Other bids that were saved under the file's name, where the file does not say which it was. */
  others: string[];
  conflicts: ConflictView[];
}

interface Wanted {
  file: string;
  /** Beside the file, under a name that says what it is, where none is given. */
  out: string | undefined;
  replace: boolean;
  /** The bid's id, for where the file does not say it any more. */
  bid?: string;
}

/**
 * Puts together the best that can be had of a bid: what is sound of its file, the newest good backup where the file is
 * damaged, and what this computer's journal holds beyond both. The damaged file is not changed.
 *
 * @throws {@link Refusal} where there is nothing to be had
 */
export async function recoverBid(ports: CommandPorts, wanted: Wanted): Promise<RecoveredBid> {
  const { file, replace, bid } = wanted;
  const out = wanted.out ?? (await freeBeside(file, "recovered"));
  if (path.resolve(out) === path.resolve(file)) {
    throw new Refusal([
      "Give the new file another name: the damaged one is kept until you have looked at the new one.",
    ]);
  }
  const { place, ...best } = await bestOf(ports, file, bid);
  const { stored, sources, lost, mended, apart = [] } = await withJournal(ports, best, file);
  const missing = missingFiles(stored).map(({ name }) => `The attached file “${name}” is lost: attach it again.`);
  const written = await writeBid(ports, stored, { out, replace });
  const scheme = await schemeOf(ports, stored.bid.scheme.id);
  return {
    ...written,
    title: stored.bid.title,
    bid: stored.bid.id,
    sources,
    lost: [...new Set([...lost, ...missing])],
    mended,
    apart,
    others: place?.others ?? [],
    conflicts: conflictsOf({ ...stored, scheme }),
  };
}

interface Best extends Having {
  /** What was saved in the file's place, where neither it nor the caller says which bid it was. */
  place?: SavedHere;
}

/** What is sound of the file, with the newest good backup where it is not whole. */
async function bestOf(ports: CommandPorts, file: string, given: string | undefined): Promise<Best> {
  const found = await fromFile(ports, file);
  if (!found.ok) return withoutFile(ports, { file, given, ...found.error });
  const { stored, lost } = found.value;
  const more = lost.length === 0 ? undefined : await withBackup(ports, found, stored.bid.id);
  return more ?? found.value;
}

/** Which bid it was, the file says, or else the caller, or else what was saved in its place. */
async function withoutFile(
  ports: CommandPorts,
  { file, given, ...nothing }: Unreadable & { file: string; given: string | undefined },
): Promise<Best> {
  const said = nothing.bid ?? given;
  const place = said === undefined ? await savedHere(ports, file) : undefined;
  const id = said ?? place?.bid;
  const having = id === undefined ? undefined : await withBackup(ports, fail(nothing), id);
  if (!having) throw new Refusal([...nothing.faults, ...(await nothingElse(ports, id, place))]);
  return place ? { ...having, sources: [{ source: "place", says: place.says }, ...having.sources], place } : having;
}

/** Where the file does not say which bid it was, what this computer keeps may say it. */
async function nothingElse(ports: CommandPorts, id: string | undefined, place?: SavedHere): Promise<string[]> {
  if (id !== undefined) {
    const { entries } = await ports.journals.read(id);
    const typed = `Its journal keeps ${counted(entries.length, "change", "changes")} of it: put any older copy of the bid in the file's place, and recover that.`;
    const none = ["This computer keeps no good copy of it either.", ...(entries.length === 0 ? [] : [typed])];
    return place ? [place.says, ...none, ...place.others] : none;
  }
  const kept = await Promise.all((await ports.journals.waiting()).map(({ bid }) => newestGood(ports, bid)));
  const known = kept.flatMap((one) => (one ? [`“${one.stored.bid.title}” is --bid ${one.stored.bid.id}.`] : []));
  const hint = "The file does not say which bid it was. If you know its id, say it: --bid <id>.";
  return known.length === 0 ? [hint] : [hint, "This computer keeps unsaved work on these:", ...known];
}

async function fromFile(ports: CommandPorts, file: string): Promise<Result<Having, Unreadable>> {
  const { token } = ports.places.file(file);
  const read = await ports.bidFiles.read(token);
  if (read.ok)
    return ok({ stored: read.value, sources: [{ source: "file", says: "The file is sound." }], lost: [], mended: [] });
  if (read.error.code === "newer") throw new Refusal([read.error.message]);
  if (read.error.code !== "damaged") return fail({ faults: [read.error.message] });
  const { stored, lost, mended, bid, head, own } = await ports.bidFiles.salvage(token);
  const newest = head === undefined ? {} : { head };
  if (!stored) return fail({ faults: [read.error.message, ...lost], ...(bid === undefined ? {} : { bid }), ...newest });
  const says = `From the file: what is sound of it, with ${counted(stored.log.entries.size, "entry", "entries")} of its history.`;
  const standing = own ? { own: true as const, apart: await standingApart(ports, stored, own.after) } : {};
  return ok({ stored, sources: [{ source: "file", says }], lost, mended, ...newest, ...standing });
}

/** What the answers in the file have that its history does not say, from its newest sound entry on. */
async function standingApart(ports: CommandPorts, { bid, log }: StoredBid, after?: string): Promise<Difference[]> {
  const then = after === undefined ? undefined : stateAt(log, after);
  return then?.ok ? compareBids(await schemeOf(ports, bid.scheme.id), then.value, bid) : [];
}

/** Adds what was typed on this computer and never reached the file. */
async function withJournal(ports: CommandPorts, having: Having, file: string): Promise<Having> {
  const { stored, sources, lost } = having;
  const { entries, unreadable } = await ports.journals.read(stored.bid.id);
  const torn = unreadable === 0 ? [] : [`Lines of this computer's journal that could not be read: ${unreadable}.`];
  const missing = entries.filter((one) => !stored.log.entries.has(one.id));
  if (missing.length === 0) return { ...having, lost: [...lost, ...torn] };
  const scheme = await schemeOf(ports, stored.bid.scheme.id);
  const { log, bid, strays } = bringBack({ scheme, hash: ports.bytes.hashText }, stored, missing);
  const elsewhere = await ports.journals.typedElsewhere(stored.bid.id, ports.places.file(file).token);
  const files = [...new Set(missing.flatMap(({ id }) => elsewhere.get(id) ?? []))];
  const typedIn = files.length === 0 ? "" : `, typed in ${files.join(" and ")}`;
  const says = `From this computer's journal: ${counted(missing.length - strays.length, "change", "changes")} that had not reached the file${typedIn}.`;
  const unfit = strays.map(({ at, who, about }) => {
    return `${localTime(at)}, ${who}: ${about}. It does not fit what was recovered; this computer's journal keeps it.`;
  });
  return {
    ...having,
    stored: { ...stored, log, bid },
    sources: [...sources, { source: "journal", says }],
    lost: [...lost, ...torn, ...unfit],
  };
}
