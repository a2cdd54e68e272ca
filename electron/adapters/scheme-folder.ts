import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { councilFiles } from "../../src/schemes/council-additions.ts";
import type { SchemeFiles } from "../../src/schemes/scheme-files.ts";
import { councilTextFiles, councilTexts } from "./council-files.ts";
import type { SchemeShelf, ShelvedScheme } from "../../src/services/scheme-ports.ts";
import { ok, type Result } from "../../src/shared/result.ts";
import { nothingReady, type ReadyMade } from "./ready-made.ts";
import { readSchemePackage } from "./scheme-package.ts";
import { schemeReader } from "./scheme-reader.ts";
import { sharedFilesIn } from "./shared-files.ts";

/** Where a council's own schemes lie, and what puts in order there what was cut short. */
interface OwnShelf {
  folder: string;
  settle(): Promise<void>;
}

/** What a scheme is written in. Pictures and the funder's own forms stand beside it. */
const textEndings = [".yaml", ".md"];

/** Folders of the app's own: schemes that a council added, and what it added to schemes. */
interface OwnFolders {
  own: OwnShelf;
  council: string;
  ready?: ReadyMade;
}

/**
 * Every folder under `templates/schemes` is a scheme, and so is every folder that a council added of its own; there is
 * no list of them anywhere. Where both hold one id, the council's own counts.
 */
export function schemeFolder(templates: string, { own, council, ready = nothingReady }: OwnFolders): SchemeShelf {
  const shelves = [path.join(templates, "schemes"), own.folder];
  const loaded = new Map<string, { mark: string; shelved: ShelvedScheme }>();
  const shared = sharedFilesIn(path.join(templates, "shared"), ready);
  const reader = schemeReader(shared.figures, ready);
  const load = async (folder: string): Promise<ShelvedScheme> => {
    const id = path.basename(folder);
    const isOwn = path.dirname(folder) === own.folder;
    const files = await filesOf(folder, council);
    const mark = files.map(({ name, changed }) => `${name} ${changed}`).join("\n");
    const held = loaded.get(folder);
    if (held?.mark === mark) return held.shelved;
    const texts = isOwn ? await ownTexts(folder, council) : ok(await textsOf(files));
    const read = isOwn ? reader.own : reader.builtIn;
    const shelved = { id, scheme: texts.ok ? await read(id, texts.value) : texts, own: isOwn };
    loaded.set(folder, { mark, shelved });
    return shelved;
  };
  const folders = async () => {
    await own.settle();
    const found = new Map<string, string>();
    for (const shelf of shelves) for (const id of await foldersIn(shelf)) found.set(id, path.join(shelf, id));
    return found;
  };
  return {
    list: async () => {
      const found = await folders();
      return Promise.all([...found.keys()].toSorted().map((id) => load(found.get(id) as string)));
    },
    find: async (id) => {
      const folder = (await folders()).get(id);
      return folder === undefined ? undefined : load(folder);
    },
    files: async (id) => {
      const folder = (await folders()).get(id);
      return folder === undefined ? undefined : textsOf(await filesOf(folder, council));
    },
    ...councilTexts(council),
    builtInFiles: async (id) => {
      const folder = path.join(templates, "schemes");
      return (await foldersIn(folder)).includes(id) ? schemeTexts(path.join(folder, id)) : undefined;
    },
    discountSeries: shared.discountSeries,
    sharedFigures: shared.figures.values,
    referenceSeries: shared.referenceSeries,
  };
}

const additions: readonly string[] = Object.values(councilFiles);

/** The files of a scheme with what the council added; only the council's own folder can hold additions. */
async function filesOf(folder: string, council: string): Promise<TextFile[]> {
  const files = (await textFiles(folder)).filter(({ name }) => !additions.includes(name));
  return [...files, ...(await councilTextFiles(council, path.basename(folder)))];
}

async function foldersIn(shelf: string): Promise<string[]> {
  const entries = await readdir(shelf, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map((entry) => entry.name);
}

/** Somebody may have put the folder there by hand, so it is read as carefully as one that is to be added. */
async function ownTexts(folder: string, council: string): Promise<Result<SchemeFiles, string[]>> {
  const read = await readSchemePackage(folder);
  if (!read.ok) return read;
  const own = [...read.value.texts].filter(([name]) => !additions.includes(name));
  const added = await textsOf(await councilTextFiles(council, path.basename(folder)));
  return ok(new Map([...own, ...added]));
}

/** The texts of a scheme folder, wherever it lies, by their paths inside it. */
export async function schemeTexts(folder: string): Promise<Map<string, string>> {
  return textsOf(await textFiles(folder));
}

export interface TextFile {
  name: string;
  file: string;
  changed: number;
}

/** Folder by folder: not every archive that an installed app is read from can list itself all at once. */
async function textFiles(folder: string, below = ""): Promise<TextFile[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const found = entries.map(async (entry): Promise<TextFile[]> => {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return textFiles(folder, name);
    if (!entry.isFile() || !textEndings.includes(path.extname(name))) return [];
    const file = path.join(folder, name);
    return [{ name, file, changed: (await stat(file)).mtimeMs }];
  });
  return (await Promise.all(found)).flat();
}

async function textsOf(files: readonly TextFile[]): Promise<Map<string, string>> {
  const pairs = files.map(async ({ name, file }) => [name, await readFile(file, "utf8")] as const);
  return new Map(await Promise.all(pairs));
}
