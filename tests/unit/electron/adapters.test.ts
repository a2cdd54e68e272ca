import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { appFolders } from "../../../electron/adapters/app-folders.ts";
import { authoritiesFile } from "../../../electron/adapters/authorities-file.ts";
import { packBid } from "../../../electron/adapters/bid-container.ts";
import { bidFilesOn } from "../../../electron/adapters/bid-file.ts";
import { createPlaces } from "../../../electron/adapters/places.ts";
import { recentFiles } from "../../../electron/adapters/recent-files.ts";
import { schemeFolder } from "../../../electron/adapters/scheme-folder.ts";
import { settingsIn } from "../../../electron/adapters/settings.ts";
import { shellOf } from "../../../electron/adapters/shell.ts";
import type { Bid } from "../../../src/bids/bid-schema.ts";
import { templatesFolder } from "../../support/bidwright.ts";
import { stored } from "../../support/stored.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-adapters-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bid: Bid = {
  id: "b1",
  title: "Ours",
  scheme: { id: "tca-2013-14", version: "1.0.0" },
  strand: "limited-sharing",
  marking: "OFFICIAL",
  answers: {},
};

/** Where a council's own schemes and additions would lie. */
const own = (folder: string) => ({
  own: { folder: path.join(folder, "own"), settle: async () => undefined },
  council: path.join(folder, "council"),
});

describe("a bid file", () => {
  const here = () => {
    const places = createPlaces(folder);
    const files = bidFilesOn(places);
    return { files, token: places.file(path.join(folder, "Ours.bid")).token };
  };

  test("comes back as it was saved, attachments and all", async () => {
    const { files, token } = here();
    const attachments = new Map([
      ["9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0", new TextEncoder().encode("aaa")],
    ]);
    const wanted = stored(bid, attachments);
    const written = await files.write(token, wanted, undefined);
    if (!written.ok) throw new Error(written.error.message);
    expect(await files.read(token)).toEqual({ ok: true, value: { ...wanted, sha256: written.value.sha256 } });
  });

  test("holds readable JSON, and the same bid always makes the same bytes", async () => {
    const [once, again] = [await packBid(stored(bid)), await packBid(stored(bid))];
    expect(once).toEqual(again);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, new Date(0), new Map()])(
    "is not written when it holds what a file cannot keep: %s",
    async (value) => {
      expect(await packBid(stored({ ...bid, answers: { value } }))).toMatchObject({ ok: false });
    },
  );

  test("cannot reach the machinery of objects", async () => {
    const answers = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    ) as Bid["answers"];
    expect(await packBid(stored({ ...bid, answers }))).toMatchObject({ ok: false });
    expect({}).not.toHaveProperty("polluted");
  });

  test("that is not there, is a folder or is too large is refused by name", async () => {
    const { files, token } = here();
    const message = async () => {
      const read = await files.read(token);
      return read.ok ? "" : read.error.message;
    };
    expect(await message()).toBe("“Ours.bid” is not there. Look whether it was moved or renamed.");
    writeFileSync(path.join(folder, "Ours.bid"), new Uint8Array(51 * 1024 * 1024));
    expect(await message()).toBe("“Ours.bid” is too large for a bid file (51 MB; 50 MB is the most).");
    rmSync(path.join(folder, "Ours.bid"));
    mkdirSync(path.join(folder, "Ours.bid"));
    expect(await message()).toBe("“Ours.bid” is not a file. Choose a file that ends in .bid.");
  });

  test("that would be too large to open again is not written", async () => {
    const { files, token } = here();
    const attachments = new Map([["0".repeat(64), new Uint8Array(51 * 1024 * 1024)]]);
    const written = await files.write(token, stored(bid, attachments), undefined);
    expect(written.ok ? "" : written.error.message).toMatch(/51\.0 MB, and 50 MB is the most/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("places", () => {
  test("stand for paths by tokens that nobody can guess or make", async () => {
    const places = createPlaces(path.join(folder, "bids"));
    const bids = await places.bidsFolder();
    expect(bids.token).toMatch(/^[\w-]{32}$/);
    expect(bids.folder).toBe(path.join(folder, "bids"));
    expect(places.view(path.join(folder, "bids"))).toBeUndefined();
    expect((await createPlaces(path.join(folder, "bids")).bidsFolder()).token).not.toBe(bids.token);
    expect(places.file(path.join(folder, "a.bid")).token).toBe(
      places.file(path.join(folder, "x", "..", "a.bid")).token,
    );
  });

  test("give a new bid a name that is free and that every system accepts", async () => {
    const places = createPlaces(folder);
    const { token } = await places.bidsFolder();
    const first = await places.newFile(token, 'Q1: "Plan" <v2> / draft?', ".bid");
    expect(first?.label).toBe("Q1 Plan v2 draft.bid");
    writeFileSync(path.join(folder, "Q1 Plan v2 draft.bid"), "");
    expect((await places.newFile(token, 'Q1: "Plan" <v2> / draft?', ".bid"))?.label).toBe("Q1 Plan v2 draft (2).bid");
    const long = "A title that goes on and on ".repeat(6);
    const names = [await places.newFile(token, long, ".bid")];
    writeFileSync(path.join(folder, names[0]?.label ?? ""), "");
    names.push(await places.newFile(token, long, ".bid"));
    expect(names[1]?.label).toBe(names[0]?.label.replace(".bid", " (2).bid"));
    expect((await places.newFile(token, "../../etc/passwd", ".bid"))?.folder).toBe(folder);
    expect(await places.newFile("made up", "x", ".bid")).toBeUndefined();
  });

  test("list the bids of the folder, the newest first, and nothing else", async () => {
    const places = createPlaces(folder);
    for (const [minute, name] of ["old.bid", "note.txt", "new.BID"].entries()) {
      writeFileSync(path.join(folder, name), "");
      utimesSync(path.join(folder, name), minute * 60, minute * 60);
    }
    mkdirSync(path.join(folder, "folder.bid"));
    expect((await places.bidsInFolder()).map(({ label }) => label)).toEqual(["new.BID", "old.bid"]);
  });

  test("make a folder for an export beside the bid, a new one each time", async () => {
    const places = createPlaces(folder);
    const { token } = places.file(path.join(folder, "Ours.bid"));
    const [first, second] = [
      await places.exportFolder(token, "Ours pack"),
      await places.exportFolder(token, "Ours pack"),
    ];
    expect([first?.label, second?.label]).toEqual(["Ours pack", "Ours pack (2)"]);
    expect(readdirSync(folder).toSorted()).toEqual(["Ours pack", "Ours pack (2)"]);
    const gone = places.file(path.join(folder, "gone", "Ours.bid"));
    expect(await places.exportFolder(gone.token, "Ours pack")).toBeUndefined();
  });

  test("ask with a dialog where there is one", async () => {
    expect(createPlaces(folder).dialogs).toBe(false);
    const places = createPlaces(folder, {
      chooseBid: async (start) => path.join(start, "chosen.bid"),
      chooseFolder: async () => undefined,
      chooseScheme: async () => undefined,
    });
    expect(places.dialogs).toBe(true);
    expect((await places.chooseBid())?.label).toBe("chosen.bid");
    expect(await places.chooseFolder()).toBeUndefined();
  });

  test("open only folders that a token stands for", async () => {
    const places = createPlaces(folder);
    const opened: string[] = [];
    const shell = shellOf(places, async (name) => opened.push(name) > 0);
    expect(await shell.openFolder(folder)).toBe(false);
    expect(await shell.openFolder((await places.bidsFolder()).token)).toBe(true);
    expect(opened).toEqual([folder]);
  });
});

describe("settings", () => {
  test("keep the ten bids opened last, and show those that are there", async () => {
    const places = createPlaces(folder);
    const recent = recentFiles(settingsIn(path.join(folder, "data")), places);
    for (let number = 1; number <= 12; number += 1) {
      const file = path.join(folder, `${number}.bid`);
      if (number !== 11) writeFileSync(file, "");
      await recent.add(places.file(file).token, `Bid ${number}`, "2013-06-01T09:30:00Z");
    }
    await recent.add(places.file(path.join(folder, "5.bid")).token, "Bid 5 again", "2013-06-02T09:30:00Z");
    const again = recentFiles(settingsIn(path.join(folder, "data")), createPlaces(folder));
    const titles = (await again.list()).map(({ title }) => title);
    expect(titles).toEqual(["Bid 5 again", ...[12, 10, 9, 8, 7, 6, 4, 3].map((number) => `Bid ${number}`)]);
    await recent.add("made up", "Nothing", "2013-06-02T09:30:00Z");
    expect(await again.list()).toHaveLength(9);
  });

  test.each(["", "{", '{"recent":', '{"recent":[{"path":1}]}', "[]", "null"])(
    "that are damaged (%j) are put aside or passed over, and the app starts",
    (text) => {
      writeFileSync(path.join(folder, "settings.json"), text);
      const settings = settingsIn(folder);
      expect(settings.read()).toEqual({ recent: [] });
      settings.write({ recent: [{ path: "/a.bid", title: "A", openedAt: "2013" }] });
      expect(settingsIn(folder).read().recent).toHaveLength(1);
    },
  );
});

describe("what stands in templates", () => {
  test("is read from every scheme folder there is, and again when a file changes", async () => {
    mkdirSync(path.join(folder, "schemes", "ours"), { recursive: true });
    const shelf = schemeFolder(folder, own(folder));
    const problems = async () => (await shelf.list()).map(({ id, scheme }) => [id, scheme.ok ? [] : scheme.error]);
    expect(await problems()).toEqual([["ours", expect.arrayContaining(["scheme.yaml: the file is missing."])]]);
    writeFileSync(path.join(folder, "schemes", "ours", "scheme.yaml"), "id: [");
    expect(JSON.stringify(await problems())).not.toContain("scheme.yaml: the file is missing.");
  });

  test("loads, with its discount rates and its councils", async () => {
    const shelf = schemeFolder(templatesFolder, own("nowhere"));
    const shelved = await shelf.list();
    expect(shelved.map(({ id, scheme }) => [id, scheme.ok || scheme.error])).toContainEqual(["tca-2013-14", true]);
    expect(await shelf.list()).toEqual(shelved);
    expect(await shelf.discountSeries()).toHaveProperty("series");
    expect((await authoritiesFile(templatesFolder).all()).length).toBeGreaterThan(400);
  });
});

test("the folders can be set from outside", () => {
  const set = appFolders("/app", { BIDWRIGHT_DATA_FOLDER: "/d", BIDWRIGHT_BIDS_FOLDER: "/b" });
  expect(set).toEqual({ app: "/app", data: "/d", bids: "/b" });
  expect(path.basename(appFolders("/app", {}).data)).toBe("Bidwright");
});
