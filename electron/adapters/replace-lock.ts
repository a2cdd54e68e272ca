import * as fs from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf, hereCode, isRunning, processName, processNamed, thisProcess } from "./computer.ts";
import { diskClock, readLock, type StandingLock } from "./lock-file.ts";
import { temporaryName } from "./save-file.ts";

/** Longer than any take-over lasts, in milliseconds. */
const guardStaleAfter = 30_000;

interface NewLock {
  bid: string;
  file: string;
  text: string;
}

/**
 * Puts our lock in the place of one that may be taken over. Two who try at once are kept apart by a file that only one
 * of them can make; the other finds the first one's lock.
 *
 * @param standing the lock as it was when it was judged; one that was renewed or replaced since is left alone
 */
export async function replaceLock(ours: NewLock, standing: StandingLock): Promise<boolean> {
  const guard = `${ours.file.replace(/\.json$/, "")}.taking.json`;
  if (!(await makeGuard(guard, ours.bid))) return false;
  try {
    const now = await readLock(ours.file);
    if (now?.text !== standing.text || now.touched !== standing.touched) return false;
    return await putInPlace(ours);
  } finally {
    await fs.unlink(guard).catch(() => undefined);
  }
}

async function makeGuard(guard: string, bid: string): Promise<boolean> {
  if (await makeNew(guard)) return true;
  if (!(await isLeftBehind(guard, bid))) return false;
  await fs.unlink(guard).catch(() => undefined);
  return makeNew(guard);
}

/** It says who made it, so that one that a crash on this computer left keeps nobody waiting. */
const maker = `${hereCode}-${processName(thisProcess)}`;

async function isLeftBehind(guard: string, bid: string): Promise<boolean> {
  try {
    const { mtimeMs } = await fs.stat(guard);
    const text = await readWritten(guard);
    const [, computer, made] = /^([0-9a-f]{8})-(.+)$/.exec(text) ?? [];
    if (text === "" || (computer === hereCode && !isRunning(processNamed(made)))) return true;
    return (await diskClock(bid)) - mtimeMs >= guardStaleAfter;
  } catch {
    return false;
  }
}

/** A guard is empty for the moment between its making and its writing, and for ever where a crash came just then. */
async function readWritten(guard: string): Promise<string> {
  for (let tries = 0; tries < emptyTries; tries += 1) {
    const text = await fs.readFile(guard, "utf8");
    if (text !== "") return text;
    await pause(100);
  }
  return "";
}

/** A tenth of a second each: far longer than a slow disk takes. */
const emptyTries = 20;

async function makeNew(file: string): Promise<boolean> {
  const code = await fs.writeFile(file, maker, { flag: "wx" }).then(() => "MADE", codeOf);
  return code === "MADE";
}

async function putInPlace({ bid, file, text }: NewLock): Promise<boolean> {
  const temporary = temporaryName(bid);
  try {
    await fs.writeFile(temporary, text, { flag: "wx" });
    await fs.rename(temporary, file);
    return true;
  } catch {
    await fs.unlink(temporary).catch(() => undefined);
    return false;
  }
}
