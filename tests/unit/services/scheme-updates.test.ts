import { beforeEach, describe, expect, test } from "vitest";
import { createClient, type Client } from "../../../src/contract/client.ts";
import { contract, type AppContract } from "../../../src/contract/contract.ts";
import type { OpenBid } from "../../../src/contract/open-bid.ts";
import { createDispatcher } from "../../../src/contract/dispatcher.ts";
import { beginStored } from "../../../src/services/bid-sessions.ts";
import { createHandlers } from "../../../src/services/handlers.ts";
import type { Bid } from "../../../src/bids/bid-schema.ts";
import { example, scheme } from "../../support/bidwright.ts";
import { done } from "../../support/desk.ts";
import { memoryWorld, type MemoryWorld } from "../../support/memory-ports.ts";
import { changedFiles, nextVersion } from "../../support/scheme-versions.ts";

const id = "tca-2013-14";
const given = example(scheme(id), "bath-nes-ict").bid;
const learning = { blocks: [{ type: "paragraph", spans: [{ text: "A page on our site." }] }] };
const bid: Bid = {
  ...given,
  answers: { ...given.answers, "award-requested": 450_000_00, "sharing-the-learning": learning },
};

let world: MemoryWorld;
let app: Client<AppContract>;
const restart = () => {
  app = createClient(
    contract,
    createDispatcher(contract, createHandlers(world.ports), (name, fault) => {
      throw new Error(`${name}: ${String(fault)}`);
    }),
  );
};
beforeEach(async () => {
  world = memoryWorld();
  world.shelf.offer("next", id, changedFiles(id, nextVersion));
  world.files.set("ours.bid", await beginStored(world.ports, bid));
  restart();
});

const open = (): Promise<OpenBid> => done(app.openBid({ token: "ours.bid" }));
const inspect = (token = "next") => done(app.inspectScheme({ token }));
const install = async () => done(app.installScheme({ inspection: (await inspect()).inspection }));

describe("before an update is installed", () => {
  test("the officer sees what changes in the scheme and in each bid that is open or was lately", async () => {
    await open();
    const seen = await inspect();
    expect(seen.faults).toEqual([]);
    expect(seen.replaces).toEqual({ version: "1.0.0", own: false, usable: true });
    expect(seen.changes.map((one) => one.id)).toContain("limited-band-high");
    expect(seen.bids).toHaveLength(1);
    expect(seen.bids[0]).toMatchObject({ title: bid.title, open: true });
    expect(seen.bids[0]?.effects?.findings.map((one) => one.id)).toContain("rule:award-within-limited-band");
    await done(app.closeBid({ bid: bid.id }));
    expect((await inspect()).bids[0]).toMatchObject({
      title: bid.title,
      open: false,
      effects: { kept: expect.any(Number) as number },
    });
  });

  test("nothing is installed and no bid is changed", async () => {
    const before = await open();
    await inspect();
    expect((await done(app.listSchemes({}))).find((one) => one.id === id)).toMatchObject({
      version: "1.0.0",
      own: false,
    });
    expect((await open()).check).toEqual(before.check);
  });

  test("faults are told with file and line, and such a scheme cannot be installed", async () => {
    world.shelf.offer("broken", id, changedFiles(id, { "pack.yaml": [["layout-note:", "layout-nte:"]] }));
    const seen = await inspect("broken");
    expect(seen.faults[0]).toMatch(/^pack\.yaml line \d+, column \d+: /);
    const refused = await app.installScheme({ inspection: seen.inspection });
    expect(!refused.ok && refused.error.code).toBe("faulty");
  });

  test("one that says the same version and something else is refused", async () => {
    world.shelf.offer("same", id, changedFiles(id, { "form/innovation.yaml": [["What is new about this", "New"]] }));
    expect((await inspect("same")).faults).toEqual([
      "scheme.yaml line 3, column 10: version 1.0.0 is here already and says something else. Give this one a new version.",
    ]);
  });

  test("one that would read figures already given as others is refused", async () => {
    const changes = { "scheme.yaml": [["version: 1.0.0", "version: 1.0.1"]], "form/costs.yaml": [] } as const;
    const files = changedFiles(id, changes);
    const [name, text] = [...files].find(([, one]) => /kind: percentage/.test(one)) ?? ["", ""];
    files.set(name, text.replace("kind: percentage", "kind: number"));
    world.shelf.offer("misread", id, files);
    expect((await inspect("misread")).faults.join()).toContain("was another kind of number in version 1.0.0");
  });
});

describe("after an update is installed", () => {
  test("an open bid goes on under it with every answer, and its history says so", async () => {
    const before = await open();
    expect(await install()).toEqual({ id, version: "1.1.0", bids: [bid.title] });
    const after = await open();
    expect(after.bid).toEqual({ ...before.bid, scheme: { id, version: "1.1.0" } });
    expect(after.check.findings.map((one) => one.id)).toContain("rule:award-within-limited-band");
    expect((await done(app.history({ bid: bid.id })))[0]).toMatchObject({
      about: "Went on under version 1.1.0 of the scheme",
      who: "Priya",
    });
    const back = await done(app.undo({ bid: bid.id }));
    expect(back.bid).toEqual(before.bid);
  });

  test("a bid that was closed says what changed when it is opened, until the officer accepts", async () => {
    await install();
    const opened = await open();
    const notice = opened.notices.find((one) => one.kind === "scheme");
    expect(notice?.message).toContain("last worked on under version 1.0.0");
    expect(notice?.scheme?.effects?.rules.map((one) => one.rule)).toContain("award-within-limited-band");
    expect(opened.bid.scheme.version).toBe("1.0.0");
    await done(app.edit({ bid: bid.id, edits: [{ do: "adopt-scheme", version: "1.1.0" }] }));
    await done(app.closeBid({ bid: bid.id }));
    const again = await open();
    expect(again.notices.filter((one) => one.kind === "scheme")).toEqual([]);
    expect(again.bid).toEqual({ ...opened.bid, scheme: { id, version: "1.1.0" } });
  });

  test("a version that is not here cannot be accepted", async () => {
    await open();
    const refused = await app.edit({ bid: bid.id, edits: [{ do: "adopt-scheme", version: "9.9.9" }] });
    expect(!refused.ok && refused.error.message).toContain("is not the one that is here");
  });

  test("putting the whole bid back to an earlier day leaves the scheme that is here", async () => {
    await open();
    const first = (await done(app.history({ bid: bid.id }))).at(-1)?.entry ?? "";
    await done(app.edit({ bid: bid.id, edits: [{ do: "retitle", title: "Other" }] }));
    await install();
    const back = await done(app.restore({ bid: bid.id, entry: first }));
    expect(back.bid).toEqual({ ...bid, answers: back.bid.answers, scheme: { id, version: "1.1.0" } });
  });

  test("it can be taken away, and put back", async () => {
    await install();
    await open();
    await done(app.removeScheme({ id }));
    expect((await done(app.listSchemes({}))).find((one) => one.id === id)).toMatchObject({
      version: "1.0.0",
      own: false,
    });
    expect(await done(app.keptSchemes({}))).toEqual([{ id, version: "1.1.0", keptAt: expect.any(String) as string }]);
    expect(await done(app.restoreScheme({ id, version: "1.1.0" }))).toMatchObject({ version: "1.1.0" });
    expect((await done(app.listSchemes({}))).find((one) => one.id === id)).toMatchObject({
      version: "1.1.0",
      own: true,
    });
  });

  test("a scheme with bids open and nothing to take its place stays", async () => {
    const own = new Map(
      [...changedFiles(id, {})].map(([name, text]) => [
        name,
        text.replaceAll(/^(id|scheme): tca-2013-14$/gm, "$1: ours"),
      ]),
    );
    world.shelf.offer("own", "ours", own);
    await done(app.installScheme({ inspection: (await inspect("own")).inspection }));
    await done(app.newBid({ scheme: "ours", strand: "limited-sharing", title: "Ours", folder: "folder" }));
    const refused = await app.removeScheme({ id: "ours" });
    expect(!refused.ok && refused.error).toMatchObject({ code: "in-use" });
  });

  test.each([
    ["tca-2013-14", "not-own"],
    ["no-such", "no-such-scheme"],
    ["../tca", "bad-request"],
  ])("%s is not taken away", async (which, code) => {
    const refused = await app.removeScheme({ id: which });
    expect(!refused.ok && refused.error.code).toBe(code);
  });

  test("a disk that refuses leaves the scheme and the bid as they were", async () => {
    const before = await open();
    world.shelf.fault = "There is no room.";
    const refused = await app.installScheme({ inspection: (await inspect()).inspection });
    expect(!refused.ok && refused.error).toEqual({ code: "cannot-write", message: "There is no room." });
    expect((await open()).bid).toEqual(before.bid);
  });
});
