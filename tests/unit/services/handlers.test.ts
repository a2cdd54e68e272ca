import { beforeEach, describe, expect, test } from "vitest";
import type { Edit } from "../../../src/bids/edit.ts";
import { createClient, type Client } from "../../../src/contract/client.ts";
import { contract, type AppContract } from "../../../src/contract/contract.ts";
import type { OpenBid } from "../../../src/contract/open-bid.ts";
import { createDispatcher } from "../../../src/contract/dispatcher.ts";
import { beginStored } from "../../../src/services/bid-sessions.ts";
import { createHandlers } from "../../../src/services/handlers.ts";
import { example, scheme } from "../../support/bidwright.ts";
import { memoryWorld, type MemoryWorld } from "../../support/memory-ports.ts";

let world: MemoryWorld;
let app: Client<AppContract>;
let faults: unknown[];

beforeEach(() => {
  world = memoryWorld();
  faults = [];
  app = createClient(
    contract,
    createDispatcher(contract, createHandlers(world.ports), (_, fault) => faults.push(fault)),
  );
});

async function begin(): Promise<OpenBid> {
  const made = await app.newBid({
    scheme: "tca-2013-14",
    strand: "limited-sharing",
    title: "Shared ICT",
    folder: "folder",
  });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

const ask = (pounds: number): Edit => ({ do: "answer", question: "award-requested", value: pounds * 100 });

async function edit(bid: OpenBid, ...edits: Edit[]) {
  const reply = await app.edit({ bid: bid.bid.id, edits });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

/** A finished bid from the scheme's examples, as a file in the folder. */
async function openExample(name: string): Promise<OpenBid> {
  world.files.set("given.bid", await beginStored(world.ports, example(scheme("tca-2013-14"), name).bid));
  const opened = await app.openBid({ token: "given.bid" });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

describe("a new bid", () => {
  test("is on disk before the first word is typed", async () => {
    await begin();
    expect([...world.files.keys()]).toEqual(["folder/Shared ICT.bid"]);
  });

  test("says what the scheme still wants", async () => {
    const { check } = await begin();
    expect(check.ready).toBe(false);
    expect(check.findings.some((finding) => finding.id === "required:award-requested")).toBe(true);
  });

  test.each([
    [{ scheme: "no-such", strand: "limited-sharing", title: "A", folder: "folder" }, "no-such-scheme"],
    [{ scheme: "tca-2013-14", strand: "no-such", title: "A", folder: "folder" }, "no-such-strand"],
    [{ scheme: "tca-2013-14", strand: "limited-sharing", title: "A", folder: "nowhere" }, "no-such-place"],
    [{ scheme: "tca-2013-14", strand: "limited-sharing", title: " ", folder: "folder" }, "bad-request"],
  ])("is refused where it cannot be made: %o", async (wanted, code) => {
    const reply = await app.newBid(wanted);
    expect(!reply.ok && reply.error.code).toBe(code);
  });

  test("is not begun when the disk is full", async () => {
    world.diskProblem = { code: "cannot-write", message: "The disk is full." };
    const reply = await app.newBid({ scheme: "tca-2013-14", strand: "limited-sharing", title: "A", folder: "folder" });
    expect(!reply.ok && reply.error).toMatchObject({ code: "cannot-write", message: "The disk is full." });
  });
});

describe("an edit", () => {
  test("brings back the findings it changes, with the fix", async () => {
    const bid = await begin();
    const { check } = await edit(bid, ask(500_001));
    const finding = check.findings.find((one) => one.place.question === "award-requested" && one.outcome === "not met");
    expect(finding).toMatchObject({ severity: "blocker", change: { question: "award-requested", value: 500_000_00 } });
    expect(finding?.fix).toContain("£500,000");
    const fixed = await edit(bid, ask(500_000));
    expect(fixed.check.findings.map((one) => one.id)).not.toContain(finding?.id);
  });

  test("is saved by itself a moment later, and the reply says when", async () => {
    const bid = await begin();
    expect((await edit(bid, ask(100_000))).saved.state).toBe("saving");
    await world.passTime();
    expect(await app.saveState({ bid: bid.bid.id })).toMatchObject({ ok: true, value: { state: "saved" } });
    expect(world.files.get("folder/Shared ICT.bid")?.bid.answers["award-requested"]).toBe(100_000_00);
  });

  test("keeps what was typed even when it is no amount", async () => {
    const bid = await begin();
    const { check } = await edit(bid, {
      do: "answer",
      question: "award-requested",
      value: { unread: "half a million" },
    });
    expect(check.findings.find((one) => one.id === "value:award-requested")?.working).toContain("half a million");
  });

  test.each<[Edit, string]>([
    [{ do: "answer", question: "no-such", value: 1 }, "The scheme has no question no-such."],
    [{ do: "answer", question: "award-requested", value: "100" }, "not a value of its kind"],
    [{ do: "cell", question: "costs", row: "r9", column: "description", value: "x" }, "There is no line r9"],
    [{ do: "add-row", question: "costs", row: { id: "r1", cells: { nonsense: 1 } } }, "not a line of this table"],
    [{ do: "choose-strand", strand: "no-such" }, "There is no strand no-such."],
  ])("that cannot be stored is refused and changes nothing: %o", async (change, why) => {
    const bid = await begin();
    const reply = await app.edit({ bid: bid.bid.id, edits: [ask(1), change] });
    expect(!reply.ok && reply.error).toMatchObject({
      code: "edit-refused",
      message: expect.stringContaining(why) as string,
    });
    const again = await app.openBid({ token: "folder/Shared ICT.bid" });
    expect(again.ok && again.value.bid.answers).toEqual({});
  });

  test("of a bid that is not open is refused", async () => {
    expect(await app.edit({ bid: "gone", edits: [ask(1)] })).toMatchObject({ ok: false, error: { code: "not-open" } });
  });
});

describe("a save that fails", () => {
  test("is said loudly, keeps the words, and works elsewhere", async () => {
    const bid = await begin();
    world.diskProblem = { code: "cannot-write", message: "The disk is full." };
    await edit(bid, ask(7));
    await world.passTime();
    expect(await app.saveState({ bid: bid.bid.id })).toMatchObject({
      value: { state: "failed", message: "The disk is full." },
    });
    expect(await app.closeBid({ bid: bid.bid.id })).toMatchObject({ ok: false, error: { code: "cannot-write" } });
    world.diskProblem = undefined;
    const moved = await app.saveElsewhere({ bid: bid.bid.id, folder: "stick" });
    expect(moved).toMatchObject({ ok: true, value: { saved: { state: "saved" } } });
    expect(world.files.get("stick/Shared ICT.bid")?.bid.answers["award-requested"]).toBe(700);
  });
});

describe("what the app's own folder cannot keep", () => {
  const unsafe = "What you type is not safe until the bid is saved: the disk is full.";
  const state = async (id: string) => {
    const reply = await app.saveState({ bid: id });
    return reply.ok ? reply.value : undefined;
  };

  test("is said to be kept nowhere, whatever becomes of the file, until one of the two holds it", async () => {
    const bid = await begin();
    world.journalProblem = { code: "cannot-write", message: unsafe };
    expect((await edit(bid, ask(7))).saved).toMatchObject({ notSafe: unsafe });
    world.diskProblem = { code: "changed", message: "Somebody else changed it." };
    await world.passTime();
    expect(await state(bid.bid.id)).toMatchObject({ state: "changed-elsewhere", notSafe: unsafe });
    world.journalProblem = undefined;
    await edit(bid, ask(8));
    expect(await state(bid.bid.id)).not.toHaveProperty("notSafe");

    world.journalProblem = { code: "cannot-write", message: unsafe };
    await edit(bid, ask(9));
    world.diskProblem = undefined;
    expect(await app.save({ bid: bid.bid.id })).toMatchObject({ value: { state: "saved" } });
    expect(await state(bid.bid.id)).not.toHaveProperty("notSafe");
  });
});

describe("a submission pack", () => {
  test("is refused as final while a blocker stands, saying which", async () => {
    const bid = await begin();
    const reply = await app.exportPack({ bid: bid.bid.id, draft: false });
    expect(!reply.ok && reply.error.code).toBe("blocked");
    expect(!reply.ok && reply.error.message).toMatch(/blockers stand: .+ And \d+ more\./);
  });

  test("can be made as a draft at any time, with progress, and cancelled", async () => {
    const bid = await begin();
    const started = await app.exportPack({ bid: bid.bid.id, draft: true });
    if (!started.ok) throw new Error(started.error.message);
    expect(await app.job({ job: started.value.job })).toMatchObject({ value: { state: "working", progress: 0.5 } });
    expect(await app.cancelJob({ job: started.value.job })).toMatchObject({ value: { state: "cancelled" } });
    expect(await app.job({ job: started.value.job })).toMatchObject({ value: { state: "cancelled" } });
  });

  test("is made as final from a finished bid and lists its checked files", async () => {
    const bid = await openExample("cheshire");
    const started = await app.exportPack({ bid: bid.bid.id, draft: false });
    if (!started.ok) throw new Error(started.error.message);
    const file = { name: "a.docx", bytes: 1, sha256: "0".repeat(64), checked: "9 tables" };
    world.finishDocuments({ ok: true, value: [file] });
    await world.passTime();
    expect(await app.job({ job: started.value.job })).toMatchObject({ value: { state: "done", files: [file] } });
    expect(world.made[0]?.documents.map((one) => one.name.split(".").at(-1))).toEqual(["docx", "xlsx"]);
  });
});

describe("a comparison to send on", () => {
  const namesOf = (made: MemoryWorld["made"][number] | undefined) => made?.documents.map((one) => one.name);

  test("is made in Word and Excel of two points, or of one point and now", async () => {
    const { bid } = await openExample("cheshire");
    await app.edit({ bid: bid.id, edits: [ask(300_000)] });
    await app.edit({ bid: bid.id, edits: [{ do: "retitle", title: "Ours: <1>" }] });
    const history = await app.history({ bid: bid.id, limit: 10 });
    const [, second, first] = history.ok ? history.value.map((one) => one.entry) : [];
    const two = await app.exportComparison({ bid: bid.id, from: first ?? "", to: second ?? "" });
    expect(two).toMatchObject({ ok: true, value: { state: "working" } });
    const now = await app.exportComparison({ bid: bid.id, from: first ?? "", question: "award-requested" });
    expect(now).toMatchObject({ ok: true });
    expect(namesOf(world.made[1])).toEqual(["What changed - Ours 1.docx", "What changed - Ours 1.xlsx"]);
    const [twice, once] = world.made.map(({ documents }) => JSON.stringify(documents));
    expect(twice).not.toContain("The newest change when this was made");
    expect(once).toContain("The newest change when this was made");
    expect(once).toContain("Only the question");
    expect(once).not.toContain("Title of the bid");
  });

  test("is refused where nothing differs, and where there is no such point", async () => {
    const { bid } = await openExample("cheshire");
    const history = await app.history({ bid: bid.id, limit: 1 });
    const from = history.ok ? (history.value[0]?.entry ?? "") : "";
    const same = await app.exportComparison({ bid: bid.id, from });
    expect(!same.ok && same.error).toEqual({
      code: "nothing-differs",
      message: "Nothing differs, so there is nothing to save.",
    });
    const lost = await app.exportComparison({ bid: bid.id, from, to: "0".repeat(64) });
    expect(!lost.ok && lost.error.code).toBe("no-such-entry");
    expect(world.made).toEqual([]);
  });
});

test("a file is copied into the bid and goes into its pack", async () => {
  const bid = await openExample("cheshire");
  const attached = await app.attach({
    bid: bid.bid.id,
    name: "Letter.pdf",
    base64: Buffer.from("signed").toString("base64"),
  });
  if (!attached.ok) throw new Error(attached.error.message);
  await edit(bid, {
    do: "add-row",
    question: "attachments",
    row: { id: "a1", cells: { file: attached.value, "what-it-is": "Letter" } },
  });
  await app.exportPack({ bid: bid.bid.id, draft: true });
  expect(world.made[0]?.attachments.map((one) => [one.name, Buffer.from(one.bytes).toString()])).toEqual([
    ["Letter.pdf", "signed"],
  ]);
});

test("councils are found by any part of their name, those that existed first", async () => {
  const found = await app.findOrganisations({ text: "poole", on: "2013-07-01" });
  expect(found.ok && found.value.map((one) => [one.name, one.until])).toEqual([
    ["Borough of Poole", "2019-03-31"],
    ["Bournemouth, Christchurch and Poole Council", undefined],
  ]);
  expect(found.ok && found.value[0]?.successors).toEqual(["Bournemouth, Christchurch and Poole Council"]);
});

test("an operation nobody knows is refused, and a fault of ours never leaves as an error", async () => {
  const transport = createDispatcher(
    contract,
    { ...createHandlers(world.ports), listSchemes: () => Promise.reject(new Error("x")) },
    (_, fault) => faults.push(fault),
  );
  expect(await transport("toString", {})).toMatchObject({ ok: false, error: { code: "bad-request" } });
  expect(await transport("listSchemes", {})).toMatchObject({ ok: false, error: { code: "internal" } });
  expect(faults).toHaveLength(1);
});
