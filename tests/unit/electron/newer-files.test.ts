import { readFileSync, writeFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { salvageBid } from "../../../electron/adapters/bid-salvage.ts";
import { sha256 } from "../../../electron/adapters/hash.ts";
import { done } from "../../support/desk.ts";
import { startBid } from "../../support/histories.ts";
import { useOffice } from "../../support/office.ts";

const office = useOffice();
const text = (value: object) => new TextEncoder().encode(JSON.stringify(value));

interface PartList {
  parts: { name: string; sha256: string; bytes: number }[];
}

/** Odd on purpose: what is kept is kept to the byte. */
const comments = new TextEncoder().encode('{ "comments" : [\n "Shorter?" ] }');

/** Adds to the bid what a newer Bidwright of the same format would. */
function addedByNewer(): void {
  const file = office.at("ours.bid");
  const parts = unzipSync(new Uint8Array(readFileSync(file)));
  const list = JSON.parse(new TextDecoder().decode(parts["manifest.json"])) as PartList;
  const listed = [...list.parts, { name: "comments.json", sha256: sha256(comments), bytes: comments.length }];
  const manifest = text({ ...list, minor: 2, madeBy: { app: "Bidwright", with: ["comments"] }, parts: listed });
  writeFileSync(file, zipSync({ ...parts, "manifest.json": manifest, "comments.json": comments }));
}

function expectAdditions(name: string): void {
  const parts = unzipSync(new Uint8Array(readFileSync(office.at(name))));
  const list = JSON.parse(new TextDecoder().decode(parts["manifest.json"])) as PartList;
  expect(list).toMatchObject({ version: 3, minor: 2, madeBy: { app: "Bidwright", with: ["comments"] } });
  expect(list.parts.map((one) => one.name)).toContain("comments.json");
  expect(Buffer.from(parts["comments.json"] ?? []).toString()).toBe(Buffer.from(comments).toString());
}

/** Puts the bid there as a newer Bidwright would have written it. */
function writtenByNewer(bid: object): void {
  const file = office.at("ours.bid");
  const parts = unzipSync(new Uint8Array(readFileSync(file)));
  const newer = {
    ...parts,
    "manifest.json": text({ format: "bidwright-bid", version: 4 }),
    "bid.json": text({ ...startBid, ...bid }),
  };
  writeFileSync(file, zipSync(newer));
}

test("a file that a newer Bidwright wrote opens to be read, says which formats, and stays as it is to the byte", async () => {
  writtenByNewer({ title: "As it stands now", colour: "red" });
  const before = readFileSync(office.at("ours.bid"));
  const app = office.priya.client();
  const token = office.priya.token("ours.bid");
  expect(await app.openBid({ token })).toMatchObject({ ok: false, error: { code: "newer-format" } });
  const read = await done(app.openBid({ token, as: "read-only" }));
  expect(read.bid.title).toBe("As it stands now");
  expect(read.readOnly).toBe(
    "“ours.bid” was saved by a newer Bidwright (bid format 4; this one reads up to 3), so it was left as it is. Open it with the newer one.",
  );
  expect(read.notices[0]).toMatchObject({
    kind: "read-only",
    message: "What you see here may not be the newest, nor all of it.",
    lost: [
      "It holds “colour”, which this Bidwright does not know and does not show.",
      "Its history cannot be read by this Bidwright and is not shown.",
    ],
  });
  await done(app.closeBid({ bid: read.bid.id }));
  expect(readFileSync(office.at("ours.bid"))).toEqual(before);
});

test("a file that a newer Bidwright saves again while it is read is said to have changed, and is opened anew", async () => {
  writtenByNewer({ title: "As it stood" });
  const app = office.priya.client();
  const token = office.priya.token("ours.bid");
  const read = await done(app.openBid({ token, as: "read-only" }));
  expect((await done(app.saveState({ bid: read.bid.id }))).news).toBeUndefined();
  writtenByNewer({ title: "As it stands now" });
  expect((await done(app.saveState({ bid: read.bid.id }))).news).toMatchObject({ kind: "newer-state" });
  expect((await done(app.openBid({ token, as: "read-only" }))).bid.title).toBe("As it stands now");
});

test("what a newer Bidwright added to a file of the same format is kept to the byte, in a copy too", async () => {
  addedByNewer();
  const app = office.priya.client();
  const token = office.priya.token("ours.bid");
  const { bid, notices } = await done(app.openBid({ token }));
  expect(notices).toMatchObject([{ kind: "added" }]);
  await done(app.edit({ bid: bid.id, edits: [{ do: "retitle", title: "Changed here" }] }));
  await done(app.closeBid({ bid: bid.id }));
  expectAdditions("ours.bid");
  const copy = await done(app.openBid({ token, as: "copy" }));
  expect(copy.bid.title).toBe("Changed here");
  await done(app.closeBid({ bid: bid.id }));
  expectAdditions(copy.place.label);
});

test("a part that is not listed, or that nobody says a newer Bidwright added, is damage as before", async () => {
  const app = office.priya.client();
  const token = office.priya.token("ours.bid");
  const parts = unzipSync(new Uint8Array(readFileSync(office.at("ours.bid"))));
  const list = JSON.parse(new TextDecoder().decode(parts["manifest.json"])) as PartList;
  const listed = [...list.parts, { name: "comments.json", sha256: sha256(comments), bytes: comments.length }];
  for (const manifest of [list, { ...list, parts: listed }, { ...list, minor: 2 }]) {
    const files = { ...parts, "manifest.json": text(manifest), "comments.json": comments };
    writeFileSync(office.at("ours.bid"), zipSync(files));
    expect(await app.openBid({ token })).toMatchObject({ ok: false, error: { code: "damaged" } });
  }
});

test("of a damaged file what a newer Bidwright added is not taken over, and that is said", async () => {
  addedByNewer();
  const bytes = new Uint8Array(readFileSync(office.at("ours.bid")));
  const { stored, lost } = await salvageBid(bytes.slice(0, -10));
  expect(stored?.bid.id).toBe(startBid.id);
  expect(lost).toEqual(["What a newer Bidwright added to the file is not taken over."]);
});
