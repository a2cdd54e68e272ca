import * as fs from "node:fs/promises";
import * as z from "zod";
import type { LockHolder } from "../../src/services/ports.ts";
import { codeOf } from "./computer.ts";
import { parseJson } from "./plain-json.ts";
import { temporaryName } from "./save-file.ts";

/*
 * Beside `Our bid.bid` stands `Our bid.bid.in-use.json` while somebody has it open. The name is one that OneDrive and
 * SharePoint let through: they refuse names that begin with `~$` and the name `.lock`, and never pass on `.tmp`.
 * It ends in .json so that anyone can open it and read who has the bid.
 */
export function lockFileOf(file: string): string {
  return `${file}.in-use.json`;
}

const kind = "bidwright-in-use";

const lock = z.object({
  kind: z.literal(kind),
  who: z.string(),
  computer: z.string(),
  process: z.int(),
  /** Tells the process from a later one of the same number. */
  mark: z.string().optional(),
  /** How long the computer had been on, in seconds. */
  up: z.number().optional(),
  since: z.iso.datetime(),
  id: z.string(),
});
export type Lock = z.infer<typeof lock>;

export function lockText(content: Omit<Lock, "kind">): string {
  return `${JSON.stringify({ kind, ...content }, undefined, 2)}\n`;
}

/** Nothing we write is longer; what is longer is somebody else's. In characters. */
const longest = 4096;

/** Undefined for a lock that is damaged, empty or of another kind. */
export function parseLock(text: string): Lock | undefined {
  const read = text.length > longest ? undefined : parseJson(text);
  const parsed = read?.ok ? lock.safeParse(read.value) : undefined;
  return parsed?.success ? parsed.data : undefined;
}

/** A lock as it stands on disk. */
export interface StandingLock {
  /** Undefined where it cannot be read: then nobody knows whose it is. */
  lock: Lock | undefined;
  /** The text, to tell one lock that cannot be read from the next. */
  text: string;
  /** When it was last written, by the clock of its disk, in milliseconds. */
  touched: number;
}

/** The lock that stands there; undefined where none does. */
export async function readLock(file: string): Promise<StandingLock | undefined> {
  try {
    const { mtimeMs } = await fs.stat(file);
    const text = await fs.readFile(file, "utf8");
    return { lock: parseLock(text), text, touched: mtimeMs };
  } catch (fault) {
    if (codeOf(fault) === "ENOENT") return undefined;
    return { lock: undefined, text: "", touched: Date.now() };
  }
}

/**
 * The present time by the clock of the disk that holds a file: a file is made there and its time read.
 *
 * @returns milliseconds; this computer's own clock where nothing can be made
 */
export async function diskClock(file: string): Promise<number> {
  const probe = temporaryName(file);
  try {
    await fs.writeFile(probe, "", { flag: "wx" });
    return (await fs.stat(probe)).mtimeMs;
  } catch {
    return Date.now();
  } finally {
    await fs.unlink(probe).catch(() => undefined);
  }
}

/** Without a sign of life for so long, a lock may be taken over. In milliseconds. */
const staleAfter = 5 * 60 * 1000;

/** @param now by the same clock as the lock was touched */
export function holderOf({ lock: known, touched }: StandingLock, now: number): LockHolder {
  const lastActive = new Date(touched).toISOString();
  return {
    who: plain(known?.who) || "Somebody",
    computer: plain(known?.computer) || "another computer",
    since: known?.since ?? lastActive,
    lastActive,
    stale: now - touched >= staleAfter,
  };
}

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const longestName = 60;

/** A name from a file that anybody can write: nothing that turns text around, and no more than fits. */
function plain(name: string | undefined): string {
  return (name ?? "").replaceAll(unseen, "").trim().slice(0, longestName);
}
