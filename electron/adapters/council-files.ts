import { mkdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { councilFiles } from "../../src/schemes/council-additions.ts";
import type { SchemeShelf } from "../../src/services/scheme-ports.ts";
import { fail, ok } from "../../src/shared/result.ts";
import { saveFile } from "./save-file.ts";
import type { TextFile } from "./scheme-folder.ts";

/** `council/rules.yaml` of a scheme lies in the council's own folder, under the id of the scheme. */
function fileOf(folder: string, scheme: string, name: string): string {
  return path.join(folder, path.basename(scheme), path.basename(name));
}

/** What a council added to a scheme, as files of that scheme. */
export async function councilTextFiles(folder: string, scheme: string): Promise<TextFile[]> {
  const found = Object.values(councilFiles).map(async (name): Promise<TextFile[]> => {
    const file = fileOf(folder, scheme, name);
    const held = await stat(file).catch(() => undefined);
    return held ? [{ name, file, changed: held.mtimeMs }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** Reads and writes what a council adds to schemes. A file is written whole or not at all. */
export function councilTexts(folder: string): Pick<SchemeShelf, "councilText" | "writeCouncilText"> {
  return {
    councilText: (scheme, part) => readFile(fileOf(folder, scheme, councilFiles[part]), "utf8").catch(() => undefined),
    writeCouncilText: async (scheme, part, text) => {
      const file = fileOf(folder, scheme, councilFiles[part]);
      try {
        await mkdir(path.dirname(file), { recursive: true });
      } catch {
        return fail(
          "The folder for the council’s own rules and notes could not be made. Look whether the disk is full.",
        );
      }
      const saved = await saveFile(file, new TextEncoder().encode(text));
      return saved.ok
        ? ok(null)
        : fail(`“${path.basename(file)}” could not be saved (${saved.error.code}). What stood there before is kept.`);
    },
  };
}
