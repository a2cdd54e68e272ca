import { mkdir, readdir, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { filesNamedIn } from "../../src/bids/attached-files.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { safeNameOf, uniqueNames } from "../../src/packs/file-names.ts";
import { codeOf } from "../adapters/computer.ts";
import { saveFault } from "../adapters/file-faults.ts";
import { sha256 } from "../adapters/hash.ts";
import { readWithin } from "../adapters/read-within.ts";
import { saveFile } from "../adapters/save-file.ts";
import type { AnswersOfBid } from "./answers.ts";
import { isThere } from "./bid-on-disk.ts";
import { Refusal } from "./refusal.ts";

/*
 * An answers file is text. What the bid attaches lies in a folder beside it, under names a person knows; the answers name
 * each by the hash of its bytes, so that a file that was changed is not taken for the one that was attached.
 */

/** The folder for the files of an answers file: `ours.yaml` has `ours files`. */
export function folderFor(answers: string): string {
  const { dir, name } = path.parse(path.resolve(answers));
  return path.join(dir, `${name} files`);
}

/**
 * Writes answers and the files they name: all or, where one cannot be written, none.
 *
 * @returns what was written, the answers file first
 */
export async function writeExport(
  out: string,
  { text, bid, attachments }: AnswersOfBid,
  replace: boolean,
): Promise<string[]> {
  const folder = folderFor(out);
  const wanted = [...filesFor(folder, bid, attachments), { file: path.resolve(out), bytes: Buffer.from(text) }];
  if (!replace) await refuseWhatIsThere(wanted.length > 1 ? [out, folder] : [out]);
  const made = await Promise.all(wanted.map(async ({ file }) => !(await isThere(file))));
  const failed = await writeAll(wanted);
  if (failed === undefined) return wanted.map(({ file }) => file).toReversed();
  await Promise.all(wanted.map(({ file }, index) => made[index] === true && rm(file, { force: true })));
  await rmdir(folder).catch(() => undefined);
  throw new Refusal([failed]);
}

interface Wanted {
  file: string;
  bytes: Uint8Array;
}

function filesFor(folder: string, bid: Bid, attachments: ReadonlyMap<string, Uint8Array>): Wanted[] {
  const byHash = new Map(filesNamedIn(bid.answers).map((one) => [one.sha256, one]));
  const held = [...byHash.values()].filter((one) => attachments.has(one.sha256));
  const names = uniqueNames(held.map(({ name }) => safeNameOf(name)));
  return held.map((one, index) => ({
    file: path.join(folder, names[index] as string),
    bytes: attachments.get(one.sha256) as Uint8Array,
  }));
}

async function refuseWhatIsThere(files: readonly string[]): Promise<void> {
  for (const file of files) {
    if (!(await isThere(file))) continue;
    throw new Refusal([`“${path.basename(file)}” is there already. Choose another name, or add --replace.`]);
  }
}

/** The answers come last: they name nothing that is not there. */
async function writeAll(wanted: readonly Wanted[]): Promise<string | undefined> {
  for (const { file, bytes } of wanted) {
    const folder = await mkdir(path.dirname(file), { recursive: true }).then(() => undefined, codeOf);
    const saved = folder === undefined ? await saveFile(file, bytes) : undefined;
    const code = folder ?? (saved?.ok === false ? saved.error.code : undefined);
    if (code !== undefined) return saveFault(file, code, bytes.length);
  }
  return undefined;
}

/** The files that answers name, out of the folder beside them; what is not there, or not what was attached, in sentences. */
export async function filesBeside(
  answers: string,
  bid: Pick<Bid, "answers">,
): Promise<{ attachments: Map<string, Uint8Array>; missing: string[] }> {
  const wanted = filesNamedIn(bid.answers);
  const folder = folderFor(answers);
  const names = wanted.length === 0 ? [] : await readdir(folder).catch(() => []);
  const sizes = new Set(wanted.map(({ bytes }) => bytes));
  const hashes = new Set(wanted.map((one) => one.sha256));
  const attachments = new Map<string, Uint8Array>();
  for (const name of names) {
    const bytes = await readSized(path.join(folder, name), sizes);
    const hash = bytes && sha256(bytes);
    if (bytes && hash !== undefined && hashes.has(hash)) attachments.set(hash, bytes);
  }
  const missing = wanted.filter((one) => !attachments.has(one.sha256));
  return { attachments, missing: missing.map(({ name }) => whyMissing(name, names, folder)) };
}

/** Only files that can be one of those wanted are read. */
async function readSized(file: string, sizes: ReadonlySet<number>): Promise<Uint8Array | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile() || !sizes.has(found.size)) return undefined;
  const read = await readWithin(file);
  return read.ok ? read.value : undefined;
}

function whyMissing(name: string, names: readonly string[], folder: string): string {
  const why = names.includes(safeNameOf(name))
    ? "is not the file that was attached: it was changed since"
    : `is not in the folder “${path.basename(folder)}”`;
  return `“${name}” ${why}. The bid does not hold it: attach it again.`;
}
