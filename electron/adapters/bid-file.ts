import path from "node:path";
import type { Bid } from "../../src/bids/bid-schema.ts";
import type { BidFiles, FileProblem, ReadBid, Salvage, StoredBid } from "../../src/services/ports.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { packBid, unpackBid } from "./bid-container.ts";
import type { ContainerProblem } from "./bid-manifest.ts";
import { salvageBid } from "./bid-salvage.ts";
import { bidOf, copiesBeside } from "./copies-beside.ts";
import { saveFault, sizeInWords } from "./file-faults.ts";
import { sha256 } from "./hash.ts";
import type { DiskPlaces } from "./places.ts";
import { nothingProved, type ProvedHere } from "./proved-here.ts";
import { largestFile, readWithin } from "./read-within.ts";
import { clearLeftOvers, saveFile, type Disk, type SaveOptions } from "./save-file.ts";
import { standingFiles } from "./standing-file.ts";

export interface BidFileOptions {
  /** Keeps the copy that a save is about to replace; see `backups.ts`. */
  keepPrevious?: (file: string, bid: string) => Promise<void>;
  /** Told where a bid was saved; see `saved-places.ts`. */
  noteSaved?: (file: string, bid: Bid) => Promise<void>;
  proved?: ProvedHere;
  disk?: Disk;
  retryDelays?: readonly number[];
}

/** `.bid` files on disk. */
export function bidFilesOn(places: DiskPlaces, options: BidFileOptions = {}): BidFiles {
  const ours = new Map<string, string>();
  const standing = standingFiles();
  const { proved = nothingProved } = options;
  return {
    read: async (token) => {
      const file = places.pathOf(token);
      if (file === undefined) return unknownPlace("cannot-read");
      await clearLeftOvers(file);
      return readBidFile(file, proved);
    },
    salvage: async (token) => {
      const file = places.pathOf(token);
      return file === undefined ? nothingOf(unknownPlace("cannot-read").error.message) : salvageFile(file);
    },
    write: async (token, stored, expected) => {
      const file = places.pathOf(token);
      if (file === undefined) return unknownPlace("cannot-write");
      return writeBidFile({ file, expected, ours, ...options }, stored);
    },
    standing: async (token, hash) => {
      const file = places.pathOf(token);
      return file === undefined ? "cannot-tell" : standing(file, hash);
    },
    copiesBeside: async (token, bid) => {
      const file = places.pathOf(token);
      return file === undefined ? [] : (await copiesBeside(file, bid)).map(places.file);
    },
  };
}

function unknownPlace(code: FileProblem["code"]) {
  return fail({ code, message: "That place is not known any more. Choose the file again." });
}

async function readBidFile(file: string, proved: ProvedHere): Promise<Result<ReadBid, FileProblem>> {
  const name = `“${path.basename(file)}”`;
  const bytes = await readWithin(file);
  if (!bytes.ok) return fail({ code: "cannot-read", message: `${name} ${bytes.error}` });
  const hash = sha256(bytes.value);
  const read = await unpackBid(bytes.value, (bid) => proved.isKnown(bid, hash));
  if (read.ok) {
    await proved.note(read.value.bid.id, hash);
    return ok({ ...read.value, sha256: hash });
  }
  const { code, says } = read.error;
  return fail({ code, message: `${name} ${says}. ${advice[code]}` });
}

const advice: Record<ContainerProblem["code"], string> = {
  "cannot-read": "Choose a file that ends in .bid.",
  newer: "Open it with the newer one.",
  damaged: "Take out what is sound, or open a copy of it from before; the damaged one was not changed.",
};

async function salvageFile(file: string): Promise<Salvage> {
  const bytes = await readWithin(file);
  if (!bytes.ok) return nothingOf(`“${path.basename(file)}” ${bytes.error}`);
  const { value } = bytes;
  const salvage = await salvageBid(value).catch(() => nothingOf("Nothing of the bid can be read from the file."));
  return { ...salvage, sha256: sha256(value) };
}

function nothingOf(why: string): Salvage {
  return { stored: undefined, lost: [why], mended: [] };
}

interface Write extends BidFileOptions {
  file: string;
  expected: string | undefined;
  /**
   * By file: the hash of what was last written here. A save can fail after its bytes took the file's place,
   * and must not be taken for somebody else's at the next try.
   */
  ours: Map<string, string>;
}

async function writeBidFile(to: Write, stored: StoredBid): ReturnType<BidFiles["write"]> {
  const { file } = to;
  const name = `“${path.basename(file)}”`;
  const refused = (message: string) => fail({ code: "cannot-write" as const, message });
  const packed = await packBid(stored);
  if (!packed.ok) return refused(`${name} ${packed.error}. What is on disk was not changed.`);
  const { length } = packed.value;
  if (length > largestFile) {
    return refused(
      `${name} was not saved: it would be ${sizeInWords(length)}, and 50 MB is the most. Take out an attached file.`,
    );
  }
  const found = { gone: false };
  const saved = await saveFile(file, packed.value, saveOptions(to, stored.bid.id, found));
  to.ours.set(file, sha256(packed.value));
  if (saved.ok) {
    await to.noteSaved?.(file, stored.bid);
    await to.proved?.note(stored.bid.id, saved.value.sha256);
    return ok({ ...saved.value, wasGone: to.expected !== undefined && to.expected !== "any" && found.gone });
  }
  const { code } = saved.error;
  return fail({ code: code === "CHANGED" ? "changed" : "cannot-write", message: saveFault(file, code, length) });
}

/** The copy that was opened is kept before it is replaced; what was written here since is kept by whoever asked for it. */
function saveOptions(
  { file, expected, ours, keepPrevious, ...options }: Write,
  bid: string,
  found: { gone: boolean },
): SaveOptions {
  const own = ours.get(file);
  const allowed = new Set([undefined, expected, own]);
  const keep = keepPrevious && (own === undefined || expected !== own);
  return {
    ...options,
    mayReplace: (there) => {
      found.gone = there === undefined;
      return expected === "any" || allowed.has(there);
    },
    // What is replaced on purpose can be another bid.
    ...(keep ? { keepPrevious: async (old: string) => keepPrevious(old, (await bidOf(old)) ?? bid) } : {}),
  };
}
