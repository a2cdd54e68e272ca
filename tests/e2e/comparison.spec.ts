import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { paragraphsOf, readWorkbook } from "../support/ooxml.ts";
import { askFor, expect, openBid, putExample, test, visit, writeSummary, type Office } from "./support/office.ts";
import { expectSound, openEverything, windows } from "./support/sound.ts";

/** Ann has named a version, and changed an amount and a long answer since. */
async function annHasChanged(office: Office) {
  const ann = await office.person("Ann");
  putExample("cheshire", ann.file("cheshire.bid"));
  await ann.page.reload();
  await openBid(ann.page, "cheshire.bid");
  await askFor(ann.page, "100000");
  await visit(ann.page, "/bid/history");
  await ann.page.getByLabel("Name this version").fill("sent to finance");
  await ann.page.getByRole("button", { name: "Name this version" }).click();
  await expect(ann.page.getByText("This version is named “sent to finance”.")).toBeVisible();
  await askFor(ann.page, "200000");
  await writeSummary(ann.page, "=A new <summary> & 🎉.");
  await visit(ann.page, "/bid/history");
  await ann.page.getByRole("link", { name: /^What changed since ?: sent to finance/ }).click();
  await expect(ann.page.getByText("2 differences.")).toBeVisible();
  return ann;
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save this comparison in Word and Excel" }).click();
  await expect(page.getByRole("heading", { name: "The comparison is saved" })).toBeVisible({ timeout: 60_000 });
}

/** The files of the only folder beside the bid. */
function savedBeside(bids: string): Map<string, Uint8Array> {
  const folders = readdirSync(bids, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name)).toEqual([expect.stringMatching(/ comparison \d{4}-\d\d-\d\d \d{4}$/)]);
  const folder = path.join(bids, folders[0]?.name ?? "");
  const files = readdirSync(folder).toSorted();
  return new Map(files.map((name) => [path.extname(name), new Uint8Array(readFileSync(path.join(folder, name)))]));
}

test("what changed since a version is saved in Word and Excel, and both tell what the page tells", async ({
  office,
}) => {
  const { page, bids } = await annHasChanged(office);
  await save(page);
  await expect(page.getByText(/^Checked: \d+ headings and \d+ tables?$/)).toBeVisible();
  await expect(page.getByText("Checked: 2 sheets, 1 formula, each with its value")).toBeVisible();
  const files = savedBeside(bids);
  expect([...files.keys()]).toEqual([".docx", ".xlsx"]);
  const lines = paragraphsOf(files.get(".docx") as Uint8Array).flatMap((one) => one.split("\n"));
  expect(lines).toEqual(
    expect.arrayContaining(["“sent to finance”, named by Ann", "Award asked for", "£100,000 £200,000"]),
  );
  expect(lines.some((line) => line.endsWith("=A new <summary> & 🎉."))).toBe(true);
  const list = [
    ...(readWorkbook(files.get(".xlsx") as Uint8Array)
      .get("Differences")
      ?.values() ?? []),
  ];
  const values = list.map((cell) => cell.value);
  expect(values).toEqual(expect.arrayContaining(["=A new <summary> & 🎉.", "£100,000", 100_000, 200_000]));
  expect(values.filter((value) => value === "Changed")).toHaveLength(2);
});

test("of one question only what changed in it is saved", async ({ office }) => {
  const { page, bids } = await annHasChanged(office);
  await visit(page, "/bid/history?question=award-requested");
  await page
    .getByRole("link", { name: /^What it changed/ })
    .first()
    .click();
  await expect(page.getByText("1 difference.")).toBeVisible();
  await save(page);
  const lines = paragraphsOf(savedBeside(bids).get(".docx") as Uint8Array);
  expect(lines).toContain("Only the question");
  expect(lines).not.toContain("Summary of the bid");
});

for (const [name, viewport] of windows) {
  test.describe(name, () => {
    test.use({ viewport });

    test("nothing is found on the page before and after it is saved", async ({ office }) => {
      const { page } = await annHasChanged(office);
      await expectSound(page, "comparison");
      await save(page);
      await openEverything(page);
      await expectSound(page, "comparison saved");
    });
  });
}
