import { beforeEach, describe, expect, test } from "vitest";
import { createClient, type Client } from "../../../src/contract/client.ts";
import { contract, type AppContract } from "../../../src/contract/contract.ts";
import type { OpenBid } from "../../../src/contract/open-bid.ts";
import { createDispatcher } from "../../../src/contract/dispatcher.ts";
import { verifyLog } from "../../../src/history/log.ts";
import { beginStored } from "../../../src/services/bid-sessions.ts";
import { createHandlers } from "../../../src/services/handlers.ts";
import { done } from "../../support/desk.ts";
import { example, scheme } from "../../support/bidwright.ts";
import { hash } from "../../support/histories.ts";
import { memoryWorld, type MemoryWorld } from "../../support/memory-ports.ts";

const tca = scheme("tca-2013-14");
let world: MemoryWorld;
let app: Client<AppContract>;
let outline: OpenBid;

beforeEach(async () => {
  world = memoryWorld();
  app = createClient(
    contract,
    createDispatcher(contract, createHandlers(world.ports), (name, fault) => {
      throw new Error(`${name}: ${String(fault)}`);
    }),
  );
  const { bid } = example(scheme("project-outline"), "babergh-mid-suffolk");
  world.files.set("outline.bid", await beginStored(world.ports, bid));
  outline = await done(app.openBid({ token: "outline.bid" }));
});

const limited = { scheme: "tca-2013-14", strand: "limited-sharing" };
const carry = (changes: object = {}) =>
  app.carryBid({ bid: outline.bid.id, ...limited, title: "Our bid", folder: "folder", ...changes });

test("every fund is judged by what the open bid says now, on the day of the clock", async () => {
  const before = await done(app.whichFund({ bid: outline.bid.id }));
  expect(before.today).toBe("2013-06-01");
  expect(before.schemes.map((one) => one.id)).not.toContain("project-outline");
  await app.edit({
    bid: outline.bid.id,
    edits: [{ do: "answer", question: "award-requested", value: 600_000_00 }],
  });
  const after = await done(app.whichFund({ bid: outline.bid.id }));
  const verdictIn = ({ strands }: typeof after) => strands.find((one) => one.strand === "limited-sharing")?.verdict;
  expect([verdictIn(before), verdictIn(after)]).toEqual(["not known yet", "ruled out"]);
});

describe("a bid made of another one's answers", () => {
  test("is shown before it is made, and nothing is made then", async () => {
    const preview = await done(app.previewCarry({ bid: outline.bid.id, ...limited }));
    expect(preview).toMatchObject({
      scheme: { id: "tca-2013-14", title: tca.title },
      strand: { id: "limited-sharing" },
      title: "One staff for Babergh and Mid Suffolk",
      files: 0,
    });
    expect(preview.leftBehind.map((one) => one.question)).toEqual(["start-date"]);
    expect([...world.files.keys()]).toEqual(["outline.bid"]);
  });

  test("holds what the preview said, has an identity of its own, and is on disk at once", async () => {
    const preview = await done(app.previewCarry({ bid: outline.bid.id, ...limited }));
    const made = await done(carry());
    expect(made.bid).toMatchObject({ title: "Our bid", scheme: { id: "tca-2013-14" }, strand: "limited-sharing" });
    expect(made.bid.id).not.toBe(outline.bid.id);
    expect(made.bid.answers["start-date"]).toBe("2013-11-04");
    expect(made.bid.answers).toMatchObject({ "award-requested": outline.bid.answers["award-requested"] });
    const missing = made.check.findings.flatMap(({ id }) => /^required:([^.]+)$/.exec(id)?.[1] ?? []);
    expect(missing.toSorted()).toEqual(preview.missing.map((one) => one.question).toSorted());
    expect(world.files.has("folder/Our bid.bid")).toBe(true);
    expect(made.notices).toMatchObject([{ kind: "carried" }]);
  });

  test("says in the first entry of its log where it came from", async () => {
    const made = await done(carry());
    const [first] = await done(app.history({ bid: made.bid.id }));
    expect(first).toMatchObject({
      kind: "began",
      who: "Priya",
      about:
        "Began the bid with answers of “One staff for Babergh and Mid Suffolk” (Project outline (before you choose a fund))",
    });
    expect(verifyLog(world.files.get("folder/Our bid.bid")?.log ?? { entries: new Map(), head: "" }, hash)).toEqual([]);
  });

  test("leaves the first bid, its file and its history as they were", async () => {
    const before = structuredClone(world.files.get("outline.bid"));
    const made = await done(carry());
    await app.edit({ bid: made.bid.id, edits: [{ do: "answer", question: "award-requested", value: 1_00 }] });
    expect(world.files.get("outline.bid")).toEqual(before);
    expect((await done(app.history({ bid: outline.bid.id }))).map((one) => one.kind)).toEqual(["began"]);
    await done(app.closeBid({ bid: outline.bid.id }));
    expect((await done(app.openBid({ token: "outline.bid" }))).bid).toEqual(outline.bid);
  });

  test("takes the attached files along that its answers name", async () => {
    const first = await done(carry());
    const file = await done(app.attach({ bid: first.bid.id, name: "letter.pdf", base64: btoa("A letter") }));
    await done(app.attach({ bid: first.bid.id, name: "unused.pdf", base64: btoa("Unused") }));
    const row = { id: "a1", cells: { "what-it-is": "Letter", file } };
    await done(app.edit({ bid: first.bid.id, edits: [{ do: "add-row", question: "attachments", row }] }));
    const strand = { scheme: "tca-2013-14", strand: "single-operation" };
    expect((await done(app.previewCarry({ bid: first.bid.id, ...strand }))).files).toBe(1);
    await done(app.carryBid({ bid: first.bid.id, ...strand, title: "Second", folder: "folder" }));
    expect([...(world.files.get("folder/Second.bid")?.attachments.keys() ?? [])]).toEqual([file.sha256]);
  });

  test.each([
    [{ scheme: "no-such" }, "no-such-scheme"],
    [{ strand: "no-such" }, "no-such-strand"],
    [{ folder: "nowhere" }, "no-such-place"],
    [{ title: " " }, "bad-request"],
    [{ bid: "no-such" }, "not-open"],
  ])("is refused where it cannot be made: %o", async (wanted, code) => {
    const reply = await carry(wanted);
    expect(!reply.ok && reply.error.code).toBe(code);
    expect([...world.files.keys()]).toEqual(["outline.bid"]);
  });

  test("is not begun when the disk is full", async () => {
    world.diskProblem = { code: "cannot-write", message: "The disk is full." };
    const reply = await carry();
    expect(!reply.ok && reply.error).toMatchObject({ code: "cannot-write", message: "The disk is full." });
  });
});
