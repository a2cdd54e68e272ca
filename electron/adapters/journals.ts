import * as fs from "node:fs/promises";
import path from "node:path";
import type { Entry } from "../../src/history/log.ts";
import type { Journals } from "../../src/services/ports.ts";
import { fail } from "../../src/shared/result.ts";
import { hereCode, isRunning, processNamed, processPattern } from "./computer.ts";
import { journalFault } from "./file-faults.ts";
import { sha256 } from "./hash.ts";
import { headerLine, readJournal, type JournalText } from "./journal-lines.ts";
import type { JournalDisk } from "./journal-disk.ts";
import { ownJournal, type OwnJournal } from "./own-journal.ts";

/**
 * Journals in the app's own folder: a folder for each bid, and in it a file for each process that edits the bid,
 * so that no process ever shortens what another has just flushed.
 */
export function journalsIn(folder: string, { disk, pathOf = () => undefined }: JournalOptions = {}): Journals {
  /** By the first line, for every bid. */
  const own = new Map<string, Map<string, OwnJournal>>();
  const folderOf = (bid: string) => path.join(folder, sha256(bid).slice(0, 32));
  const fileOf = (place: string | undefined) => (place === undefined ? undefined : pathOf(place));
  const ownOf = (bid: string, place: string | undefined) => {
    const header = headerLine(bid, fileOf(place));
    const ofBid = own.get(bid) ?? new Map<string, OwnJournal>();
    const known = ofBid.get(header) ?? ownJournal(folderOf(bid), header, disk);
    own.set(bid, ofBid.set(header, known));
    return known;
  };
  return {
    append: async (bid, entries, place) => {
      const kept = await ownOf(bid, place).append(entries);
      return kept.ok ? kept : fail({ code: "cannot-write", message: journalFault(folder, kept.error.code) });
    },
    read: async (bid) => {
      const texts = (await filesIn(folderOf(bid))).map(({ text }) => text);
      const entries = new Map(texts.flatMap((text) => text.entries).map((one) => [one.id, one]));
      const unreadable = texts.reduce((sum, text) => sum + text.unreadable, 0);
      return { entries: parentsFirst([...entries.values()]), unreadable };
    },
    typedElsewhere: async (bid, place) => typedElsewhere(await filesIn(folderOf(bid)), fileOf(place)),
    forget: async (bid, held, place) => {
      for (const journal of own.get(bid)?.values() ?? []) await journal.forget(held);
      const here = fileOf(place);
      for (const left of await filesIn(folderOf(bid), isLeft)) {
        const allHeld = left.text.entries.every(({ id }) => held.has(id));
        if (allHeld && !(await isElsewhere(left, here))) await putAway(left);
      }
    },
    waiting: () => waitingIn(folder),
  };
}

interface JournalOptions {
  disk?: Partial<JournalDisk>;
  /** The path of a file by its token. */
  pathOf?: (place: string) => string | undefined;
}

interface ReadFile {
  file: string;
  text: JournalText;
}

/** Typed in another file than this one, which may still want it. */
async function isElsewhere({ text: { file } }: ReadFile, here: string | undefined): Promise<boolean> {
  return file !== undefined && here !== undefined && file !== here && !(await isGone(file));
}

/** Taken away or renamed. A folder that cannot be reached, or is empty, may be a drive that is not connected. */
async function isGone(file: string): Promise<boolean> {
  const names = await fs.readdir(path.dirname(file)).catch((): string[] => []);
  return names.length > 0 && !names.includes(path.basename(file));
}

async function typedElsewhere(files: readonly ReadFile[], here: string | undefined): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const one of files) {
    const name = (await isElsewhere(one, here)) && nameBeside(one.text.file ?? "", here ?? "");
    for (const { id } of one.text.entries) {
      if (name === false) found.delete(id);
      else found.set(id, name);
    }
  }
  return found;
}

/** A name tells two files apart unless they have the same. */
function nameBeside(file: string, here: string): string {
  const { base, dir } = path.parse(file);
  return base === path.basename(here) ? `“${base}” in ${dir}` : `“${base}”`;
}

const journalName = new RegExp(String.raw`^([0-9a-f]{8})-(${processPattern})-[0-9a-f]{8}\.jsonl$`);

/** The journals of one bid, the one that was written to longest ago first. */
async function filesIn(folder: string, wanted: (name: string) => boolean = () => true): Promise<ReadFile[]> {
  const names = await fs.readdir(folder).catch(() => []);
  const files = names.filter((name) => journalName.test(name) && wanted(name)).map((name) => path.join(folder, name));
  const read = await Promise.all(files.map((file) => readFileOf(file).catch(() => undefined)));
  return read.filter((one) => one !== undefined).toSorted((a, b) => a.changed - b.changed);
}

async function readFileOf(file: string): Promise<ReadFile & { changed: number }> {
  const { mtimeMs } = await fs.stat(file);
  return { file, changed: mtimeMs, text: readJournal(await fs.readFile(file, "utf8")) };
}

/** A journal of this computer whose process is gone. Folders that follow a person can hold those of other computers. */
function isLeft(name: string): boolean {
  const [, computer, process] = journalName.exec(name) ?? [];
  return computer === hereCode && !isRunning(processNamed(process));
}

/** What could not be read is kept for whoever may want to look, under a name that is not read again. */
async function putAway({ file, text }: ReadFile): Promise<void> {
  const done = text.unreadable > 0 ? fs.rename(file, `${file}.unreadable`) : fs.unlink(file);
  await done.catch(() => undefined);
}

/** Parents before children, otherwise as they stand. */
function parentsFirst(entries: readonly Entry[]): Entry[] {
  const inside = new Set(entries.map(({ id }) => id));
  const placed = new Map<string, Entry>();
  let left = [...entries];
  for (let before = -1; before !== placed.size;) {
    before = placed.size;
    for (const one of left) {
      if (one.parents.every((parent) => placed.has(parent) || !inside.has(parent))) placed.set(one.id, one);
    }
    left = left.filter(({ id }) => !placed.has(id));
  }
  return [...placed.values()];
}

async function waitingIn(folder: string): Promise<string[]> {
  const folders = await fs.readdir(folder).catch(() => []);
  const bids = new Set<string>();
  for (const name of folders) {
    const inside = path.join(folder, name);
    const files = await filesIn(inside);
    for (const { text } of files) if (text.bid !== undefined && text.entries.length > 0) bids.add(text.bid);
    await clearEmpty(inside, files);
  }
  return [...bids];
}

/** Journals that held nothing when their process ended. */
async function clearEmpty(folder: string, files: readonly ReadFile[]): Promise<void> {
  const empty = files.filter(({ file, text }) => text.entries.length === 0 && isLeft(path.basename(file)));
  for (const one of empty) await putAway(one);
  // Fails, and rightly, while anything is in it.
  await fs.rmdir(folder).catch(() => undefined);
}
