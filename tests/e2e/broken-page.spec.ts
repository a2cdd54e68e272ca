import type { Page } from "@playwright/test";
import { expect, openExample, test, visit } from "./support/app.ts";
import { expectSound, windows } from "./support/sound.ts";

test.use({ examples: ["cheshire"] });

/** From now on the app answers this with something no screen can show. */
async function spoil(page: Page, operation: string): Promise<void> {
  await page.route(`**/call/${operation}`, (route) => route.fulfill({ json: { ok: true, value: [null] } }));
}

/** At both sizes of window. */
async function nothingFound(page: Page): Promise<void> {
  for (const [name, size] of windows) {
    await page.setViewportSize(size);
    await expectSound(page, name);
  }
}

/** That the page broke is in its console, and nothing else is. */
function onlyBroke(faults: string[]): void {
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults.splice(0)) expect(fault).toContain("null");
}

const broken = "Sorry, this page stopped working";

test("a page of a bid that breaks says so, and leaves the bid, its other pages and what was typed", async ({
  page,
  app,
}) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/about-the-bid");
  await page.getByLabel("Award asked for").fill("123456");
  await spoil(page, "history");
  await visit(page, "/bid/history");
  await expect(page.getByRole("heading", { level: 1, name: broken })).toBeFocused();
  await expect(page.locator(".app-header__saved")).toHaveText(/^Saved at/);
  await nothingFound(page);
  await page.getByRole("button", { name: "Show the page again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: broken })).toBeVisible();

  await page.unroute("**/call/history");
  await page.getByRole("button", { name: "Show the page again" }).click();
  await expect(page.getByText("Changed “Award asked for”").first()).toBeVisible();

  await spoil(page, "history");
  await page.reload();
  await page.getByRole("link", { name: "Go to the list of tasks" }).click();
  await expect(page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
  await visit(page, "/bid/section/about-the-bid");
  await expect(page.getByLabel("Award asked for")).toHaveValue("123,456");
  onlyBroke(app.faults);
});

test("a window that breaks as a whole leads back to the start", async ({ page, app }) => {
  await spoil(page, "recentBids");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Sorry, the app stopped showing its pages" })).toBeVisible();
  await nothingFound(page);
  await page.unroute("**/call/recentBids");
  await page.getByRole("button", { name: "Go to the start page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Prepare a bid" })).toBeVisible();
  onlyBroke(app.faults);
});
