import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { filesNamedIn } from "../../src/bids/attached-files.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { safeNameOf, uniqueNames } from "../../src/packs/file-names.ts";
import { codeOf } from "../adapters/computer.ts";
import { saveFault } from "../adapters/file-faults.ts";
import { usualFolderDisk, writeTree } from "../adapters/folder-disk.ts";
import { sha256 } from "../adapters/hash.ts";
import { readWithin } from "../adapters/read-within.ts";
import { temporaryName } from "../adapters/save-file.ts";
import type { AnswersOfBid } from "./answers.ts";
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
 * Writes answers and the files they name. All are written aside and read back before the first is put in its place, the
 * answers last.
 *
 * @returns what was written, the answers file first
 */
export async function writeExport(out: string, answers: AnswersOfBid, replace: boolean): Promise<string[]> {
  const [file, folder] = [path.resolve(out), folderFor(out)];
  const names = namesFor(answers);
  const places = [
    { place: file, folder: false },
    { place: folder, folder: true },
  ];
  await refuseWhatIsThere(names.size > 0 ? places : places.slice(0, 1), replace);
  const aside = path.join(path.dirname(file), `.${temporaryName(path.basename(file))}`);
  const content = [...names].map(([hash, name]) => [name, answers.attachments.get(hash)] as [string, Uint8Array]);
  try {
    await writeTree(usualFolderDisk, aside, new Map([...content, [answersAside, Buffer.from(answers.text)]]));
    if (content.length > 0) await usualFolderDisk.mkdir(folder);
    const placed = content.map(([name]) => ({ from: path.join(aside, name), to: path.join(folder, name) }));
    for (const { from, to } of placed) await usualFolderDisk.rename(from, to);
    await usualFolderDisk.rename(path.join(aside, answersAside), file);
    return [file, ...placed.map(({ to }) => to)];
  } catch (fault) {
    throw new Refusal([saveFault(file, codeOf(fault), answers.text.length)]);
  } finally {
    await usualFolderDisk.remove(aside).catch(() => undefined);
  }
}

/** No attached file is called so: its name would end in nothing. */
const answersAside = "answers.";

/** By the hash of each attached file that the answers name: what to call it. */
function namesFor({ bid, attachments }: AnswersOfBid): Map<string, string> {
  const held = new Map(
    filesNamedIn(bid.answers)
      .filter(({ sha256: hash }) => attachments.has(hash))
      .map((one) => [one.sha256, safeNameOf(one.name)]),
  );
  const names = uniqueNames([...held.values()]);
  return new Map([...held.keys()].map((hash, index) => [hash, names[index] as string]));
}

/** With `replace` a file may be replaced and a folder added to; one is never put in the place of the other. */
async function refuseWhatIsThere(places: readonly Place[], replace: boolean): Promise<void> {
  for (const { place, folder } of places) {
    const found = await stat(place).catch(() => undefined);
    if (!found) continue;
    const name = `“${path.basename(place)}”`;
    if (found.isDirectory() !== folder) throw new Refusal([`${name} is something else already. Choose another name.`]);
    if (!replace) throw new Refusal([`${name} is there already. Choose another name, or add --replace.`]);
  }
}

interface Place {
  place: string;
  folder: boolean;
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
