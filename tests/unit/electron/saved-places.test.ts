import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { backupsIn } from "../../../electron/adapters/backups.ts";
import { bidFilesOn } from "../../../electron/adapters/bid-file.ts";
import { createPlaces } from "../../../electron/adapters/places.ts";
import { savedPlacesIn } from "../../../electron/adapters/saved-places.ts";
import { emptyBid } from "../../support/bids.ts";
import { stored } from "../../support/stored.ts";

let folder: string;
let clock: number;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-places-"));
  clock = Date.UTC(2013, 5, 1, 9);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The app as it starts, with what it noted before. */
function start() {
  const places = createPlaces(folder);
  const saved = savedPlacesIn(path.join(folder, "data"), places, () => new Date(clock));
  const at = (name: string) => places.file(path.join(folder, name)).token;
  const titlesAt = async (name: string) => (await saved.bidsAt(at(name))).map((one) => one.title);
  return { places, saved, at, titlesAt, note: (name: string, title: string) => noteOf(saved, name, title) };
}

const noteOf = (saved: ReturnType<typeof savedPlacesIn>, name: string, title: string) =>
  saved.note(path.join(folder, name), { id: `id of ${title}`, title });

describe("where bids were saved on this computer", () => {
  test("is known after a restart, by the place and not by what lies there", async () => {
    await start().note("ours.bid", "Ours");
    const { saved, at } = start();
    expect(await saved.bidsAt(at("ours.bid"))).toEqual([
      { bid: "id of Ours", title: "Ours", at: "2013-06-01T09:00:00.000Z" },
    ]);
    expect(await saved.bidsAt(at("other.bid"))).toEqual([]);
    expect(await saved.bidsAt("made up")).toEqual([]);
  });

  test("is told with every save of a bid, and with no save that failed", async () => {
    const { places, saved, at, titlesAt } = start();
    const files = bidFilesOn(places, { noteSaved: saved.note, retryDelays: [] });
    await files.write(at("ours.bid"), stored(emptyBid({ title: "Ours" })), undefined);
    await files.write(at("no/where.bid"), stored(emptyBid()), undefined);
    expect(await titlesAt("ours.bid")).toEqual(["Ours"]);
    expect(await titlesAt("no/where.bid")).toEqual([]);
  });

  test("keeps every bid that was saved in one place, the last one first, whatever the clock did", async () => {
    await start().note("ours.bid", "First");
    clock -= 1_000_000;
    await start().note("ours.bid", "Second");
    expect(await start().titlesAt("ours.bid")).toEqual(["Second", "First"]);
    clock -= 1_000_000;
    await start().note("ours.bid", "First");
    expect(await start().titlesAt("ours.bid")).toEqual(["First", "Second"]);
  });

  test("follows a bid that gets another title, and when it was saved to the minute", async () => {
    const { saved, at } = start();
    const note = (title: string) => saved.note(path.join(folder, "ours.bid"), { id: "b", title });
    await note("Ours");
    clock += 59_000;
    await note("Ours");
    expect((await saved.bidsAt(at("ours.bid")))[0]?.at).toBe("2013-06-01T09:00:00.000Z");
    await note("Renamed");
    clock += 61_000;
    await note("Renamed");
    expect(await saved.bidsAt(at("ours.bid"))).toEqual([
      { bid: "b", title: "Renamed", at: "2013-06-01T09:02:00.000Z" },
    ]);
  });

  test("is one place by whichever way it is reached", async () => {
    mkdirSync(path.join(folder, "real"));
    symlinkSync(path.join(folder, "real"), path.join(folder, "linked"));
    await start().note("linked/ours.bid", "Ours");
    expect(await start().titlesAt("real/../real/ours.bid")).toEqual(["Ours"]);
  });

  test("passes over notes that were damaged, and what is no note", async () => {
    await start().note("ours.bid", "Ours");
    await start().note("ours.bid", "Spoiled");
    const [place = ""] = readdirSync(path.join(folder, "data"));
    const inside = path.join(folder, "data", place);
    writeFileSync(path.join(inside, "note.txt"), "mine");
    for (const name of readdirSync(inside)) if (name.endsWith(".json")) writeFileSync(path.join(inside, name), "{");
    await start().note("ours.bid", "Ours");
    expect(await start().titlesAt("ours.bid")).toEqual(["Ours"]);
  });

  test("never keeps a save from happening", async () => {
    writeFileSync(path.join(folder, "data"), "in the way");
    const { places, saved, at, titlesAt } = start();
    const files = bidFilesOn(places, { noteSaved: saved.note });
    expect(await files.write(at("ours.bid"), stored(emptyBid()), undefined)).toMatchObject({ ok: true });
    expect(await titlesAt("ours.bid")).toEqual([]);
  });
});

test("a bid that another replaces on purpose is kept as a copy of its own", async () => {
  const { places, at } = start();
  const backups = backupsIn(path.join(folder, "kept"), places);
  const files = bidFilesOn(places, { keepPrevious: backups.keepFile });
  await files.write(at("ours.bid"), stored(emptyBid({ id: "first" })), undefined);
  await bidFilesOn(places, { keepPrevious: backups.keepFile }).write(
    at("ours.bid"),
    stored(emptyBid({ id: "second" })),
    "any",
  );
  expect([(await backups.list("first")).length, (await backups.list("second")).length]).toEqual([1, 0]);
});
