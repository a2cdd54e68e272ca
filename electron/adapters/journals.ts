import path from "node:path";
import type { Entry } from "../../src/history/log.ts";
import type { PlaceView } from "../../src/contract/views.ts";
import type { Journals } from "../../src/services/ports.ts";
import { fail } from "../../src/shared/result.ts";
import { journalFault } from "./file-faults.ts";
import { sha256 } from "./hash.ts";
import type { JournalDisk } from "./journal-disk.ts";
import { isGone, isLeft, journalsOf, putAway, type JournalFile } from "./journal-files.ts";
import { headerLine } from "./journal-lines.ts";
import { ownJournal, type OwnJournal } from "./own-journal.ts";
import { setAside, waitingIn } from "./waiting-work.ts";

/**
 * Journals in the app's own folder: a folder for each bid, and in it a file for each process that edits the bid,
 * so that no process ever shortens what another has just flushed.
 */
export function journalsIn(folder: string, options: JournalOptions = {}): Journals {
  const { disk, pathOf = () => undefined, placeOf = () => undefined } = options;
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
      const texts = (await journalsOf(folderOf(bid))).map(({ text }) => text);
      const entries = new Map(texts.flatMap((text) => text.entries).map((one) => [one.id, one]));
      const unreadable = texts.reduce((sum, text) => sum + text.unreadable, 0);
      return { entries: parentsFirst([...entries.values()]), unreadable };
    },
    typedElsewhere: async (bid, place) => typedElsewhere(await journalsOf(folderOf(bid)), fileOf(place)),
    forget: async (bid, held, place) => {
      for (const journal of own.get(bid)?.values() ?? []) await journal.forget(held);
      const here = fileOf(place);
      for (const left of await journalsOf(folderOf(bid), isLeft)) {
        const allHeld = left.text.entries.every(({ id }) => held.has(id));
        if (allHeld && !(await isElsewhere(left, here))) await putAway(left);
      }
    },
    waiting: () => waitingIn(folder, placeOf),
    setAside: (bid) => setAside(folderOf(bid)),
  };
}

interface JournalOptions {
  disk?: Partial<JournalDisk>;
  /** The path of a file by its token. */
  pathOf?: (place: string) => string | undefined;
  /** A file by its path, for people and for opening it. */
  placeOf?: (file: string) => PlaceView | undefined;
}

/** Typed in another file than this one, which may still want it. */
async function isElsewhere({ text: { file } }: JournalFile, here: string | undefined): Promise<boolean> {
  return file !== undefined && here !== undefined && file !== here && !(await isGone(file));
}

async function typedElsewhere(files: readonly JournalFile[], here: string | undefined): Promise<Map<string, string>> {
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
