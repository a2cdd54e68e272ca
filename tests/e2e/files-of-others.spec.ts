import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, openExample, test, visit } from "./support/app.ts";
import { expectSound } from "./support/sound.ts";

test.use({ examples: ["cheshire"] });

const bidIn = (folder: string) => path.join(folder, "cheshire.bid");
const partsOf = (file: string) => unzipSync(new Uint8Array(readFileSync(file)));

/** The lock as it stands once somebody at another computer has the bid. */
function nowTheirs(folder: string): void {
  const who = { who: "Tom Okafor", computer: "PC-1043", process: 1, since: new Date().toISOString(), id: "theirs" };
  writeFileSync(`${bidIn(folder)}.in-use.json`, JSON.stringify({ kind: "bidwright-in-use", ...who }));
}

test("a bid that somebody took over is left to them, and goes on as a working copy", async ({ page, app }) => {
  await openExample(page, "cheshire");
  const theirs = readFileSync(bidIn(app.bids));
  nowTheirs(app.bids);
  await visit(page, "/bid/section/about-the-bid");
  await page.getByLabel("Award asked for").fill("419,999");
  const box = page.getByRole("alert").filter({ hasText: "Somebody else works on this file now" });
  await expect(box).toContainText("Tom Okafor on PC-1043");
  await expectSound(page, "a bid that was taken over");
  await box.getByRole("button", { name: "Save as a working copy" }).click();
  await expect(page.getByText("You now work on a copy of cheshire.bid.")).toBeVisible();
  await expect(page.getByLabel("Award asked for")).toHaveValue("419,999");
  expect(readFileSync(bidIn(app.bids)).equals(theirs)).toBe(true);
});

test("a bid of a newer app is read, says what is not shown, and is left as it is", async ({ page, app }) => {
  const parts = partsOf(bidIn(app.bids));
  const changed = (name: string, members: object) =>
    strToU8(JSON.stringify({ ...(JSON.parse(new TextDecoder().decode(parts[name])) as object), ...members }));
  const list = changed("manifest.json", { version: 99 });
  const newer = zipSync({ ...parts, "manifest.json": list, "bid.json": changed("bid.json", { colour: "red" }) });
  writeFileSync(bidIn(app.bids), newer);
  await page.getByRole("button", { name: "Open cheshire.bid", exact: true }).click();
  await expect(page.getByRole("heading", { name: "The file was saved by a newer Bidwright" })).toBeVisible();
  await page.getByRole("button", { name: "Read only" }).click();
  await expect(
    page.getByText("It holds “colour”, which this Bidwright does not know and does not show."),
  ).toBeVisible();
  await expectSound(page, "a bid of a newer app");
  expect(readFileSync(bidIn(app.bids)).equals(Buffer.from(newer))).toBe(true);
});

test("a bid that is read while somebody else saves it is opened anew as it then is", async ({ page, app }) => {
  nowTheirs(app.bids);
  await page.getByRole("button", { name: "Open cheshire.bid", exact: true }).click();
  await page.getByRole("button", { name: "Read only" }).click();
  await expect(page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
  writeFileSync(bidIn(app.bids), zipSync(partsOf(bidIn(app.bids)), { level: 1 }));
  const anew = page.getByRole("button", { name: "Open it anew" });
  await expect(anew).toBeVisible({ timeout: 30_000 });
  await expectSound(page, "a bid that was changed while it is read");
  await anew.click();
  await expect(anew).toBeHidden();
  await expect(page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
});
