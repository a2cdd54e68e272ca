import type { Bid } from "../../src/bids/bid-schema.ts";
import type { Edit } from "../../src/bids/edit.ts";
import { append, beginLog, entryAt, headEntry, type Entry, type Log } from "../../src/history/log.ts";
import { changesFor } from "../../src/history/merge-logs.ts";
import { same } from "../../src/history/same.ts";
import type { Salvage, StoredBid } from "../../src/services/ports.ts";
import { migrated, readBid } from "./bid-container.ts";
import { names } from "./bid-manifest.ts";
import { localTime } from "../../src/shared/moments.ts";
import { sha256 } from "./hash.ts";
import { foldTo } from "./proven-log.ts";
import { soundLog, type SoundLog } from "./sound-log.ts";
import { soundPart, type Pieces } from "./sound-parts.ts";

/** A bid and its history, as far as they are sound, what is not in them, and what was damaged and is whole again. */
export interface Rescued extends Pick<StoredBid, "bid" | "log">, Pick<Salvage, "own"> {
  lost: string[];
  mended: string[];
}

/** The bid in its own part goes before what its log makes of it: the log may have been cut short. */
export function rescue(pieces: Pieces): Rescued | undefined {
  const whole = readBid(soundPart(pieces, names.bid));
  const bid = whole.ok ? whole.value : undefined;
  const found = soundLog(pieces, bid?.id);
  const state = found && foldTo(found.log);
  if (found && state?.ok) return withLog(found, state.value, bid);
  return bid ? withoutLog(pieces, bid) : doubtfulBid(pieces);
}

function withLog(found: SoundLog, state: Bid, bid: Bid | undefined): Rescued {
  const { log, complete } = found;
  const moment = momentOf(headEntry(log));
  const cut = complete ? [] : [`The history is whole only up to ${moment}.`];
  if (bid && same(state, bid)) return { bid, log, lost: cut, mended: [], own: {} };
  const bridged = bid && bridge(log, state, bid);
  if (!bid || !bridged) {
    const { lost, mended } = bidIsFrom(found);
    return { bid: state, log, lost: [...cut, ...lost], mended };
  }
  return {
    bid,
    log: bridged,
    lost: [...cut, complete ? outside : `Who changed what after ${moment}, and when, is lost.`],
    mended: ["What was changed after that is in the bid all the same."],
    own: { after: log.head },
  };
}

const outside =
  "The bid is not what its history makes of it: something other than this app changed it after the newest entry.";

function momentOf({ at, about, who }: Entry): string {
  return `${localTime(at)} (“${about}”, ${who})`;
}

function bidIsFrom({ log, complete, apart }: SoundLog): Pick<Rescued, "lost" | "mended"> {
  const again = "The bid itself was damaged and was made again from its history";
  if (complete) return { lost: [], mended: [`${again}. Nothing of it is lost.`] };
  const moment = momentOf(headEntry(log));
  const merge = "What had come in from another copy is in the history, but not in the bid: merge that copy again.";
  return {
    lost: [`What was changed after ${moment} is lost.`, ...(apart ? [merge] : [])],
    mended: [`${again}, as it stood at ${moment}.`],
  };
}

/** One entry from where the sound history ends to the bid as it is. */
function bridge(log: Log, from: Bid, to: Bid): Log | undefined {
  if (from.id !== to.id || from.scheme.id !== to.scheme.id || from.scheme.version !== to.scheme.version)
    return undefined;
  const changes = changesFor(from, editsBetween(from, to));
  const { at } = entryAt(log, log.head);
  const about = "Rescued from a damaged file, the history since then being lost";
  return append(log, { at, who: "Rescue", about, changes }, sha256);
}

function editsBetween(from: Bid, to: Bid): Edit[] {
  const questions = [...new Set([...Object.keys(from.answers), ...Object.keys(to.answers)])];
  const changed = questions.filter((question) => !same(from.answers[question], to.answers[question]));
  return [
    ...(from.title === to.title ? [] : [{ do: "retitle" as const, title: to.title }]),
    ...(from.strand === to.strand ? [] : [{ do: "choose-strand" as const, strand: to.strand }]),
    ...(from.marking === to.marking ? [] : [{ do: "mark" as const, marking: to.marking }]),
    ...(from.scheme.version === to.scheme.version ? [] : [{ do: "adopt-scheme" as const, version: to.scheme.version }]),
    ...changed.map((question) => ({ do: "answer" as const, question, value: to.answers[question] ?? null })),
  ];
}

const noHistory =
  "The history of the bid is lost: it begins again with the bid as it is, so that it cannot be merged with older copies.";

function withoutLog({ parts, manifest }: Pieces, bid: Bid): Rescued {
  if (manifest?.version === 1) return { ...migrated(bid), lost: [], mended: [] };
  const known = manifest !== undefined || parts.some(({ name }) => name === names.log);
  const lost = [known ? noHistory : "No history of the bid was found in the file."];
  return { ...restarted(bid), lost, mended: [], own: {} };
}

function restarted(bid: Bid): Pick<StoredBid, "bid" | "log"> {
  const log = beginLog(bid, { who: "Rescue", at: "1970-01-01T00:00:00.000Z" }, sha256);
  return { bid: headEntry(log).start ?? bid, log };
}

/** The last resort: a bid that reads well, but whose checksum is wrong or gone. */
function doubtfulBid({ parts, manifest }: Pieces): Rescued | undefined {
  const read = parts.filter(({ name }) => name === names.bid).map(({ bytes }) => readBid(bytes));
  const [bid] = read.flatMap((one) => (one.ok ? [one.value] : []));
  if (!bid || (manifest && manifest.version !== 1 && manifest.bid !== bid.id)) return undefined;
  const doubt = "The bid reads well, but its checksum is wrong: check every answer against another copy.";
  return { ...restarted(bid), lost: [doubt, noHistory], mended: [] };
}
