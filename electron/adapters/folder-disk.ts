import * as fs from "node:fs/promises";
import path from "node:path";
import { patiently } from "./patience.ts";
import { flushFolder, writeNew } from "./save-file.ts";

/** The calls that change a folder of files. Tests make each of them fail in turn. */
export interface FolderDisk {
  mkdir(folder: string): Promise<void>;
  /** Writes a file that is not there yet, and flushes it. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(folder: string): Promise<void>;
}

/** In milliseconds. */
const retryDelays = [50, 200, 500, 1000];

export const usualFolderDisk: FolderDisk = {
  mkdir: async (folder) => void (await fs.mkdir(folder, { recursive: true })),
  write: (file, bytes) => writeNew(fs, file, bytes),
  rename: async (from, to) => {
    // Elsewhere than on Windows a refusal stays one.
    await patiently(() => fs.rename(from, to), process.platform === "win32" ? retryDelays : []);
    await flushFolder(fs, path.dirname(to));
  },
  remove: (folder) => fs.rm(folder, { recursive: true, force: true, maxRetries: 3 }),
};

/** Writes a whole folder that is not there yet, flushes it and compares what can be read back. */
export async function writeTree(
  disk: FolderDisk,
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  await disk.mkdir(folder);
  for (const [name, bytes] of files) {
    const file = path.join(folder, ...name.split("/"));
    await disk.mkdir(path.dirname(file));
    await disk.write(file, bytes);
    if (!(await fs.readFile(file)).equals(bytes)) {
      throw Object.assign(new Error("What was read back differs"), { code: "DIFFERENT" });
    }
  }
}
