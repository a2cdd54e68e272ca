import * as fs from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf } from "./computer.ts";
import { flushFolder } from "./save-file.ts";

/** The calls that change a folder of files. Tests make each of them fail in turn. */
export interface FolderDisk {
  mkdir(folder: string): Promise<void>;
  /** Writes a file that is not there yet, and flushes it. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(folder: string): Promise<void>;
}

const heldByAnother = new Set(["EPERM", "EBUSY", "EACCES"]);
/** A scanner looks at new files for a moment. In milliseconds. */
const retryDelays = [50, 200, 500, 1000];

export const usualFolderDisk: FolderDisk = {
  mkdir: async (folder) => void (await fs.mkdir(folder, { recursive: true })),
  write: async (file, bytes) => {
    const handle = await fs.open(file, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  rename: renameWithPatience,
  remove: (folder) => fs.rm(folder, { recursive: true, force: true, maxRetries: 3 }),
};

async function renameWithPatience(from: string, to: string): Promise<void> {
  for (const delay of retryDelays) {
    try {
      await fs.rename(from, to);
      return await flushFolder(fs, path.dirname(to));
    } catch (fault) {
      if (process.platform !== "win32" || !heldByAnother.has(codeOf(fault))) throw fault;
      await pause(delay);
    }
  }
  return fs.rename(from, to);
}

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
