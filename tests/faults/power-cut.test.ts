import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unpackBid } from "../../electron/adapters/bid-container.ts";
import { bidFilesOn } from "../../electron/adapters/bid-file.ts";
import { sha256 } from "../../electron/adapters/hash.ts";
import { readJournal } from "../../electron/adapters/journal-lines.ts";
import { journalsIn } from "../../electron/adapters/journals.ts";
import { createPorts } from "../../electron/ports.ts";
import type { Edit } from "../../src/bids/edit.ts";
import { createHandlers } from "../../src/services/handlers.ts";
import { projectRoot } from "../support/bidwright.ts";
import { done } from "../support/desk.ts";
import { longAnswer } from "../support/histories.ts";
import { award, title } from "../support/office.ts";
import { PowerCutDisk } from "./support/power-cut-disk.ts";
import type { AfterPowerCut } from "./support/power-cuts.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-power-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the officer was told of an entry: that it is safe on this computer, or that it is in the file. */
interface Told {
  entry: string;
  where: "here" | "file";
}

const longEnoughToRewrite: Edit = {
  do: "answer",
  question: "summary",
  value: longAnswer([Array.from({ length: 20_000 }, (_, index) => `Sentence ${index}.`)]),
};

/** Somebody at work in the app on a disk whose power may go. @returns the history in the end, the oldest first */
async function work(disk: PowerCutDisk<Told>): Promise<string[]> {
  disk.stand(folder);
  const ports = createPorts({
    folders: { app: projectRoot, data: path.join(folder, "data"), bids: folder },
    startWorker: () => {
      throw new Error("No documents are made here");
    },
    openPath: async () => false,
  });
  const app = createHandlers({
    ...ports,
    clock: { ...ports.clock, after: () => undefined },
    bidFiles: bidFilesOn(ports.places, { disk: disk.files }),
    journals: journalsIn(path.join(folder, "data", "journals"), { disk: disk.journal }),
    backups: { list: async () => [], keep: async () => undefined, keepStanding: async () => undefined },
  });
  const wanted = { scheme: "tca-2013-14", strand: "limited-sharing", title: "Ours" };
  const { bid } = await done(app.newBid({ ...wanted, folder: ports.places.folder(folder).token }));
  const newest = async () => (await done(app.history({ bid: bid.id, limit: 1 })))[0]?.entry ?? "";
  const type = async (edit: Edit) => {
    await done(app.edit({ bid: bid.id, edits: [edit] }));
    disk.tell({ entry: await newest(), where: "here" });
  };
  const save = async (...meanwhile: Edit[]) => {
    const saving = app.save({ bid: bid.id });
    for (const edit of meanwhile) await type(edit);
    expect(await done(saving)).toMatchObject({ state: "saved" });
    disk.tell({ entry: await newest(), where: "file" });
  };
  disk.tell({ entry: await newest(), where: "file" });
  for (const pounds of [100, 200, 300]) await type(award(pounds));
  await save();
  await type(title("A better title"));
  await save(award(400), longEnoughToRewrite, award(500));
  for (const pounds of [600, 700]) await type(award(pounds));
  await save(award(800));
  await type(award(900));
  return (await done(app.history({ bid: bid.id, limit: 1000 }))).map(({ entry }) => entry).toReversed();
}

/** What is read of the same bytes is read once. */
function onceFor<T>(read: (bytes: Uint8Array) => T): (bytes: Uint8Array) => T {
  const known = new Map<string, T>();
  return (bytes) => {
    const hash = sha256(bytes);
    const found = known.get(hash) ?? read(bytes);
    known.set(hash, found);
    return found;
  };
}

const bidIn = onceFor((bytes) => unpackBid(bytes));
const journalIn = onceFor((bytes) => readJournal(Buffer.from(bytes).toString("utf8")));

/** What is wrong with what the power cut left; undefined where nothing is. */
async function faultOf({ files, told }: AfterPowerCut<Told>, history: readonly string[]): Promise<string | undefined> {
  const inFile = told.findLast(({ where }) => where === "file");
  const bytes = files.get(path.join(folder, "Ours.bid"));
  if (!bytes) return inFile && "The bid is gone";
  const read = await bidIn(bytes);
  if (!read.ok) return `The bid ${read.error.says}`;
  const { entries, head } = read.value.log;
  if (history.indexOf(head) < history.indexOf(inFile?.entry ?? ""))
    return "The bid is older than what was said to be in it";
  const journals = [...files].filter(([name]) => name.endsWith(".jsonl")).map(([, text]) => journalIn(text));
  const kept = new Set(journals.flatMap((journal) => journal.entries.map(({ id }) => id)));
  const lost = told.filter(({ entry }) => !entries.has(entry) && !kept.has(entry));
  return lost.length === 0 ? undefined : `${lost.length} entries that were said to be safe are nowhere`;
}

async function faultsOn(disk: PowerCutDisk<Told>): Promise<{ cuts: number; faults: string[] }> {
  const history = await work(disk);
  const faults: string[] = [];
  let cuts = 0;
  for (const cut of disk.powerCuts()) {
    cuts += 1;
    const fault = await faultOf(cut, history);
    if (fault !== undefined) faults.push(`${cut.words}: ${fault}`);
  }
  return { cuts, faults };
}

test("whenever the power goes, the bid opens, old or new, and every edit that was called safe is there", async () => {
  const { cuts, faults } = await faultsOn(new PowerCutDisk());
  expect(faults).toEqual([]);
  expect(cuts).toBeGreaterThan(250);
});

test.each([
  ["files", "flush"],
  ["folders", "flush folder"],
] as const)("a disk that does not flush %s is found out", async (_, broken) => {
  expect((await faultsOn(new PowerCutDisk(broken))).faults).not.toEqual([]);
});
