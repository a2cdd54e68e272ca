import { beforeEach, describe, expect, test } from "vitest";
import { createClient, type Client } from "../../../src/contract/client.ts";
import { contract, type AppContract } from "../../../src/contract/contract.ts";
import { createDispatcher } from "../../../src/contract/dispatcher.ts";
import { beginStored } from "../../../src/services/bid-sessions.ts";
import { createHandlers } from "../../../src/services/handlers.ts";
import { append } from "../../../src/history/log.ts";
import { hash, startBid } from "../../support/histories.ts";
import { done } from "../../support/desk.ts";
import { memoryWorld, type MemoryWorld } from "../../support/memory-ports.ts";
import { useLondonTime } from "../../support/office.ts";

useLondonTime();

let world: MemoryWorld;
let app: Client<AppContract>;
beforeEach(async () => {
  world = memoryWorld();
  world.files.set("folder/ours.bid", await beginStored(world.ports, startBid));
  app = createClient(
    contract,
    createDispatcher(contract, createHandlers(world.ports), (name, fault) => {
      throw new Error(`${name}: ${String(fault)}`);
    }),
  );
});

const open = (as: "usual" | "read-only" | "copy" | "salvage" = "usual", token = "folder/ours.bid") =>
  app.openBid({ token, as });
const codeOf = async (reply: ReturnType<typeof open>) => {
  const result = await reply;
  return result.ok ? "opened" : result.error.code;
};

/** A damaged file in place of the bid, and a copy of it in the app's own folder. */
function ruin(lost: string[], mended: string[] = [], sound = false): void {
  const whole = world.files.get("folder/ours.bid");
  if (!whole) throw new Error("There is nothing to ruin");
  world.files.set("backups/1.bid", whole);
  world.backups.set(startBid.id, [{ token: "backups/1.bid", at: "2013-06-01T09:00:00Z", bytes: 2000 }]);
  world.damaged.set("folder/ours.bid", { stored: sound ? whole : undefined, lost, mended });
}

describe("why a file does not open in the usual way", () => {
  const holder = {
    who: "Dana",
    computer: "PC-2",
    since: "2013-06-01T08:00:00Z",
    lastActive: "2013-06-01T08:30:00Z",
    stale: false,
  };

  test("is told apart by code: somebody has it, or somebody left it open", async () => {
    world.holder = holder;
    expect(await codeOf(open())).toBe("opened-elsewhere");
    world.holder = { ...holder, stale: true };
    expect(await codeOf(open())).toBe("left-open");
  });

  test("is told with the times that the clock on the wall here shows", async () => {
    world.holder = holder;
    expect(await open()).toMatchObject({
      error: {
        message: "folder/ours.bid is open: Dana on PC-2, since 2013-06-01 09:00, last active 2013-06-01 09:30.",
      },
    });
  });

  test("is told apart by code: this bid is open here already, from a copy of the file", async () => {
    world.files.set("folder/copy.bid", structuredClone(world.files.get("folder/ours.bid")) as never);
    await done(open());
    for (const as of ["usual", "read-only", "copy"] as const) {
      expect(await codeOf(open(as, "folder/copy.bid")), as).toBe("open-here-already");
    }
  });

  test("is told apart by code: damaged, or damaged all through", async () => {
    ruin(["Nothing of the bid can be read from the file."]);
    expect(await codeOf(open())).toBe("damaged");
    expect(await open("salvage")).toEqual({
      ok: false,
      error: {
        code: "nothing-sound",
        message: "folder/ours.bid is damaged all through. Nothing of the bid can be read from the file.",
      },
    });
  });
});

describe("what is sound of a damaged file", () => {
  test("opens as a copy, and what is lost is told apart from what was put right", async () => {
    ruin(["The attached file “letter.txt” is lost: attach it again."], ["The bid was made again."], true);
    const { notices, place } = await done(open("salvage"));
    expect(place.label).toContain("(recovered)");
    expect(notices[0]).toEqual({
      kind: "damaged",
      message: "What is sound of folder/ours.bid was opened as a copy. folder/ours.bid itself is kept as it is.",
      lost: ["The attached file “letter.txt” is lost: attach it again."],
      mended: ["The bid was made again."],
    });
  });
});

describe("copies kept of a bid whose file cannot be opened", () => {
  const kept = async () => done(app.keptCopies({ token: "folder/ours.bid" }));
  const saved = { bid: startBid.id, title: startBid.title, at: "2013-06-01T09:10:00Z" };
  const backup = { token: "backups/1.bid", at: "2013-06-01T09:00:00Z", bytes: 2000 };

  test("are found by what was saved in the place of the file, the last bid first", async () => {
    ruin([]);
    world.backups.set("other", [{ ...backup, token: "backups/2.bid" }]);
    const none = { bid: "never kept", title: "Never kept", at: "2013-06-01T09:09:00Z" };
    const other = { bid: "other", title: "Another bid", at: "2013-05-01T09:00:00Z" };
    world.savedBids.set("folder/ours.bid", [saved, none, other]);
    expect(await kept()).toEqual([
      { title: startBid.title, savedAt: saved.at, backups: [backup] },
      { title: "Another bid", savedAt: other.at, backups: [{ ...backup, token: "backups/2.bid" }] },
    ]);
  });

  test("are found by what the file still says, before anything that was saved in its place", async () => {
    ruin([], [], true);
    world.backups.set("other", [backup]);
    world.savedBids.set("folder/ours.bid", [{ ...saved, bid: "other" }]);
    expect(await kept()).toEqual([{ title: startBid.title, backups: [backup] }]);
    world.damaged.set("folder/ours.bid", { stored: undefined, bid: startBid.id, lost: [], mended: [] });
    expect(await kept()).toEqual([{ backups: [backup] }]);
    world.savedBids.set("folder/ours.bid", [saved]);
    expect(await kept()).toEqual([{ title: startBid.title, backups: [backup] }]);
  });

  test("are none where this computer never saved it", async () => {
    ruin([]);
    expect(await kept()).toEqual([]);
    expect(await app.keptCopies({ token: "nowhere" })).toMatchObject({ ok: false, error: { code: "no-such-place" } });
  });

  test("open as a copy beside it, with what was typed since, and say so", async () => {
    const bid = await done(open());
    const award = { do: "answer", question: "award-requested", value: 5 } as const;
    world.diskProblem = { code: "cannot-write", message: "The share is gone." };
    await done(app.edit({ bid: bid.bid.id, edits: [award] }));
    world.diskProblem = undefined;
    const [entry] = world.journal.get(startBid.id) ?? [];
    ruin([]);
    app = createClient(
      contract,
      createDispatcher(contract, createHandlers(world.ports), () => undefined),
    );
    const copy = await done(app.openBid({ token: "backups/1.bid", as: "copy", beside: "folder/ours.bid" }));
    expect(entry).toBeDefined();
    expect(copy.bid.answers["award-requested"]).toBe(5);
    expect(copy.notices.map((one) => one.message).slice(0, 2)).toEqual([
      "You are working on an earlier save of folder/ours.bid, which cannot be opened and is kept as it is.",
      "1 change that had not reached the file came back.",
    ]);
  });

  test("open in the bids folder where the folder of the file is gone", async () => {
    ruin([]);
    world.adrift.add("folder/ours.bid");
    const copy = await done(app.openBid({ token: "backups/1.bid", as: "copy", beside: "folder/ours.bid" }));
    expect(copy.place.label).toMatch(/^folder\/Cutting crime .+ \(working copy\)\.bid$/);
    expect(copy.notices[0]?.message).toMatch(/ The copy is in Bids\.$/);
  });
});

test("what the file holds already waits in no journal once the bid is opened", async () => {
  const stored = await beginStored(world.ports, startBid);
  world.files.set("folder/ours.bid", stored);
  world.journal.set(startBid.id, [...stored.log.entries.values()]);
  const opened = await done(app.openBid({ token: "folder/ours.bid" }));
  expect(opened.notices.map(({ kind }) => kind)).not.toContain("recovered");
  expect(world.journal.get(startBid.id)).toEqual([]);
});

describe("work that had not reached its file when the app stopped", () => {
  const file = { token: "folder/ours.bid", label: "ours.bid", folder: "Bids" };
  const work = { bid: startBid.id, changes: 2, typedAt: "2013-06-01T09:00:00Z", left: true };

  test("is told with what its bid is called and whether copies are kept, the newest first", async () => {
    world.savedBids.set(file.token, [{ bid: startBid.id, title: "Joint front door", at: "2013-06-01T08:00:00Z" }]);
    world.waiting = [work, { ...work, bid: "other", typedAt: "2013-06-01T09:05:00Z" }].map((one) => ({
      ...one,
      file,
      fileIsThere: false,
    }));
    world.backups.set(startBid.id, [{ token: "backups/1.bid", at: "2013-06-01T09:00:00Z", bytes: 2000 }]);
    const told = await done(app.unsavedWork({}));
    expect(told.map(({ bid, title, hasCopies }) => [bid, title, hasCopies])).toEqual([
      ["other", undefined, false],
      [startBid.id, "Joint front door", true],
    ]);
  });

  test("is told as far as the file does not hold it, and not at all where it holds everything", async () => {
    const begun = world.files.get(file.token)?.log;
    if (!begun) throw new Error("There is no bid");
    const log = append(begun, { at: "2013-06-01T09:00:00Z", who: "Priya", about: "Changed", changes: [] }, hash);
    const [first, second] = [...log.entries.values()];
    if (!first || !second) throw new Error("There is no history");
    world.waiting = [{ ...work, file, fileIsThere: true }];
    world.journal.set(startBid.id, [first, second]);
    expect(await done(app.unsavedWork({}))).toMatchObject([{ bid: startBid.id, changes: 1 }]);
    world.journal.set(startBid.id, [first]);
    expect(await done(app.unsavedWork({}))).toEqual([]);
  });

  test("is not told while somebody types it, or has the bid open here", async () => {
    world.waiting = [{ ...work, left: false }];
    expect(await done(app.unsavedWork({}))).toEqual([]);
    world.waiting = [work];
    await done(open());
    expect(await done(app.unsavedWork({}))).toEqual([]);
  });

  test("comes back no more once it was set aside", async () => {
    world.journal.set(startBid.id, []);
    await done(app.setAsideWork({ bid: startBid.id }));
    expect(world.journal.has(startBid.id)).toBe(false);
  });

  test("that cannot be set aside is kept, and that is said", async () => {
    world.journal.set(startBid.id, []);
    world.journalProblem = { code: "cannot-write", message: "No." };
    expect(await app.setAsideWork({ bid: startBid.id })).toMatchObject({
      ok: false,
      error: { code: "cannot-write", message: expect.stringContaining("Nothing of it is lost") as string },
    });
    expect(world.journal.has(startBid.id)).toBe(true);
  });
});
