import { randomBytes } from "node:crypto";
import { mkdir, readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { PlaceView } from "../../src/contract/views.ts";
import { safeFileName } from "../../src/packs/file-names.ts";
import type { Places } from "../../src/services/ports.ts";
import type { AskedFiles } from "./asked-files.ts";
import { isThere } from "./is-there.ts";

/** What asks the officer for a file or folder; absent where no dialog of the system can be opened. */
export interface FileDialogs {
  chooseBid(folder: string): Promise<string | undefined>;
  chooseFolder(folder: string): Promise<string | undefined>;
  chooseScheme(folder: string, what: "folder" | "zip"): Promise<string | undefined>;
}

/** Places with their paths, for the other adapters. Paths never leave `electron/`, but as words to read. */
export interface DiskPlaces extends Places {
  pathOf(token: string): string | undefined;
  file(file: string): PlaceView;
  folder(folder: string): PlaceView;
}

/** Hands out tokens for paths that a dialog, the system, a list or our own naming gave. A token can be neither guessed nor made. */
export function createPlaces(bids: string, dialogs?: FileDialogs, asked?: AskedFiles): DiskPlaces {
  const known = tokenBook();
  return {
    ...known,
    dialogs: dialogs !== undefined,
    bidsFolder: async () => {
      await mkdir(bids, { recursive: true });
      return known.folder(bids);
    },
    bidsInFolder: async () => (await bidFilesIn(bids)).map(known.file),
    chooseBid: async () => {
      const chosen = await dialogs?.chooseBid(bids);
      return chosen === undefined ? undefined : known.file(chosen);
    },
    chooseFolder: async () => {
      const chosen = await dialogs?.chooseFolder(bids);
      return chosen === undefined ? undefined : known.folder(chosen);
    },
    askedToOpen: async (wait) => {
      const file = await asked?.next(wait);
      return file === undefined ? undefined : known.file(file);
    },
    chooseScheme: async (what) => {
      const chosen = await dialogs?.chooseScheme(bids, what);
      return chosen === undefined ? undefined : known.file(chosen);
    },
    newFile: async (folder, title, ending) => {
      const parent = known.pathOf(folder);
      if (parent === undefined || !(await isFolder(parent))) return undefined;
      return known.file(await freeName(parent, title, ending));
    },
    fileBeside: async (token, title, ending) => {
      const beside = known.pathOf(token);
      const parent = beside === undefined ? undefined : path.dirname(beside);
      if (parent === undefined || !(await isFolder(parent))) return undefined;
      return known.file(await freeName(parent, title, ending));
    },
    exportFolder: async (bid, name) => {
      const beside = known.pathOf(bid);
      return beside === undefined ? undefined : makeFolder(path.dirname(beside), name, known.folder);
    },
  };
}

function tokenBook() {
  const views = new Map<string, { path: string; view: PlaceView }>();
  const tokens = new Map<string, string>();
  const remember = (wanted: string, label: string, folder: string): PlaceView => {
    const token = tokens.get(wanted) ?? randomBytes(24).toString("base64url");
    tokens.set(wanted, token);
    const view = { token, label, folder };
    views.set(token, { path: wanted, view });
    return view;
  };
  return {
    pathOf: (token: string) => views.get(token)?.path,
    view: (token: string) => views.get(token)?.view,
    file: (file: string) => {
      const whole = path.resolve(file);
      return remember(whole, path.basename(whole), path.dirname(whole));
    },
    folder: (folder: string) => {
      const whole = path.resolve(folder);
      return remember(whole, path.basename(whole), whole);
    },
  };
}

async function bidFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith(".bid"));
  const dated = await Promise.all(
    files.map(async ({ name }) => {
      const file = path.join(folder, name);
      const changed = await stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      return { file, changed };
    }),
  );
  return dated.toSorted((a, b) => b.changed - a.changed).map(({ file }) => file);
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function freeName(folder: string, title: string, ending: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, safeFileName(title, number === 1 ? ending : ` (${number})${ending}`));
    if (!(await isThere(file))) return file;
  }
}

async function makeFolder(
  parent: string,
  name: string,
  view: (folder: string) => PlaceView,
): Promise<PlaceView | undefined> {
  const folder = await freeName(parent, name, "");
  try {
    await mkdir(folder);
    return view(folder);
  } catch {
    return undefined;
  }
}
