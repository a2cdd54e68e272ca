import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, openExample, test, visit } from "./support/app.ts";
import { expectSound } from "./support/sound.ts";

test.use({ examples: ["cheshire"] });

test("what was typed a moment before the page is loaded again is there afterwards", async ({ page }) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/about-the-bid");
  const summary = page.getByRole("textbox", { name: /^Summary of the bid/ });
  await summary.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Typed last.");
  await page.reload();
  await expect(page.getByRole("textbox", { name: /^Summary of the bid/ })).toContainText("Typed last.");
});

test("a bid that was closed opens again with every answer", async ({ page }) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/about-the-bid");
  await page.getByLabel("Award asked for").fill("419,999.99");
  await page.getByRole("button", { name: "Close this bid" }).click();
  await expect(page.getByRole("heading", { name: "Opened lately" })).toBeVisible();
  await page.getByRole("button", { name: /^Open Cutting crime/ }).click();
  await expect(page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
  await visit(page, "/bid/section/about-the-bid");
  await expect(page.getByLabel("Award asked for")).toHaveValue("419,999.99");
});

test("what was typed stands there after the pages of the bid were left and shown again", async ({ page }) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/about-the-bid");
  await page.getByLabel("Award asked for").fill("419,999.99");
  await visit(page, "/");
  await expect(page.getByRole("heading", { name: "Prepare a bid" })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Award asked for")).toHaveValue("419,999.99");
});

test("text that cannot be read is kept and said at its field", async ({ page }) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/about-the-bid");
  const award = page.getByLabel("Award asked for");
  await award.fill("about 400k");
  await page.getByLabel("Base year of the prices").focus();
  await expect(page.getByText("Error: “about 400k” could not be read")).toBeVisible();
  await expect(award).toHaveAttribute("aria-invalid", "true");
  await visit(page, "/bid");
  await expect(page.getByRole("heading", { name: "This bid is not ready yet" })).toBeVisible();
  await visit(page, "/bid/section/about-the-bid");
  await expect(page.getByLabel("Award asked for")).toHaveValue("about 400k");
});

test("a save that fails is said loudly until it works again", async ({ page, app }) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/about-the-bid");
  renameSync(app.bids, `${app.bids}-away`);
  writeFileSync(app.bids, "in the way");
  await page.getByLabel("Award asked for").fill("410000");
  await expect(page.getByRole("heading", { name: "Your work is not being saved" })).toBeVisible();
  await expect(page.locator(".app-header__saved")).toHaveText("Not saved");
  const alarm = page.locator(".app-alarm");
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(alarm).toBeHidden();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(alarm).toContainText("Your work is not being saved");
  await expectSound(page, "a page with its failed save out of sight");
  await alarm.getByRole("button", { name: "See why, and what you can do" }).click();
  await expect(page.getByRole("heading", { name: "Your work is not being saved" })).toBeFocused();
  await expect(alarm).toBeHidden();

  rmSync(app.bids);
  mkdirSync(app.bids);
  await page.getByRole("button", { name: "Save to another folder" }).click();
  await expect(page.getByRole("heading", { name: "Your work is not being saved" })).toBeHidden();
  await expect(page.locator(".app-header__saved")).toHaveText(/^Saved at/);
  expect(readdirSync(app.bids).filter((name) => name.endsWith(".bid"))).toHaveLength(1);
  await expect(page.getByLabel("Award asked for")).toHaveValue("410,000");
});

test("a file that is cut short while it is open is said to be that, and the work is saved elsewhere", async ({
  page,
  app,
}) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/about-the-bid");
  const file = path.join(app.bids, "cheshire.bid");
  writeFileSync(file, readFileSync(file).subarray(0, 100));
  await page.getByLabel("Award asked for").fill("410000");
  await expect(page.getByRole("heading", { name: "Something else stands in place of this file" })).toBeVisible();
  await expect(page.getByText("“cheshire.bid” is damaged")).toBeVisible();
  await expect(page.getByRole("link", { name: "Review what changed" })).toBeHidden();
  await page.getByRole("button", { name: "Save to another folder" }).click();
  await expect(page.locator(".app-header__saved")).toHaveText(/^Saved at/);
  await expect(page.getByLabel("Award asked for")).toHaveValue("410,000");
});

test("a file that is renamed while it is open is written again, and the officer is told", async ({ page, app }) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/about-the-bid");
  renameSync(path.join(app.bids, "cheshire.bid"), path.join(app.bids, "final.bid"));
  await page.getByLabel("Award asked for").fill("410000");
  await expect(page.getByRole("heading", { name: "The file was written again" })).toBeVisible();
  await expect(page.getByRole("link", { name: "See what final.bid would bring" })).toBeVisible();
  await page.getByRole("button", { name: /^Hide this message ?: The file was written again$/ }).click();
  await expect(page.getByRole("heading", { name: "The file was written again" })).toBeHidden();
});

test("what can be kept nowhere is said to be that, and all of it can be copied", async ({ page, app }) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/about-the-bid");
  const journals = path.join(app.bids, "../data/journals");
  rmSync(journals, { recursive: true, force: true });
  writeFileSync(journals, "in the way");
  renameSync(app.bids, `${app.bids}-away`);
  writeFileSync(app.bids, "in the way");
  await page.getByLabel("Award asked for").fill("410000");
  await expect(page.getByRole("heading", { name: "Your work is not being saved" })).toBeVisible();
  await expect(page.getByText("What you type is not safe until the bid is saved")).toBeVisible();
  await expect(page.locator(".app-saved__line")).toHaveText(/^Not safe on this computer/);
  await page.getByRole("button", { name: "Copy all text" }).click();
  await expect(page.getByText("Everything you wrote is on the clipboard.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Award asked for\t£410,000");

  rmSync(app.bids);
  mkdirSync(app.bids);
  await page.getByRole("button", { name: "Save to another folder" }).click();
  await expect(page.getByRole("heading", { name: "Your work is not being saved" })).toBeHidden();
});
