import * as fs from "node:fs/promises";
import path from "node:path";
import type { PlaceView } from "../../src/contract/views.ts";
import type { WaitingWork } from "../../src/services/ports.ts";
import { isThere } from "./is-there.ts";
import { isLeft, journalsOf, putAway, type JournalFile } from "./journal-files.ts";

/**
 * What every bid's journals hold. Journals that held nothing when their process ended are cleared away.
 *
 * @param folder holds one for each bid
 */
export async function waitingIn(
  folder: string,
  placeOf: (file: string) => PlaceView | undefined,
): Promise<WaitingWork[]> {
  const folders = await fs.readdir(folder).catch(() => []);
  const found: WaitingWork[] = [];
  for (const name of folders) {
    const inside = path.join(folder, name);
    const files = await journalsOf(inside);
    const holding = files.filter(({ text }) => text.bid !== undefined && text.entries.length > 0);
    const [first] = holding;
    if (first?.text.bid !== undefined) found.push(await workOf(first.text.bid, holding, placeOf));
    await clearEmpty(inside, files);
  }
  return found;
}

async function workOf(
  bid: string,
  files: readonly JournalFile[],
  placeOf: (file: string) => PlaceView | undefined,
): Promise<WaitingWork> {
  const entries = new Map(files.flatMap(({ text }) => text.entries).map((one) => [one.id, one]));
  const file = files.at(-1)?.text.file;
  const place = file === undefined ? undefined : placeOf(file);
  return {
    bid,
    changes: entries.size,
    typedAt:
      [...entries.values()]
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? "",
    ...(file === undefined || place === undefined ? {} : { file: place, fileIsThere: await isThere(file) }),
    left: files.every((one) => isLeft(path.basename(one.file))),
  };
}

async function clearEmpty(folder: string, files: readonly JournalFile[]): Promise<void> {
  const empty = files.filter(({ file, text }) => text.entries.length === 0 && isLeft(path.basename(file)));
  for (const one of empty) await putAway(one);
  // Fails, and rightly, while anything is in it.
  await fs.rmdir(folder).catch(() => undefined);
}

/**
 * Keeps what a process that is gone left, under a name that is not read again.
 *
 * @returns whether all of it could be
 */
export async function setAside(folder: string): Promise<boolean> {
  const left = await journalsOf(folder, isLeft);
  const done = await Promise.allSettled(left.map(({ file }) => fs.rename(file, `${file}.set-aside`)));
  return done.every(({ status }) => status === "fulfilled");
}
