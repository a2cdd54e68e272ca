import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "./hash.ts";

/**
 * What the build read and checked already, so that the app need not do it again each time it starts. What is held counts
 * only for the very texts it was made of; of any other, and where nothing is held, it is made as ever.
 */
export interface ReadyMade {
  /**
   * @param texts all that it is made of
   * @param make gives plain data
   */
  read<T>(name: string, texts: readonly string[], make: () => Promise<T>): Promise<T>;
}

/** Nothing is held. */
export const nothingReady: ReadyMade = { read: (_name, _texts, make) => make() };

/** What lies in a folder beside the built app. */
export function readyMadeIn(folder: string): ReadyMade {
  return {
    read: async (name, texts, make) => {
      const sum = sumOf(texts);
      const held = await readFile(fileOf(folder, name), "utf8").catch(() => "");
      return held.startsWith(sum) ? (JSON.parse(held.slice(sum.length)) as Awaited<ReturnType<typeof make>>) : make();
    },
  };
}

/** Makes everything, and keeps it in the folder for the app. */
export function makingReady(folder: string): ReadyMade {
  return {
    read: async (name, texts, make) => {
      const data = await make();
      await mkdir(folder, { recursive: true });
      await writeFile(fileOf(folder, name), `${sumOf(texts)}${JSON.stringify(data)}`);
      return data;
    },
  };
}

function fileOf(folder: string, name: string): string {
  return path.join(folder, `${name}.json`);
}

function sumOf(texts: readonly string[]): string {
  return `${sha256(JSON.stringify(texts))}\n`;
}
