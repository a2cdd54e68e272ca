import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { discountSeries } from "../../src/schemes/appraisal-settings.ts";
import { loadScheme } from "../../src/schemes/load-scheme.ts";
import { readYaml } from "../../src/schemes/yaml-file.ts";
import type { SchemeShelf, ShelvedScheme } from "../../src/services/ports.ts";

/** What a scheme is written in. Pictures and the funder's own forms stand beside it. */
const textEndings = [".yaml", ".md"];

/** Every folder under `templates/schemes` is a scheme; there is no list of them anywhere. */
export function schemeFolder(templates: string): SchemeShelf {
  const shelf = path.join(templates, "schemes");
  const loaded = new Map<string, { mark: string; shelved: ShelvedScheme }>();
  const load = async (id: string): Promise<ShelvedScheme> => {
    const files = await textFiles(path.join(shelf, id));
    const mark = files.map(({ name, changed }) => `${name} ${changed}`).join("\n");
    const held = loaded.get(id);
    if (held?.mark === mark) return held.shelved;
    const shelved = { id, scheme: loadScheme(await textsOf(files)) };
    loaded.set(id, { mark, shelved });
    return shelved;
  };
  return {
    list: async () => {
      const entries = await readdir(shelf, { withFileTypes: true });
      const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
      return Promise.all(ids.toSorted().map(load));
    },
    discountSeries: async () => {
      const name = "discount-rates.yaml";
      const text = await readFile(path.join(templates, "shared", name), "utf8");
      const read = readYaml(name, text, discountSeries);
      if (!read.ok) throw new Error(read.error.join(" "));
      return read.value;
    },
  };
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
