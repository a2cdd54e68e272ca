import * as fs from "node:fs/promises";
import path from "node:path";
import { hereCode, isRunning, processNamed, processPattern } from "./computer.ts";
import { readJournal, type JournalText } from "./journal-lines.ts";

/** One process's journal of one bid, as it lies on disk. */
export interface JournalFile {
  file: string;
  /** When it was last written, in milliseconds. */
  changed: number;
  text: JournalText;
}

const journalName = new RegExp(String.raw`^([0-9a-f]{8})-(${processPattern})-[0-9a-f]{8}\.jsonl$`);

/** The journals of one bid, the one that was written to longest ago first. */
export async function journalsOf(
  folder: string,
  wanted: (name: string) => boolean = () => true,
): Promise<JournalFile[]> {
  const names = await fs.readdir(folder).catch(() => []);
  const files = names.filter((name) => journalName.test(name) && wanted(name)).map((name) => path.join(folder, name));
  const read = await Promise.all(files.map((file) => readFileOf(file).catch(() => undefined)));
  return read.filter((one) => one !== undefined).toSorted((a, b) => a.changed - b.changed);
}

async function readFileOf(file: string): Promise<JournalFile> {
  const { mtimeMs } = await fs.stat(file);
  return { file, changed: mtimeMs, text: readJournal(await fs.readFile(file, "utf8")) };
}

/** A journal of this computer whose process is gone. Folders that follow a person can hold those of other computers. */
export function isLeft(name: string): boolean {
  const [, computer, process] = journalName.exec(name) ?? [];
  return computer === hereCode && !isRunning(processNamed(process));
}

/** What could not be read is kept for whoever may want to look, under a name that is not read again. */
export async function putAway({ file, text }: JournalFile): Promise<void> {
  const done = text.unreadable > 0 ? fs.rename(file, `${file}.unreadable`) : fs.unlink(file);
  await done.catch(() => undefined);
}

/** A bid's file is not where it was: taken away or renamed. A folder that cannot be reached, or is empty, may be a drive that is not connected. */
export async function isGone(file: string): Promise<boolean> {
  const names = await fs.readdir(path.dirname(file)).catch((): string[] => []);
  return names.length > 0 && !names.includes(path.basename(file));
}
