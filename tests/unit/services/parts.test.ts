import { beforeEach, describe, expect, test } from "vitest";
import type { Edit } from "../../../src/bids/edit.ts";
import { createClient, type Client } from "../../../src/contract/client.ts";
import { contract, type AppContract } from "../../../src/contract/contract.ts";
import { createDispatcher } from "../../../src/contract/dispatcher.ts";
import { beginStored } from "../../../src/services/bid-sessions.ts";
import { createHandlers } from "../../../src/services/handlers.ts";
import { done } from "../../support/desk.ts";
import { startBid } from "../../support/histories.ts";
import { memoryWorld, type MemoryWorld } from "../../support/memory-ports.ts";
import { award } from "../../support/office.ts";

let world: MemoryWorld;
let app: Client<AppContract>;

beforeEach(async () => {
  world = memoryWorld();
  world.files.set("folder/ours.bid", await beginStored(world.ports, startBid));
  const fail = (name: string, fault: unknown) => {
    throw new Error(`${name}: ${String(fault)}`);
  };
  app = createClient(contract, createDispatcher(contract, createHandlers(world.ports), fail));
});

const open = (token = "folder/ours.bid") => done(app.openBid({ token }));

describe("a part sent to a partner", () => {
  test("holds only its sections, and comes back answer by answer", async () => {
    const bid = await open();
    await done(app.edit({ bid: bid.bid.id, edits: [award(7)] }));
    const part = await done(app.makeContribution({ bid: bid.bid.id, sections: ["costs"] }));
    expect(JSON.stringify([...(world.files.get(part.token)?.log.entries.values() ?? [])])).not.toContain(
      "We join two teams",
    );
    const theirs = await open(part.token);
    expect(theirs.sections).toEqual(["costs"]);
    const amounts = {
      do: "cell",
      question: "costs",
      row: "r1",
      column: "amounts",
      value: { "2013-14": 77_00 },
    } as const;
    await done(app.edit({ bid: theirs.bid.id, edits: [amounts] }));
    await done(app.closeBid({ bid: theirs.bid.id }));
    const review = await done(app.reviewMerge({ bid: bid.bid.id, token: part.token }));
    expect(review).toMatchObject({ kind: "contribution", conflicts: [] });
    const together = await done(app.bringIn({ bid: bid.bid.id, token: part.token }));
    const [row] = together.bid.answers.costs as { cells: { amounts: unknown } }[];
    expect(row?.cells.amounts).toEqual({ "2013-14": 77_00 });
    expect(together.bid.answers["award-requested"]).toBe(700);
    expect((await done(app.reviewMerge({ bid: bid.bid.id, token: part.token }))).kind).toBe("nothing new");
  });

  const pounds = (row: string, amount: number): Edit => {
    return { do: "cell", question: "costs", row, column: "amounts", value: { "2013-14": amount * 100 } };
  };
  const amountsIn = (bid: { answers: Record<string, unknown> }) =>
    (bid.answers.costs as { cells: { amounts: Record<string, number> } }[]).map(
      ({ cells }) => (cells.amounts["2013-14"] ?? 0) / 100,
    );
  /** Somebody opens a file, makes these changes, and closes it. */
  const fillIn = async (who: string, token: string, ...edits: Edit[]) => {
    Object.assign(world.ports, { person: { name: async () => who, computer: `PC of ${who}` } });
    const { bid } = await open(token);
    for (const one of edits) await done(app.edit({ bid: bid.id, edits: [one] }));
    await done(app.closeBid({ bid: bid.id }));
    Object.assign(world.ports, { person: { name: async () => "Priya", computer: "PC-1" } });
  };
  const sendCosts = async (bid: string) => (await done(app.makeContribution({ bid, sections: ["costs"] }))).token;

  test("comes in once however often it is brought in, as the work of whoever did it, and can be taken back", async () => {
    const { bid } = await open();
    const token = await sendCosts(bid.id);
    await fillIn("Bob", token, pounds("r1", 200));
    await done(app.bringIn({ bid: bid.id, token }));
    await done(app.edit({ bid: bid.id, edits: [pounds("r1", 10)] }));
    await fillIn("Cat", token, pounds("r2", 300));
    const review = await done(app.reviewMerge({ bid: bid.id, token }));
    expect(review).toMatchObject({ people: [{ who: "Cat", entries: 1 }], conflicts: [] });
    const together = await done(app.bringIn({ bid: bid.id, token }));
    expect(amountsIn(together.bid)).toEqual([10, 300, 30]);
    const before = await done(app.history({ bid: bid.id, question: "costs" }));
    expect(before.map(({ who, kind }) => [who, kind])).toEqual([
      ["Cat", "merged"],
      ["Priya", "changed"],
      ["Bob", "merged"],
    ]);
    await done(app.bringIn({ bid: bid.id, token }));
    expect(await done(app.history({ bid: bid.id, question: "costs" }))).toEqual(before);
    expect(together.undo).toMatch(/^Brought in the part of Cat: Changed Amount by year/);
    expect(amountsIn((await done(app.undo({ bid: bid.id }))).bid)).toEqual([10, 20, 30]);
    expect(amountsIn((await done(app.bringIn({ bid: bid.id, token }))).bid)).toEqual([10, 20, 30]);
    expect(amountsIn((await done(app.redo({ bid: bid.id }))).bid)).toEqual([10, 300, 30]);
    expect(await done(app.verifyFile({ bid: bid.id }))).toEqual([]);
  });

  test("that two people filled in apart is one again when one brings in the copy of the other", async () => {
    const { bid } = await open();
    const token = await sendCosts(bid.id);
    const sent = world.files.get(token);
    if (!sent) throw new Error("It was not sent");
    world.files.set("folder/copy.bid", structuredClone(sent));
    await fillIn("Bob", token, pounds("r1", 200));
    await fillIn("Cat", "folder/copy.bid", pounds("r1", 250), pounds("r2", 300));
    const theirs = await open(token);
    const joined = await done(app.bringIn({ bid: theirs.bid.id, token: "folder/copy.bid" }));
    expect(amountsIn(joined.bid)[1]).toBe(300);
    expect(await done(app.save({ bid: theirs.bid.id }))).toMatchObject({ state: "saved" });
    expect(await app.reviewMerge({ bid: bid.id, token })).toMatchObject({
      error: {
        message: "Something in this part is still to be settled. Open the part, settle it, and bring it in then.",
      },
    });
    const [conflict] = joined.conflicts;
    const side = conflict?.sides.findIndex(({ who }) => who === "Cat") as 0 | 1;
    await done(app.settle({ bid: theirs.bid.id, conflict: conflict?.id ?? "", side }));
    await done(app.closeBid({ bid: theirs.bid.id }));
    const together = await done(app.bringIn({ bid: bid.id, token }));
    expect([amountsIn(together.bid), together.conflicts]).toEqual([[250, 300, 30], []]);
  });
});
