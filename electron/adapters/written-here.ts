import * as fs from "node:fs/promises";
import path from "node:path";
import { sha256 } from "./hash.ts";

/**
 * Which bytes of a bid this computer wrote last, by their hash. Before they were written its log was proved to make the
 * bid, so the very same bytes need not be proved again when they are opened. Anything else is proved from the beginning.
 */
export interface WrittenHere {
  /** Never fails: what was not noted is proved again. */
  note(bid: string, hash: string): Promise<void>;
  isLast(bid: string, hash: string): Promise<boolean>;
}

/** Nothing is known: everything is proved. */
export const nothingWritten: WrittenHere = { note: async () => undefined, isLast: async () => false };

/** A small file for each bid, in a folder of the app's own. */
export function writtenHereIn(folder: string): WrittenHere {
  const fileOf = (bid: string) => path.join(folder, sha256(bid).slice(0, 32));
  return {
    note: async (bid, hash) => {
      const write = async () => {
        await fs.mkdir(folder, { recursive: true });
        await fs.writeFile(fileOf(bid), hash);
      };
      await write().catch(() => undefined);
    },
    isLast: async (bid, hash) => (await fs.readFile(fileOf(bid), "utf8").catch(() => "")) === hash,
  };
}
