import { readdirSync, readFileSync } from "node:fs";
import { expect, openExample, packFiles, test, visit } from "./support/app.ts";

test.use({ examples: ["cheshire"] });

test("a letter attached to the bid goes into the pack as it is", async ({ page, app }) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/attachments");
  await page.getByRole("button", { name: /^Add/ }).click();
  await page.getByLabel("What it is").fill("Letter of Halton");
  const letter = Buffer.from("We agree to take part.");
  await page.getByLabel("File").setInputFiles({ name: "Halton letter.txt", mimeType: "text/plain", buffer: letter });
  await expect(page.getByText("Halton letter.txt").first()).toBeVisible();

  await visit(page, "/bid/export");
  await page.getByRole("button", { name: "Make a draft" }).click();
  await expect(page.getByRole("button", { name: "Open folder" })).toBeVisible({ timeout: 20_000 });
  const attached = packFiles(app.bids).get("Halton letter.txt");
  expect(readFileSync(attached ?? "", "utf8")).toBe("We agree to take part.");
});

test("an export that is cancelled leaves no half-made file", async ({ page, app }) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/export");
  await page.getByRole("button", { name: "Make a draft" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Stopped. No file was left behind.")).toBeVisible();
  await page.waitForTimeout(1500);
  const folders = readdirSync(app.bids, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const left = folders.flatMap((folder) => readdirSync(`${app.bids}/${folder.name}`));
  expect(left).toEqual([]);
});
