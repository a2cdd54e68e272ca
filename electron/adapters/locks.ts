import { randomUUID } from "node:crypto";
import * as fs from "node:fs/promises";
import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import type { LockHolder, Locks } from "../../src/services/ports.ts";
import { codeOf, computerName, isRunning, thisProcess } from "./computer.ts";
import {
  diskClock,
  holderOf,
  lockFileOf,
  lockText,
  parseLock,
  readLock,
  type Lock,
  type StandingLock,
} from "./lock-file.ts";
import type { DiskPlaces } from "./places.ts";
import { replaceLock } from "./replace-lock.ts";

/** A lock that we hold, or want. */
interface Held {
  bid: string;
  file: string;
  id: string;
  text: string;
  /** False where its folder lets nobody write: then nobody can save there either. */
  made: boolean;
}

type Outcome = { taken: true; made: boolean } | { taken: false; holder: LockHolder };

/** Locks in visible files beside bids. */
export function locksBeside(places: DiskPlaces): Locks {
  const held = new Map<string, Held>();
  const inTurn = turns();
  const take = async (token: string, who: string, takeOver: boolean) => {
    const bid = places.pathOf(token);
    const ours = held.get(token);
    if (bid === undefined || (ours && (await isOurs(ours)))) return { taken: true } as const;
    const wanted = newLock(bid, who);
    const outcome = await takeLock(wanted, takeOver);
    if (!outcome.taken) return outcome;
    held.set(token, { ...wanted, made: outcome.made });
    return { taken: true } as const;
  };
  const renew = async (token: string) => {
    const ours = held.get(token);
    if (!ours) return { held: false };
    return !ours.made || (await renewLock(ours)) ? { held: true } : { held: false, takenBy: await holderNow(ours) };
  };
  const release = async (token: string) => {
    const ours = held.get(token);
    held.delete(token);
    if (ours && (await isOurs(ours))) await fs.unlink(ours.file).catch(() => undefined);
  };
  return {
    take: (token, { who, takeOver = false }) => inTurn(token, () => take(token, who, takeOver)),
    renew: (token) => inTurn(token, () => renew(token)),
    release: (token) => inTurn(token, () => release(token)),
  };
}

/** One thing after another for each lock: one that is renewed while it is given back would stand there again. */
function turns() {
  const last = new Map<string, Promise<unknown>>();
  return <T>(token: string, run: () => Promise<T>): Promise<T> => {
    const next = (last.get(token) ?? Promise.resolve()).then(run);
    last.set(
      token,
      next.catch(() => undefined),
    );
    return next;
  };
}

function newLock(bid: string, who: string): Held {
  const id = randomUUID();
  const text = lockText({
    who,
    computer: computerName,
    process: thisProcess.id,
    mark: thisProcess.mark,
    up: Math.floor(os.uptime()),
    since: new Date().toISOString(),
    id,
  });
  return { bid, file: lockFileOf(bid), id, text, made: true };
}

async function holderNow({ bid, file }: Held): Promise<LockHolder> {
  const now = await diskClock(bid);
  return holderOf((await readLock(file)) ?? { lock: undefined, text: "", touched: now }, now);
}

async function isOurs({ file, id }: Held): Promise<boolean> {
  return (await readLock(file))?.lock?.id === id;
}

/** Locks come and go while they are looked at. */
const mostTries = 5;

async function takeLock(wanted: Held, takeOver: boolean): Promise<Outcome> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const code = await fs.writeFile(wanted.file, wanted.text, { flag: "wx" }).then(() => "MADE", codeOf);
    if (code !== "EEXIST") return { taken: true, made: code === "MADE" };
    const standing = await readSettled(wanted.file);
    const outcome = standing && (await takeFrom(wanted, standing, takeOver));
    if (outcome) return outcome;
  }
  const now = Date.now();
  return { taken: false, holder: holderOf({ lock: undefined, text: "", touched: now }, now) };
}

/** A lock is empty for the moment between its making and its writing. */
async function readSettled(file: string): Promise<StandingLock | undefined> {
  for (let tries = 1; tries < mostTries; tries += 1) {
    const standing = await readLock(file);
    if (standing?.text !== "") return standing;
    await pause(20);
  }
  return readLock(file);
}

async function takeFrom(wanted: Held, standing: StandingLock, takeOver: boolean): Promise<Outcome | undefined> {
  const holder = holderOf(standing, await diskClock(wanted.bid));
  if (!isCrashed(standing.lock) && !(takeOver && holder.stale)) return { taken: false, holder };
  if (await replaceLock(wanted, standing)) return { taken: true, made: true };
  const now = await readSettled(wanted.file);
  return now && { taken: false, holder: holderOf(now, await diskClock(wanted.bid)) };
}

/** Left by a process of this computer that is gone: nobody has to wait for that. */
function isCrashed(lock: Lock | undefined): boolean {
  if (lock?.computer !== computerName) return false;
  // A computer that has been on for less time was started anew since.
  return os.uptime() < (lock.up ?? 0) || !isRunning({ id: lock.process, mark: lock.mark });
}

/**
 * Writes the same words again, so that the disk's own clock says when. Through one handle: where somebody puts another
 * file in its place meanwhile, only the old one is touched.
 */
async function renewLock({ file, id, text }: Held): Promise<boolean> {
  try {
    const handle = await fs.open(file, "r+");
    try {
      if (parseLock(await handle.readFile("utf8"))?.id !== id) return false;
      await handle.write(text, 0);
      return true;
    } finally {
      await handle.close();
    }
  } catch (fault) {
    // A disk that cannot be reached says nothing of who has the bid.
    return codeOf(fault) === "ENOENT" ? makeAgain(file, text) : true;
  }
}

async function makeAgain(file: string, text: string): Promise<boolean> {
  const code = await fs.writeFile(file, text, { flag: "wx" }).then(() => "MADE", codeOf);
  return code !== "EEXIST";
}
