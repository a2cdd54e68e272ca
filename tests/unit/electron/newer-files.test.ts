import { readFileSync, writeFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { done } from "../../support/desk.ts";
import { startBid } from "../../support/histories.ts";
import { useOffice } from "../../support/office.ts";

const office = useOffice();
const text = (value: object) => new TextEncoder().encode(JSON.stringify(value));

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
    lost: expect.arrayContaining([
      "It holds “colour”, which this Bidwright does not know and does not show.",
    ]) as string[],
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
