import * as fs from "node:fs/promises";
import path from "node:path";
import type { Backups } from "../../src/services/ports.ts";
import type { Result } from "../../src/shared/result.ts";
import { copiesToKeep, type KeptCopy } from "./backup-thinning.ts";
import { packBid } from "./bid-container.ts";
import { sha256 } from "./hash.ts";
import type { DiskPlaces } from "./places.ts";
import { readWithin } from "./read-within.ts";
import { saveFile } from "./save-file.ts";

/** Copies with their paths, for saving. */
export interface DiskBackups extends Backups {
  /** Keeps a copy of a file, unless the newest copy is the same. Never fails: a save does not depend on it. */
  keepFile(file: string, bid: string): Promise<void>;
}

/** Copies of bids in a folder of the app's own: a folder for each bid, by its id. */
export function backupsIn(folder: string, places: DiskPlaces, now: () => Date = () => new Date()): DiskBackups {
  const folderOf = (bid: string) => path.join(folder, sha256(bid).slice(0, 32));
  const keepBytes = async (bytes: Result<Uint8Array, string>, bid: string) => {
    if (bytes.ok) await keepCopy(bytes.value, folderOf(bid), now()).catch(() => undefined);
  };
  const keepFile = async (file: string, bid: string) => keepBytes(await readWithin(file), bid);
  return {
    list: async (bid) => {
      const copies = await copiesIn(folderOf(bid));
      const sized = await Promise.all(copies.map(async (one) => ({ ...one, bytes: await sizeOf(one.file) })));
      return sized.map(({ file, at, bytes }) => ({
        token: places.file(file).token,
        at: new Date(at).toISOString(),
        bytes,
      }));
    },
    keep: async (token, bid) => {
      const file = places.pathOf(token);
      if (file !== undefined) await keepFile(file, bid);
    },
    keepStanding: async (stored) => keepBytes(await packBid(stored), stored.bid.id),
    keepFile,
  };
}

interface Copy extends KeptCopy {
  file: string;
  /** The beginning of the hash of its bytes. */
  hash: string;
}

/** `00000012 20130601T093000000Z 9a8b7c6d5e4f3a2b.bid`: number, time, hash. */
const copyName = /^(\d{8}) (\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z ([0-9a-f]{16})\.bid$/;

function nameOf({ number, at, hash }: Omit<Copy, "file">): string {
  const time = new Date(at).toISOString().replaceAll(/[-:.]/g, "");
  return `${String(number).padStart(8, "0")} ${time} ${hash}.bid`;
}

/** The newest first. */
async function copiesIn(folder: string): Promise<Copy[]> {
  const names = await fs.readdir(folder).catch(() => []);
  const copies = names.flatMap((name) => {
    const [, number, year, month, date, hour, minute, second, milli, hash] = copyName.exec(name) ?? [];
    if (number === undefined || hash === undefined) return [];
    const at = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}.${milli}Z`);
    return Number.isNaN(at) ? [] : [{ number: Number(number), at, hash, file: path.join(folder, name) }];
  });
  return copies.toSorted((a, b) => b.number - a.number);
}

async function sizeOf(file: string): Promise<number> {
  return fs.stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function keepCopy(bytes: Uint8Array, folder: string, now: Date): Promise<void> {
  const hash = sha256(bytes).slice(0, 16);
  const copies = await copiesIn(folder);
  const [newest] = copies;
  if (newest?.hash === hash) return;
  await fs.mkdir(folder, { recursive: true });
  const copy = { number: (newest?.number ?? 0) + 1, at: now.getTime(), hash };
  const saved = await saveFile(path.join(folder, nameOf(copy)), bytes);
  if (saved.ok) await thinOut([{ ...copy, file: "" }, ...copies]);
}

/** Only after the new copy is there, read back and found equal. */
async function thinOut(copies: readonly Copy[]): Promise<void> {
  const keep = copiesToKeep(copies);
  for (const { number, file } of copies) if (!keep.has(number)) await fs.unlink(file).catch(() => undefined);
}
