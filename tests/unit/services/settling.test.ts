import { beforeEach, describe, expect, test } from "vitest";
import type { Client } from "../../../src/contract/client.ts";
import type { AppContract } from "../../../src/contract/contract.ts";
import type { ChangedBid } from "../../../src/contract/open-bid.ts";
import { beginStored } from "../../../src/services/bid-sessions.ts";
import { longAnswer, startBid } from "../../support/histories.ts";
import { memoryWorld, type MemoryWorld } from "../../support/memory-ports.ts";
import { award, clientOf, copyOf, summary, value } from "../../support/two-people.ts";

let world: MemoryWorld;
let app: Client<AppContract>;
const bid = startBid.id;
const open = (token = "folder/ours.bid") => value(app.openBid({ token }));

beforeEach(async () => {
  world = memoryWorld();
  world.files.set("folder/ours.bid", await beginStored(world.ports, startBid));
  app = clientOf(world);
});

describe("what Priya and Dana both changed", () => {
  let merged: ChangedBid;
  const clash = (question: string) => {
    const found = merged.conflicts.find((one) => one.question === question);
    if (!found) throw new Error(`Nothing clashes at ${question}`);
    return found;
  };
  const settle = (question: string, side: 0 | 1 | "both") => app.settle({ bid, conflict: clash(question).id, side });

  beforeEach(async () => {
    await open();
    await value(app.edit({ bid, edits: [summary("First.", "Somebody wrote this.", "Last.")] }));
    await value(app.closeBid({ bid }));
    await copyOf(world, "folder/dana.bid", [award(95_000), summary("First.", "Dana wrote this.", "Last by Dana.")]);
    await open();
    await value(app.edit({ bid, edits: [award(120_000), summary("First.", "Priya wrote this.", "Last.")] }));
    merged = await value(app.bringIn({ bid, token: "folder/dana.bid" }));
  });

  test("is shown with the one that stands", () => {
    const standing = clash("award-requested").sides.filter((side) => side.stands);
    expect(standing.map((side) => side.text)).toEqual([
      merged.bid.answers["award-requested"] === 95_000_00 ? "£95,000" : "£120,000",
    ]);
  });

  test("can both be kept where it is a passage, and nothing else of the answer is lost", async () => {
    expect(merged.conflicts.map((one) => [one.question, one.keepBoth])).toEqual([
      ["award-requested", false],
      ["summary", true],
    ]);
    expect(await settle("award-requested", "both")).toMatchObject({ error: { code: "cannot-keep-both" } });
    const both = await value(settle("summary", "both"));
    const passages = clash("summary").sides.map((side) => [`${side.who} wrote this.`]);
    expect(both.bid.answers.summary).toEqual(longAnswer([["First."], ...passages, ["Last by Dana."]]));
    expect([both.conflicts.length, both.undo]).toEqual([1, "Settled “Summary of the bid”: both passages"]);
  });

  test.each([0, 1] as const)("is open again when the choice of side %i is taken back", async (side) => {
    const { id, sides } = clash("award-requested");
    const done = await value(settle("award-requested", side));
    expect([done.conflicts.length, done.undo]).toEqual([1, `Settled “Award asked for”: ${sides[side].who}`]);
    const back = await value(app.undo({ bid }));
    expect(back.conflicts.map((one) => one.id)).toContain(id);
    expect(back.check.findings.map((finding) => finding.id)).toContain(`merge:${id}`);
    expect((await value(app.redo({ bid }))).conflicts).toHaveLength(1);
  });
});

test("a part that was brought in and is taken back goes with what it left to settle", async () => {
  await open();
  const part = await value(app.makeContribution({ bid, sections: ["about-the-bid"] }));
  const theirs = await open(part.token);
  await value(app.edit({ bid: theirs.bid.id, edits: [award(9)] }));
  await value(app.closeBid({ bid: theirs.bid.id }));
  await value(app.edit({ bid, edits: [award(7)] }));
  const together = await value(app.bringIn({ bid, token: part.token }));
  expect([together.conflicts.length, together.undo]).toEqual([1, "Brought in the part of Priya"]);
  const back = await value(app.undo({ bid }));
  expect([back.conflicts, back.bid.answers["award-requested"]]).toEqual([[], 700]);
  expect((await value(app.redo({ bid }))).conflicts).toHaveLength(1);
});
