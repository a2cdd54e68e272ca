import { constants, type Dirent } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import path from "node:path";
import { clashingNames, partOfPackage, refusedName, shownName } from "../../src/schemes/package-names.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { codeOf } from "./computer.ts";
import { readFault } from "./file-faults.ts";
import { schemeLimits, SchemeRefusal, tooLarge, tooManyFiles, tooMuch } from "./scheme-limits.ts";
import { clashInWords } from "./scheme-zip.ts";

/** What a folder holds: the files that may be part of a scheme, and the names of the others. */
export interface SchemeTree {
  files: Map<string, Uint8Array>;
  others: string[];
}

/**
 * Reads a scheme's folder, which somebody else may have made, following no link out of it.
 *
 * @returns plain sentences naming the file that is refused
 */
export async function readSchemeTree(folder: string): Promise<Result<SchemeTree, string[]>> {
  try {
    const found = await lstat(folder);
    if (!found.isDirectory()) throw new SchemeRefusal(`${path.basename(folder)}: is not a folder.`);
    const names = await namesBelow(folder);
    const clash = clashingNames(names);
    if (clash) throw new SchemeRefusal(clashInWords(clash));
    return ok(await readNamed(folder, names));
  } catch (fault) {
    if (fault instanceof SchemeRefusal) return fail([fault.message]);
    return fail([`${path.basename(folder)}: ${readFault(codeOf(fault))}`]);
  }
}

/** Names with forward slashes. A hidden folder is one name, ended with a slash, and is not looked into. */
async function namesBelow(folder: string): Promise<string[]> {
  const names: string[] = [];
  const waiting = [""];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
      const name = nameOf(entry, below);
      if (entry.isDirectory() && !entry.name.startsWith(".")) waiting.push(name);
      else names.push(entry.isDirectory() ? `${name}/` : name);
      if (names.length + waiting.length > schemeLimits.files) throw new SchemeRefusal(tooManyFiles);
    }
  }
  return names.toSorted();
}

function nameOf(entry: Dirent, below: string): string {
  const name = below === "" ? entry.name : `${below}/${entry.name}`;
  const why = refusedName(name) ?? (entry.isSymbolicLink() ? "is a link to another file" : undefined);
  if (why !== undefined) throw new SchemeRefusal(`${shownName(name)}: ${why}.`);
  return name;
}

async function readNamed(folder: string, names: readonly string[]): Promise<SchemeTree> {
  const tree: SchemeTree = { files: new Map(), others: [] };
  let left = schemeLimits.all;
  for (const name of names) {
    if (name.endsWith("/") || partOfPackage(name) === "other") {
      tree.others.push(name);
      continue;
    }
    const bytes = await readFileOf(folder, name);
    left -= bytes.length;
    if (left < 0) throw new SchemeRefusal(tooMuch);
    tree.files.set(name, bytes);
  }
  return tree;
}

/** Asked of the open file itself: what a name stands for can change between looking and reading. */
async function readFileOf(folder: string, name: string): Promise<Uint8Array> {
  const handle = await openUnlinked(path.join(folder, ...name.split("/")), name);
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new SchemeRefusal(`${shownName(name)}: is no ordinary file.`);
    if (found.size > schemeLimits.file) throw tooLarge(shownName(name));
    const room = Buffer.alloc(schemeLimits.file + 1);
    let size = 0;
    for (;;) {
      const { bytesRead } = await handle.read(room, size, room.length - size, size);
      size += bytesRead;
      if (size > schemeLimits.file) throw tooLarge(shownName(name));
      if (bytesRead === 0) return new Uint8Array(room.subarray(0, size));
    }
  } finally {
    await handle.close();
  }
}

async function openUnlinked(file: string, name: string) {
  try {
    // A pipe would keep the reader waiting for a writer. Windows knows neither flag and has no such files.
    return await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (fault) {
    const code = codeOf(fault);
    throw new SchemeRefusal(`${shownName(name)}: ${code === "ELOOP" ? "is a link to another file." : readFault(code)}`);
  }
}
