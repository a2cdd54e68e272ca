import * as fs from "node:fs/promises";
import path from "node:path";
import { sha256 } from "./hash.ts";

/**
 * Which bytes of a bid this computer proved lately, by their hash: when it read them, or before it wrote them. The very
 * same bytes need not be proved again when they are opened. Anything else is proved from the beginning.
 */
export interface ProvedHere {
  /** Never fails: what was not noted is proved again. */
  note(bid: string, hash: string): Promise<void>;
  isKnown(bid: string, hash: string): Promise<boolean>;
}

/** Nothing is known: everything is proved. */
export const nothingProved: ProvedHere = { note: async () => undefined, isKnown: async () => false };

/** A bid's file, a few copies of it, and what they were a moment ago. */
const most = 8;

/** A small file for each bid, in a folder of the app's own. */
export function provedHereIn(folder: string): ProvedHere {
  const fileOf = (bid: string) => path.join(folder, sha256(bid).slice(0, 32));
  const known = async (bid: string) => (await fs.readFile(fileOf(bid), "utf8").catch(() => "")).split("\n");
  const note = async (bid: string, hash: string) => {
    const before = await known(bid);
    if (before[0] === hash) return;
    const hashes = [hash, ...before.filter((one) => one !== hash)].slice(0, most);
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(fileOf(bid), hashes.join("\n"));
  };
  return {
    note: (bid, hash) => note(bid, hash).catch(() => undefined),
    isKnown: async (bid, hash) => hash !== "" && (await known(bid)).includes(hash),
  };
}
