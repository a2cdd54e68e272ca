import { randomBytes } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { codeOf, hereCode, isRunning, processName, processNamed, processPattern, thisProcess } from "./computer.ts";
import { sha256 } from "./hash.ts";
import { patiently } from "./patience.ts";

/** An open file, as far as saving needs one. `writeFile` writes until all is written or fails; a single `write` may not. */
export interface OpenFile {
  writeFile(bytes: Uint8Array): Promise<void>;
  readFile(): Promise<Uint8Array>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The file calls a save makes. Tests make each of them fail in turn. */
export interface Disk {
  open(file: string, flags: "wx" | "r"): Promise<OpenFile>;
  access(file: string, mode: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(file: string): Promise<void>;
}

/**
 * Why a save did not happen. `code` is the system's own, `DIFFERENT` where what was read back is not what was written,
 * or `CHANGED` where what stands in the file's place may not be replaced.
 */
export interface SaveFault {
  code: string;
}

export interface SaveOptions {
  disk?: Disk;
  /**
   * Whether what stands there now may be replaced, by the hash of its bytes; `undefined` where nothing does.
   * Asked right before each try to rename.
   */
  mayReplace?: (sha256: string | undefined) => boolean;
  /** Keeps the copy that is about to be replaced. A save does not fail because it could not. */
  keepPrevious?: (file: string) => Promise<void>;
  /** How long to wait before each new try while a scanner or a preview holds the old file, in milliseconds. */
  retryDelays?: readonly number[];
}

/** Some network disks cannot flush a folder; there is nothing more to do there. */
const cannotFlushFolder = new Set(["EINVAL", "ENOTSUP", "EISDIR", "EPERM", "EACCES"]);
/** Fifteen seconds in all. */
const usualDelays = [50, 100, 200, 400, 750, 1500, 2000, 2500, 3500, 4000];

/**
 * Puts new bytes in a file's place: written beside it, flushed, read back and compared, and only then renamed over it.
 * Whatever fails, the old file stays as it was.
 */
export async function saveFile(
  file: string,
  bytes: Uint8Array,
  options: SaveOptions = {},
): Promise<Result<{ sha256: string }, SaveFault>> {
  const disk = options.disk ?? fs;
  const target = await fs.realpath(file).catch(() => file);
  const temporary = temporaryName(target);
  const hash = sha256(bytes);
  try {
    await refuseReadOnly(disk, target);
    await writeNew(disk, temporary, bytes);
    await readBack(disk, temporary, { length: bytes.length, hash });
    await options.keepPrevious?.(target).catch(() => undefined);
    const way = { from: temporary, to: target };
    await patiently(() => renameIfAllowed(disk, way, options), options.retryDelays ?? usualDelays);
    await flushFolder(disk, path.dirname(target));
    return ok({ sha256: hash });
  } catch (fault) {
    await disk.unlink(temporary).catch(() => undefined);
    return fail({ code: codeOf(fault) });
  }
}

/** A rename would replace a file that someone marked as not to be changed. */
async function refuseReadOnly(disk: Disk, file: string): Promise<void> {
  await disk.access(file, fs.constants.W_OK).catch((fault: unknown) => {
    if (codeOf(fault) !== "ENOENT") throw fault;
  });
}

/** Writes a file that is not there yet, and flushes it. */
export async function writeNew(disk: Pick<Disk, "open">, file: string, bytes: Uint8Array): Promise<void> {
  const handle = await disk.open(file, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readBack(disk: Disk, file: string, written: { length: number; hash: string }): Promise<void> {
  const handle = await disk.open(file, "r");
  try {
    const found = await handle.readFile();
    const same = found.length === written.length && sha256(found) === written.hash;
    if (!same) throw Object.assign(new Error("What was read back differs"), { code: "DIFFERENT" });
  } finally {
    await handle.close();
  }
}

async function renameIfAllowed(
  disk: Disk,
  { from, to }: { from: string; to: string },
  { mayReplace }: SaveOptions,
): Promise<void> {
  if (mayReplace && !mayReplace(await hashThere(disk, to))) {
    throw Object.assign(new Error("Something else stands there"), { code: "CHANGED" });
  }
  await disk.rename(from, to);
}

async function hashThere(disk: Disk, file: string): Promise<string | undefined> {
  try {
    const handle = await disk.open(file, "r");
    try {
      return sha256(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (fault) {
    if (codeOf(fault) === "ENOENT") return undefined;
    throw fault;
  }
}

/** Windows cannot open a folder to flush it, and does not need to. */
export async function flushFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await disk.open(folder, "r");
  try {
    await handle.sync();
  } catch (fault) {
    if (!cannotFlushFolder.has(codeOf(fault))) throw fault;
  } finally {
    await handle.close();
  }
}

/** Says whose it is and which process makes it: `Our bid.bid.1f2e3d4c-4711-9a8b7c6d.bidwright.tmp`. */
export function temporaryName(file: string): string {
  return `${file}.${hereCode}-${processName(thisProcess)}-${randomBytes(4).toString("hex")}.bidwright.tmp`;
}

const temporaryPattern = new RegExp(String.raw`\.([0-9a-f]{8})-(${processPattern})-[0-9a-f]{8}\.bidwright\.tmp$`);

/** Takes away what saves cut short left beside a file: only our own, of this computer, of processes that are gone. */
export async function clearLeftOvers(file: string): Promise<void> {
  const folder = path.dirname(file);
  const names = await fs.readdir(folder).catch(() => []);
  const left = names.filter((name) => {
    const [, computer, process] = (name.startsWith(path.basename(file)) && temporaryPattern.exec(name)) || [];
    return computer === hereCode && !isRunning(processNamed(process));
  });
  await Promise.all(left.map((name) => fs.unlink(path.join(folder, name)).catch(() => undefined)));
}
