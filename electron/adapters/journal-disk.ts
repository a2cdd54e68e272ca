import * as raw from "node:fs";
import * as fs from "node:fs/promises";
import { promisify } from "node:util";
import { flushFolder } from "./save-file.ts";

/** An open journal, as far as writing needs one. */
export interface JournalFile {
  write(bytes: Uint8Array, from: number, length: number, at: number): Promise<{ bytesWritten: number }>;
  datasync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** The file calls a journal makes. Tests make each of them fail, or cut the power between two of them. */
export interface JournalDisk {
  open(file: string, flags: "wx"): Promise<JournalFile>;
  /** @returns the first folder that had to be made, as seen from the root */
  mkdir(folder: string): Promise<string | undefined>;
  /** Makes the names in a folder outlast a power cut. */
  flushFolder(folder: string): Promise<void>;
  unlink(file: string): Promise<void>;
}

const calls = {
  open: promisify(raw.open),
  write: promisify(raw.write),
  datasync: promisify(raw.fdatasync),
  truncate: promisify(raw.ftruncate),
  close: promisify(raw.close),
};

/** By number and not by handle: a journal stays open until the process ends, and a forgotten handle would be closed under it. */
export const realJournalDisk: JournalDisk = {
  open: async (file, flags) => {
    const number = await calls.open(file, flags);
    return {
      write: (bytes, from, length, at) => calls.write(number, bytes, from, length, at),
      datasync: () => calls.datasync(number),
      truncate: (length) => calls.truncate(number, length),
      close: () => calls.close(number),
    };
  },
  mkdir: (folder) => fs.mkdir(folder, { recursive: true }),
  flushFolder: (folder) => flushFolder(fs, folder),
  unlink: (file) => fs.unlink(file),
};
