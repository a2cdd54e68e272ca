import { createHash } from "node:crypto";
import { copyFile, mkdir, open, rename } from "node:fs/promises";
import path from "node:path";
import type { BidFiles, FileProblem, StoredBid } from "../../src/services/ports.ts";
import { fail, type Result } from "../../src/shared/result.ts";
import { packBid, unpackBid } from "./bid-container.ts";
import type { DiskPlaces } from "./places.ts";
import { clearLeftOvers, saveFile, type Disk } from "./save-file.ts";

const megabyte = 1024 * 1024;
const largestFile = 50 * megabyte;

export interface BidFileOptions {
  /** Where the copy that a save replaces is kept. */
  previous: string;
  disk?: Disk;
  retryDelays?: readonly number[];
}

/** `.bid` files on disk. */
export function bidFilesOn(places: DiskPlaces, options: BidFileOptions): BidFiles {
  return {
    read: async (token) => {
      const file = places.pathOf(token);
      if (file === undefined) return unknownPlace("cannot-read");
      await clearLeftOvers(file);
      return readBidFile(file);
    },
    write: async (token, stored) => {
      const file = places.pathOf(token);
      if (file === undefined) return unknownPlace("cannot-write");
      return writeBidFile(file, stored, options);
    },
  };
}

function unknownPlace(code: FileProblem["code"]) {
  return fail({ code, message: "That place is not known any more. Choose the file again." });
}

async function readBidFile(file: string): Promise<Result<StoredBid, FileProblem>> {
  const name = `“${path.basename(file)}”`;
  const refused = (message: string) => fail({ code: "cannot-read" as const, message });
  const bytes = await readWithin(file);
  if (!bytes.ok) return refused(`${name} ${bytes.error}`);
  const read = await unpackBid(bytes.value);
  return read.ok ? read : refused(`${name} ${read.error}. ${adviceFor(read.error)}`);
}

function adviceFor(problem: string): string {
  if (problem.startsWith("was saved by a newer")) return "Open it with the newer one.";
  if (problem.startsWith("is not a bid file")) return "Choose a file that ends in .bid.";
  return "Open a copy of it from before; the damaged one was not changed.";
}

/** Reads a file once, and no more of it than a bid file may be. */
async function readWithin(file: string): Promise<Result<Uint8Array, string>> {
  try {
    const handle = await open(file, "r");
    try {
      const found = await handle.stat();
      if (!found.isFile()) return fail("is not a file. Choose a file that ends in .bid.");
      if (found.size > largestFile) {
        return fail(`is too large for a bid file (${Math.ceil(found.size / megabyte)} MB; 50 MB is the most).`);
      }
      return { ok: true, value: new Uint8Array(await handle.readFile()) };
    } finally {
      await handle.close();
    }
  } catch (fault) {
    return fail(readFaults[codeOf(fault)] ?? `could not be read (${codeOf(fault)}). Try again, or open a copy of it.`);
  }
}

const readFaults: Readonly<Record<string, string>> = {
  ENOENT: "is not there. Look whether it was moved or renamed.",
  EACCES: "may not be opened by you. Ask whoever looks after the folder.",
  EPERM: "may not be opened by you. Ask whoever looks after the folder.",
};

function codeOf(fault: unknown): string {
  return fault instanceof Error && "code" in fault ? String(fault.code) : "unknown fault";
}

async function writeBidFile(
  file: string,
  stored: StoredBid,
  { previous, ...options }: BidFileOptions,
): Promise<Result<{ sha256: string }, FileProblem>> {
  const name = `“${path.basename(file)}”`;
  const refused = (message: string) => fail({ code: "cannot-write" as const, message });
  const packed = packBid(stored);
  if (!packed.ok) return refused(`${name} ${packed.error}. What is on disk was not changed.`);
  const size = `${(packed.value.length / megabyte).toFixed(1)} MB`;
  if (packed.value.length > largestFile) {
    return refused(`${name} was not saved: it would be ${size}, and 50 MB is the most. Take out an attached file.`);
  }
  const keepPrevious = (old: string) => keepCopy(old, previous, stored.bid.id);
  const saved = await saveFile(file, packed.value, { ...options, keepPrevious });
  return saved.ok ? saved : refused(writeFault(name, saved.error.code, { size, folder: path.dirname(file) }));
}

function writeFault(name: string, code: string, { size, folder }: { size: string; folder: string }): string {
  const rest = "What was saved before is unchanged.";
  const full = `${name} was not saved: there is no room in ${folder} (${size} is needed). ${rest} Make room, or save it elsewhere.`;
  const closed = `${name} was not saved: it or ${folder} may not be changed, or another program holds it. ${rest} Close other programs that show it, or save it elsewhere.`;
  const known: Readonly<Record<string, string>> = {
    ENOSPC: full,
    EDQUOT: full,
    EACCES: closed,
    EPERM: closed,
    EBUSY: closed,
    EROFS: closed,
    ENOENT: `${name} was not saved: ${folder} is not there any more. Connect the drive again, or save it elsewhere.`,
    DIFFERENT: `${name} was not saved: what was read back from ${folder} was not what was written. ${rest} Save it elsewhere.`,
  };
  return known[code] ?? `${name} was not saved in ${folder} (${code}). ${rest} Try again, or save it elsewhere.`;
}

/** Keeps the copy that is about to be replaced, under a name that any bid's id can stand for. */
async function keepCopy(file: string, folder: string, id: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const kept = path.join(folder, `${createHash("sha256").update(id).digest("hex").slice(0, 32)}.bid`);
  await copyFile(file, `${kept}.new`);
  await rename(`${kept}.new`, kept);
}
