import { copyFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Client } from "../../../src/contract/client.ts";
import type { AppContract } from "../../../src/contract/contract.ts";
import { projectRoot } from "../../support/bidwright.ts";
import { done } from "../../support/desk.ts";
import { startBid } from "../../support/histories.ts";
import { award, summary, useOffice } from "../../support/office.ts";

const office = useOffice();
const id = startBid.id;
const asked = "award-requested";

/** What the newest copy that this computer keeps holds of a question. */
async function newestCopy(app: Client<AppContract>, bid = id) {
  const [newest] = await done(app.backups({ bid }));
  const other = office.priya.client();
  const copy = await done(other.openBid({ token: newest?.token ?? "", as: "read-only" }));
  return copy.bid.answers;
}

test("before another copy is brought in, the bid as it stood is kept, with what had not reached the file", async () => {
  copyFileSync(office.at("ours.bid"), office.at("dana.bid"));
  await office.dana.edit("dana.bid", award(9), summary("Dana wrote this."));
  const app = office.priya.client();
  await done(app.openBid({ token: office.priya.token("ours.bid") }));
  await done(app.edit({ bid: id, edits: [{ do: "retitle", title: "Typed before" }] }));
  await done(app.bringIn({ bid: id, token: office.priya.token("dana.bid") }));
  expect(await newestCopy(app)).toMatchObject({ [asked]: startBid.answers[asked] });
  const [kept] = await done(app.backups({ bid: id }));
  expect((await done(office.priya.client().openBid({ token: kept?.token ?? "", as: "read-only" }))).bid.title).toBe(
    "Typed before",
  );
});

test("before an answer, or the whole bid, is put back, the bid as it stood is kept", async () => {
  const app = office.priya.client();
  await done(app.openBid({ token: office.priya.token("ours.bid") }));
  await done(app.edit({ bid: id, edits: [award(7)] }));
  const [, began] = await done(app.history({ bid: id }));
  const entry = began?.entry ?? "";
  await done(app.restore({ bid: id, entry, question: asked }));
  expect(await newestCopy(app)).toMatchObject({ [asked]: 700 });
  await done(app.edit({ bid: id, edits: [award(8)] }));
  await done(app.restore({ bid: id, entry }));
  expect(await newestCopy(app)).toMatchObject({ [asked]: 800 });
});

test("a file of an older format is kept as it was before it is written in the new one", async () => {
  copyFileSync(path.join(projectRoot, "tests/support/formats/v1.bid"), office.at("old.bid"));
  const app = office.priya.client();
  const { bid } = await done(app.openBid({ token: office.priya.token("old.bid") }));
  await done(app.edit({ bid: bid.id, edits: [{ do: "retitle", title: "In the new format" }] }));
  await done(app.save({ bid: bid.id }));
  const copies = await done(app.backups({ bid: bid.id }));
  const oldest = copies.at(-1)?.token ?? "";
  const before = await done(office.priya.client().openBid({ token: oldest, as: "read-only" }));
  expect(before.bid.title).toBe(bid.title);
});
