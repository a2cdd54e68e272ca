import * as fs from "node:fs/promises";
import path from "node:path";
import { codeOf } from "./computer.ts";
import { sha256 } from "./hash.ts";
import { readWithin } from "./read-within.ts";

type Standing = "same" | "changed" | "gone" | "cannot-tell";

/** Asks how files stand. A file is read only where the disk says that something about it is new. */
export function standingFiles(): (file: string, hash: string) => Promise<Standing> {
  const seen = new Map<string, { mark: string; hash: string }>();
  const hashOf = async (file: string, mark: string) => {
    const known = seen.get(file);
    if (known?.mark === mark) return known.hash;
    const bytes = await readWithin(file);
    if (!bytes.ok) return undefined;
    const hash = sha256(bytes.value);
    seen.set(file, { mark, hash });
    return hash;
  };
  return async (file, expected) => {
    const mark = await markOf(file);
    if (mark === "gone" || mark === "cannot-tell") return mark;
    const hash = await hashOf(file, mark);
    if (hash === undefined) return "cannot-tell";
    return hash === expected ? "same" : "changed";
  };
}

/** A folder that cannot be reached says nothing of what was in it. */
async function markOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await fs.stat(file);
    return [ino, size, mtimeMs].join(" ");
  } catch (fault) {
    const folder = await fs.stat(path.dirname(file)).catch(() => undefined);
    return codeOf(fault) === "ENOENT" && folder?.isDirectory() ? "gone" : "cannot-tell";
  }
}
