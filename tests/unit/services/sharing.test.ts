import { beforeEach, describe, expect, test } from "vitest";
import type { Edit } from "../../../src/bids/edit.ts";
import type { Client } from "../../../src/contract/client.ts";
import type { AppContract } from "../../../src/contract/contract.ts";
import type { OpenBid } from "../../../src/contract/open-bid.ts";
import { beginStored } from "../../../src/services/bid-sessions.ts";
import { longAnswer, startBid } from "../../support/histories.ts";
import { memoryWorld, type MemoryWorld } from "../../support/memory-ports.ts";
import { award, clientOf, copyOf, summary, value } from "../../support/two-people.ts";

let world: MemoryWorld;
let app: Client<AppContract>;

/** The app as it starts: what is on disk and in the journal stays, what was open is forgotten. */
function start(): void {
  app = clientOf(world);
}

beforeEach(async () => {
  world = memoryWorld();
  world.files.set("folder/ours.bid", await beginStored(world.ports, startBid));
  start();
});

const open = (as?: "read-only" | "copy" | "take-over" | "salvage", token = "folder/ours.bid") =>
  app.openBid({ token, ...(as ? { as } : {}) });
const edit = (bid: OpenBid, ...edits: Edit[]) => value(app.edit({ bid: bid.bid.id, edits }));

const theirCopy = (name: string, ...edits: Edit[]) => copyOf(world, name, edits);

describe("taking back and bringing back", () => {
  test("work one change at a time, survive a restart, and say what they would do", async () => {
    const bid = await value(open());
    expect((await edit(bid, award(100_000))).undo).toBe("Changed “Award asked for”");
    await edit(bid, { do: "remove-row", question: "costs", row: "r2" });
    await value(app.closeBid({ bid: bid.bid.id }));
    start();
    const again = await value(open());
    expect(again.undo).toBe("Took out Line r2 in “Costs”");
    const first = await value(app.undo({ bid: bid.bid.id }));
    expect((first.bid.answers.costs as { id: string }[]).map((row) => row.id)).toEqual(["r1", "r2", "r3"]);
    const second = await value(app.undo({ bid: bid.bid.id }));
    expect(second.bid.answers["award-requested"]).toBe(startBid.answers["award-requested"]);
    expect(await app.undo({ bid: bid.bid.id })).toMatchObject({ ok: false, error: { code: "nothing-to-do" } });
    const redone = await value(app.redo({ bid: bid.bid.id }));
    expect(redone.bid.answers["award-requested"]).toBe(100_000_00);
    expect((await value(app.redo({ bid: bid.bid.id }))).redo).toBeUndefined();
  });
});

test("a stretch typed without a pause is taken back and brought back as one, and a pause parts two", async () => {
  const bid = await value(open());
  let now = Date.parse("2013-06-01T09:30:00Z");
  Object.assign(world.ports.clock, { now: () => new Date((now += 250)) });
  const type = async (...ends: string[]) => {
    for (const end of ends)
      await edit(bid, summary("We join two teams.", "It costs £100,000.", `Staff were asked. ${end}`));
  };
  await type("A", "Ab", "Abc");
  now += 60_000;
  await type("Abc d", "Abc de");
  const textOf = (changed: { bid: { answers: Record<string, unknown> } }) =>
    JSON.stringify(changed.bid.answers.summary);
  expect(textOf(await value(app.undo({ bid: bid.bid.id })))).toContain('asked. Abc"');
  expect(textOf(await value(app.undo({ bid: bid.bid.id })))).toContain('asked."');
  expect(textOf(await value(app.redo({ bid: bid.bid.id })))).toContain('asked. Abc"');
  expect(textOf(await value(app.redo({ bid: bid.bid.id })))).toContain('asked. Abc de"');
});

describe("the history of a bid", () => {
  test("says who changed what, answer by answer, and gives back what was there", async () => {
    const bid = await value(open());
    await edit(bid, award(100_000));
    await value(app.nameVersion({ bid: bid.bid.id, name: "sent to finance" }));
    await edit(bid, award(200_000), summary("All new."));
    const items = await value(app.history({ bid: bid.bid.id }));
    expect(items.map((item) => [item.kind, item.who])).toEqual([
      ["changed", "Priya"],
      ["named", "Priya"],
      ["changed", "Priya"],
      ["began", "Priya"],
    ]);
    const ofAward = await value(app.history({ bid: bid.bid.id, question: "award-requested" }));
    expect(ofAward).toHaveLength(2);
    const named = items.find((item) => item.name === "sent to finance")?.entry ?? "";
    const differences = await value(app.compare({ bid: bid.bid.id, from: named }));
    expect(differences.find((one) => one.question === "award-requested")).toMatchObject({
      before: "£100,000",
      after: "£200,000",
    });
    const back = await value(app.restore({ bid: bid.bid.id, entry: named, question: "award-requested" }));
    expect(back.bid.answers["award-requested"]).toBe(100_000_00);
    expect(back.bid.answers.summary).toEqual(longAnswer([["All new."]]));
    const whole = await value(app.restore({ bid: bid.bid.id, entry: named }));
    expect(whole.bid.answers.summary).toEqual(startBid.answers.summary);
    expect(await value(app.verifyFile({ bid: bid.bid.id }))).toEqual([]);
  });
});

describe("what was typed and never reached the file", () => {
  test("comes back when the bid is opened again, and the officer is told", async () => {
    const bid = await value(open());
    world.diskProblem = { code: "cannot-write", message: "The disk is full." };
    await edit(bid, award(1));
    await edit(bid, award(2));
    world.diskProblem = undefined;
    start();
    const again = await value(open());
    expect(again.bid.answers["award-requested"]).toBe(200);
    expect(again.notices).toEqual([
      { kind: "recovered", message: "2 changes that had not reached the file came back." },
    ]);
    await world.passTime();
    expect(world.journal.get(bid.bid.id)).toEqual([]);
  });

  test("is joined with what somebody else put in the file meanwhile", async () => {
    const bid = await value(open());
    world.diskProblem = { code: "cannot-write", message: "The share is gone." };
    await edit(bid, award(1));
    world.diskProblem = undefined;
    await theirCopy("folder/ours.bid", summary("Dana wrote this."));
    start();
    const again = await value(open());
    expect(again.bid.answers).toMatchObject({ "award-requested": 100, summary: longAnswer([["Dana wrote this."]]) });
  });
});

test("what two windows typed and never saved comes back from both", async () => {
  const bid = await value(open());
  world.diskProblem = { code: "cannot-write", message: "The disk is full." };
  await edit(bid, award(1));
  const first = world.journal.get(bid.bid.id) ?? [];
  world.journal.delete(bid.bid.id);
  start();
  await edit(await value(open()), summary("Typed elsewhere."));
  world.journal.set(bid.bid.id, [...first, ...(world.journal.get(bid.bid.id) ?? [])]);
  world.diskProblem = undefined;
  start();
  const again = await value(open());
  expect(again.bid.answers).toMatchObject({ "award-requested": 100, summary: longAnswer([["Typed elsewhere."]]) });
});

describe("one file and two people", () => {
  const holder = {
    who: "Dana",
    computer: "PC-2",
    since: "2013-06-01T08:00:00Z",
    lastActive: "2013-06-01T08:30:00Z",
    stale: false,
  };

  test("the second is told who has it and since when, and may read it or work on a copy", async () => {
    world.holder = holder;
    expect(await open()).toMatchObject({
      ok: false,
      error: {
        code: "opened-elsewhere",
        message: expect.stringMatching(/^folder\/ours\.bid is open: Dana on PC-2, since [-\d]+ [:\d]+, last active /),
      },
    });
    expect(await open("take-over")).toMatchObject({ ok: false });
    const reading = await value(open("read-only"));
    expect(await app.edit({ bid: reading.bid.id, edits: [award(1)] })).toMatchObject({
      ok: false,
      error: { code: "read-only" },
    });
    await value(app.closeBid({ bid: reading.bid.id }));
    const copy = await value(open("copy"));
    expect(copy.place.label).toContain("(working copy)");
    expect(copy.notices.map((notice) => notice.kind)).toContain("copies");
  });

  test("a lock whose holder has gone can be taken over", async () => {
    world.holder = { ...holder, stale: true };
    expect(await open()).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("take it over") as string },
    });
    expect(await open("take-over")).toMatchObject({ ok: true });
  });

  test("a change by somebody else is never written over; it is brought in first", async () => {
    const bid = await value(open());
    await theirCopy("folder/ours.bid", summary("Dana wrote this."));
    const theirs = world.files.get("folder/ours.bid");
    if (theirs) await world.ports.bidFiles.write("folder/ours.bid", theirs, "folder/ours.bid 0");
    await edit(bid, award(5));
    expect(await value(app.save({ bid: bid.bid.id }))).toMatchObject({ state: "changed-elsewhere" });
    const review = await value(app.reviewMerge({ bid: bid.bid.id, token: "folder/ours.bid" }));
    expect(review).toMatchObject({ kind: "merged", people: [{ who: "Dana", entries: 1 }], conflicts: [] });
    expect(review.incoming.map((section) => section.section)).toEqual(["about-the-bid"]);
    const together = await value(app.bringIn({ bid: bid.bid.id, token: "folder/ours.bid" }));
    expect(together.bid.answers).toMatchObject({ "award-requested": 500, summary: longAnswer([["Dana wrote this."]]) });
    expect(await value(app.save({ bid: bid.bid.id }))).toMatchObject({ state: "saved" });
  });
});

describe("bringing two copies together", () => {
  test("what clashes is listed with both texts, blocks, survives a restart, and is settled one by one", async () => {
    await theirCopy("folder/dana.bid", award(95_000), summary("Dana wrote this."));
    const bid = await value(open());
    await edit(bid, award(120_000));
    const merged = await value(app.bringIn({ bid: bid.bid.id, token: "folder/dana.bid" }));
    expect(merged.bid.answers.summary).toEqual(longAnswer([["Dana wrote this."]]));
    expect(merged.conflicts.map((one) => [one.label, one.sides.map((side) => side.text).toSorted()])).toEqual([
      ["Award asked for", ["£120,000", "£95,000"]],
    ]);
    expect(merged.check.findings.find((finding) => finding.kind === "merge")).toMatchObject({ severity: "blocker" });
    await value(app.closeBid({ bid: bid.bid.id }));
    start();
    const again = await value(open());
    const [conflict] = again.conflicts;
    const side = conflict?.sides.findIndex((one) => one.who === "Dana") as 0 | 1;
    const settled = await value(app.settle({ bid: bid.bid.id, conflict: conflict?.id ?? "", side }));
    expect(settled.conflicts).toEqual([]);
    expect(settled.bid.answers["award-requested"]).toBe(95_000_00);
    expect(await app.bringIn({ bid: bid.bid.id, token: "folder/dana.bid" })).toMatchObject({
      ok: true,
      value: { conflicts: [] },
    });
  });

  test("copies that a synchronised folder made are found", async () => {
    await theirCopy("folder/ours (PC2).bid");
    const bid = await value(open());
    expect(bid.notices[0]?.message).toBe("Other copies of this bid stand beside it: folder/ours (PC2).bid.");
    expect((await value(app.copies({ bid: bid.bid.id }))).map((copy) => copy.token)).toEqual(["folder/ours (PC2).bid"]);
  });

  test("another bid is refused", async () => {
    world.files.set("folder/other.bid", await beginStored(world.ports, { ...startBid, id: "other" }));
    const bid = await value(open());
    expect(await app.reviewMerge({ bid: bid.bid.id, token: "folder/other.bid" })).toMatchObject({
      ok: false,
      error: { code: "not-this-bid" },
    });
  });
});

describe("a part sent to a partner", () => {
  test("and taken back when it is here again goes with what it left to settle", async () => {
    const bid = await value(open());
    const part = await value(app.makeContribution({ bid: bid.bid.id, sections: ["about-the-bid"] }));
    const theirs = await value(open(undefined, part.token));
    await edit(theirs, award(9));
    await value(app.closeBid({ bid: theirs.bid.id }));
    await edit(bid, award(7));
    const together = await value(app.bringIn({ bid: bid.bid.id, token: part.token }));
    expect([together.conflicts.length, together.undo]).toEqual([1, "Brought in the part of Priya"]);
    const back = await value(app.undo({ bid: bid.bid.id }));
    expect([back.conflicts, back.bid.answers["award-requested"]]).toEqual([[], 700]);
    expect((await value(app.redo({ bid: bid.bid.id }))).conflicts).toHaveLength(1);
  });
});
