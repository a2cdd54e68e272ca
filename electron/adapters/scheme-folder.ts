import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type * as z from "zod";
import { discountSeries } from "../../src/schemes/appraisal-settings.ts";
import { loadScheme } from "../../src/schemes/load-scheme.ts";
import { sharedFigures } from "../../src/schemes/shared-figures.ts";
import { readYaml } from "../../src/schemes/yaml-file.ts";
import type { SchemeShelf, ShelvedScheme } from "../../src/services/ports.ts";

/** What a scheme is written in. Pictures and the funder's own forms stand beside it. */
const textEndings = [".yaml", ".md"];

/**
 * Every folder under `templates/schemes` is a scheme, and so is every folder that a council added of its own; there is
 * no list of them anywhere. Where both hold one id, the council's own counts.
 */
export function schemeFolder(templates: string, own?: string): SchemeShelf {
  const shelves = [path.join(templates, "schemes"), ...(own === undefined ? [] : [own])];
  const loaded = new Map<string, { mark: string; shelved: ShelvedScheme }>();
  const shared = readOnce(path.join(templates, "shared", "figures.yaml"), sharedFigures);
  const load = async (folder: string): Promise<ShelvedScheme> => {
    const id = path.basename(folder);
    const files = await textFiles(folder);
    const mark = files.map(({ name, changed }) => `${name} ${changed}`).join("\n");
    const held = loaded.get(folder);
    if (held?.mark === mark) return held.shelved;
    const shelved = { id, scheme: loadScheme(await textsOf(files), await shared()), own: path.dirname(folder) === own };
    loaded.set(folder, { mark, shelved });
    return shelved;
  };
  const folders = async () => {
    const found = new Map<string, string>();
    for (const shelf of shelves) for (const id of await foldersIn(shelf)) found.set(id, path.join(shelf, id));
    return found;
  };
  return {
    list: async () => {
      const found = await folders();
      return Promise.all([...found.keys()].toSorted().map((id) => load(found.get(id) as string)));
    },
    files: async (id) => {
      const folder = (await folders()).get(id);
      return folder === undefined ? undefined : schemeTexts(folder);
    },
    discountSeries: readOnce(path.join(templates, "shared", "discount-rates.yaml"), discountSeries),
    sharedFigures: shared,
  };
}

async function foldersIn(shelf: string): Promise<string[]> {
  const entries = await readdir(shelf, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

function readOnce<T>(file: string, schema: z.ZodType<T>): () => Promise<T> {
  let held: Promise<T> | undefined;
  const read = async () => {
    const found = readYaml(path.basename(file), await readFile(file, "utf8"), schema);
    if (!found.ok) throw new Error(found.error.join(" "));
    return found.value;
  };
  return () => (held ??= read());
}

/** The texts of a scheme folder, wherever it lies, by their paths inside it. */
export async function schemeTexts(folder: string): Promise<Map<string, string>> {
  return textsOf(await textFiles(folder));
}

interface TextFile {
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
    if (!textEndings.includes(path.extname(name))) return [];
    const file = path.join(folder, name);
    return [{ name, file, changed: (await stat(file)).mtimeMs }];
  });
  return (await Promise.all(found)).flat();
}

async function textsOf(files: readonly TextFile[]): Promise<Map<string, string>> {
  const pairs = files.map(async ({ name, file }) => [name, await readFile(file, "utf8")] as const);
  return new Map(await Promise.all(pairs));
}
