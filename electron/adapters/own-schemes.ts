import { randomBytes } from "node:crypto";
import { lstat, readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { KeptScheme, OwnSchemes } from "../../src/services/scheme-ports.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { codeOf, hereCode, isRunning, processName, processNamed, processPattern, thisProcess } from "./computer.ts";
import { folderFault } from "./file-faults.ts";
import { usualFolderDisk, writeTree, type FolderDisk } from "./folder-disk.ts";
import type { DiskPlaces } from "./places.ts";
import { readSchemePackage, unpackScheme } from "./scheme-package.ts";
import { readSchemeTree } from "./scheme-tree.ts";

interface Shelf {
  /** Holds a folder for each of the council's own schemes. */
  schemes: string;
  /** Holds what was replaced or taken away: `<id>/<version>`. */
  versions: string;
  disk: FolderDisk;
}

/**
 * The council's own schemes, below the app's own folder. Each change is made beside and put in place by renaming:
 * whatever fails, either the old folder or the new one stands there, whole.
 */
export function ownSchemesIn(
  data: string,
  places: Pick<DiskPlaces, "pathOf">,
  disk: FolderDisk = usualFolderDisk,
): OwnSchemes & { settle(): Promise<void> } {
  const shelf = { schemes: path.join(data, "schemes"), versions: path.join(data, "scheme-versions"), disk };
  let before: Promise<unknown> = Promise.resolve();
  /** One change after another: two at once would take each other's folders for left over. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = before.then(run, run);
    before = turn.catch(() => undefined);
    return turn;
  };
  const attempt = (id: string, run: () => Promise<void>) =>
    inTurn(async (): Promise<Result<null, string>> => {
      try {
        await settle(shelf);
        await run();
        return ok(null);
      } catch (fault) {
        return fail(folderFault(id, shelf.schemes, codeOf(fault)));
      }
    });
  return {
    read: async (token) => {
      const file = places.pathOf(token);
      return file === undefined ? fail(["That is not there any more. Choose it again."]) : readSchemePackage(file);
    },
    unpack: unpackScheme,
    install: (id, files) => attempt(id, () => install(shelf, id, files)),
    remove: (id) => attempt(id, () => putAway(shelf, id, path.join(shelf.schemes, id))),
    kept: () => listKept(shelf.versions),
    readKept: async (id, version) => {
      const read = await readSchemePackage(path.join(shelf.versions, id, version));
      return read.ok ? ok({ ...read.value, name: `${id} ${version}`, folder: id }) : read;
    },
    settle: () => inTurn(() => settle(shelf)).catch(() => undefined),
  };
}

async function install(shelf: Shelf, id: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const { schemes, versions, disk } = shelf;
  const place = path.join(schemes, id);
  const [fresh, old] = [temporary(schemes, "new", id), temporary(schemes, "old", id)];
  try {
    await writeTree(disk, fresh, files);
    if (!(await isThere(place))) return await disk.rename(fresh, place);
    await disk.mkdir(path.join(versions, id));
    await disk.rename(place, old);
    await swap(shelf, { id, fresh, old, place });
  } catch (fault) {
    await disk.remove(fresh).catch(() => undefined);
    throw fault;
  }
}

interface Swap {
  id: string;
  fresh: string;
  old: string;
  place: string;
}

/**
 * The old folder is out of the way already; it comes back where anything fails. Where the disk refuses even that, what
 * stands there stays, and the next look at the shelf puts the rest in order.
 */
async function swap(shelf: Shelf, { id, fresh, old, place }: Swap): Promise<void> {
  const { disk } = shelf;
  const wayBack = async (fault: unknown) => {
    await disk.rename(old, place);
    throw fault;
  };
  try {
    await disk.rename(fresh, place);
  } catch (fault) {
    return wayBack(fault);
  }
  try {
    await putAway(shelf, id, old);
  } catch (fault) {
    const taken = await disk.rename(place, fresh).then(
      () => true,
      () => false,
    );
    if (taken) await wayBack(fault);
  }
}

/** Keeps a folder among the versions. One that is kept there already, to the letter, is not kept twice. */
async function putAway({ versions, disk }: Shelf, id: string, folder: string): Promise<void> {
  const version = await versionIn(folder);
  await disk.mkdir(path.join(versions, id));
  for (let number = 1; ; number += 1) {
    const target = path.join(versions, id, number === 1 ? version : `${version}-${number}`);
    if (!(await isThere(target))) return disk.rename(folder, target);
    if (await sameTree(folder, target)) return disk.remove(folder);
  }
}

async function versionIn(folder: string): Promise<string> {
  const text = await readFile(path.join(folder, "scheme.yaml"), "utf8").catch(() => "");
  return /^version:\s*["']?(\d{1,9}\.\d{1,9}\.\d{1,9})\b/m.exec(text)?.[1] ?? "0.0.0";
}

async function sameTree(one: string, other: string): Promise<boolean> {
  const [a, b] = [await readSchemeTree(one), await readSchemeTree(other)];
  if (!a.ok || !b.ok || a.value.files.size !== b.value.files.size) return false;
  return [...a.value.files].every(([name, bytes]) => Buffer.from(bytes).equals(b.value.files.get(name) ?? Buffer.of()));
}

/** Begins with a full stop, so that it is never taken for a scheme: `.old-<id>.<computer>-<process>-<random>`. */
function temporary(schemes: string, kind: "new" | "old", id: string): string {
  return path.join(schemes, `.${kind}-${id}.${hereCode}-${processName(thisProcess)}-${randomBytes(4).toString("hex")}`);
}

const temporaryName = new RegExp(String.raw`^\.(new|old)-([a-z0-9-]+)\.([0-9a-f]{8})-(${processPattern})-[0-9a-f]{8}$`);

/** Finishes or takes back what was cut short: by a crash between two renames, or by a disk that refused the way back. */
async function settle(shelf: Shelf): Promise<void> {
  const { schemes, disk } = shelf;
  const names = await readdir(schemes).catch(() => []);
  for (const name of names) {
    const [, kind, id = "", computer, owner] = temporaryName.exec(name) ?? [];
    const ours =
      computer === hereCode && (processNamed(owner).id === thisProcess.id || !isRunning(processNamed(owner)));
    if (!ours) continue;
    const left = path.join(schemes, name);
    const place = path.join(schemes, id);
    if (kind === "new") await disk.remove(left);
    else if (await isThere(place)) await putAway(shelf, id, left);
    else await disk.rename(left, place);
  }
}

async function listKept(versions: string): Promise<KeptScheme[]> {
  const kept: KeptScheme[] = [];
  for (const id of await readdir(versions).catch(() => [])) {
    for (const version of await readdir(path.join(versions, id)).catch(() => [])) {
      const found = await stat(path.join(versions, id, version)).catch(() => undefined);
      if (found?.isDirectory()) kept.push({ id, version, keptAt: found.ctime.toISOString() });
    }
  }
  return kept.toSorted((a, b) => (a.keptAt < b.keptAt ? 1 : -1));
}

async function isThere(place: string): Promise<boolean> {
  return lstat(place).then(
    () => true,
    (fault: unknown) => codeOf(fault) !== "ENOENT",
  );
}
