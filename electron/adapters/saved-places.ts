import * as fs from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import type { Bid } from "../../src/bids/bid-schema.ts";
import type { SavedBid, SavedPlaces } from "../../src/services/ports.ts";
import { sha256 } from "./hash.ts";
import { readJson } from "./plain-json.ts";
import { readWithin } from "./read-within.ts";
import { saveFile } from "./save-file.ts";
import type { DiskPlaces } from "./places.ts";

/*
 * A folder for each place, and in it a small file for each bid that was saved there, so that no process ever
 * writes over what another noted:
 *   { "file": "/home/priya/Bids/ours.bid", "bid": "…", "title": "…", "number": 2, "at": "2013-06-01T09:30:00.000Z" }
 * `number` counts up within a place: the order of bids, whatever the clock did.
 */
const note = z.object({
  bid: z.string(),
  title: z.string(),
  number: z.int().nonnegative(),
  at: z.iso.datetime(),
});
type Note = z.infer<typeof note>;

/** Saved places with their paths, for saving. */
export interface DiskSavedPlaces extends SavedPlaces {
  /** Notes that a bid was saved there just now. Never fails: a save does not depend on it. */
  note(file: string, bid: Pick<Bid, "id" | "title">): Promise<void>;
}

/** A note is made anew at most this often, as long as nothing else is saved there, in milliseconds. */
const noteEvery = 60_000;

/** Notes in a folder of the app's own. */
export function savedPlacesIn(folder: string, places: DiskPlaces, now: () => Date = () => new Date()): DiskSavedPlaces {
  const lately = new Map<string, { bid: string; title: string; at: number }>();
  return {
    bidsAt: async (token) => {
      const file = places.pathOf(token);
      if (file === undefined) return [];
      const notes = await notesIn(path.join(folder, nameOf(await keyOf(file))));
      return notes.map(({ bid, title, at }): SavedBid => ({ bid, title, at }));
    },
    note: async (file, { id: bid, title }) => {
      const key = await keyOf(file);
      const [last, at] = [lately.get(key), now()];
      const same = last?.bid === bid && last.title === title;
      if (same && Math.abs(at.getTime() - last.at) < noteEvery) return;
      lately.set(key, { bid, title, at: at.getTime() });
      await makeNote(path.join(folder, nameOf(key)), { file, bid, title, at: at.toISOString() }).catch(() => undefined);
    },
  };
}

/** Some systems do not tell two names apart by capitals, or store letters with accents in two parts. */
const oneName = new Set<NodeJS.Platform>(["win32", "darwin"]);

/** One name for a place, by whichever way it was reached, and also where the file itself is gone. */
async function keyOf(file: string): Promise<string> {
  const whole = path.resolve(file);
  const parent = path.dirname(whole);
  const name = path.join(await fs.realpath(parent).catch(() => parent), path.basename(whole)).normalize("NFC");
  return oneName.has(process.platform) ? name.toLowerCase() : name;
}

function nameOf(text: string): string {
  return sha256(text).slice(0, 32);
}

async function makeNote(folder: string, about: Omit<Note, "number"> & { file: string }): Promise<void> {
  const number = Math.max(0, ...(await notesIn(folder)).map((one) => one.number)) + 1;
  const bytes = new TextEncoder().encode(`${JSON.stringify({ ...about, number }, undefined, 2)}\n`);
  await fs.mkdir(folder, { recursive: true });
  await saveFile(path.join(folder, `${nameOf(about.bid)}.json`), bytes, { retryDelays: [] });
}

/** The last one first. What cannot be read is passed over. */
async function notesIn(folder: string): Promise<Note[]> {
  const names = await fs.readdir(folder).catch(() => []);
  const files = names.filter((name) => /^[0-9a-f]{32}\.json$/.test(name)).map((name) => path.join(folder, name));
  const notes = (await Promise.all(files.map(readNote))).filter((one) => one !== undefined);
  return notes.toSorted((a, b) => b.number - a.number || b.at.localeCompare(a.at));
}

async function readNote(file: string): Promise<Note | undefined> {
  const bytes = await readWithin(file);
  const read = bytes.ok ? readJson(bytes.value) : bytes;
  const parsed = read.ok ? note.safeParse(read.value) : undefined;
  return parsed?.success ? parsed.data : undefined;
}
