import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, openExample, test, visit } from "./support/app.ts";
import { expectSound, openEverything, windows } from "./support/sound.ts";

const verdictOf = (page: Page, strand: string) => page.getByRole("row", { name: strand }).getByRole("cell").first();

test.describe("from the facts to a fund", () => {
  test("an officer starts with the facts, sees which fund they fit, and starts a bid with them", async ({ page }) => {
    await page.getByRole("link", { name: "Start with the facts" }).click();
    await page.getByRole("button", { name: "Write the facts down" }).click();
    await expect(page.getByRole("alert")).toBeFocused();
    await page.getByLabel("What is the project called?").fill("One planning team");
    await page.getByRole("button", { name: "Write the facts down" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "One planning team" })).toBeVisible();

    await visit(page, "/bid/section/the-money");
    await page.getByLabel("Award you would ask for").fill("600000");
    await page.getByLabel("Award you would ask for").blur();
    await expect(page.getByRole("button", { name: /^Undo: Changed/ })).toBeVisible();
    await visit(page, "/bid");
    await page.getByRole("link", { name: "See which fund they fit" }).click();
    await expect(verdictOf(page, "Limited shared arrangements")).toHaveText("Ruled out");
    await expect(verdictOf(page, "Single operation")).toHaveText("Not known yet");
    await expect(page.getByText("Change “Award asked for” to £500,000.")).toBeVisible();

    await page.getByRole("button", { name: "Single operation" }).click();
    await expect(page.getByRole("heading", { level: 3, name: /Single operation$/ })).toBeFocused();
    await page.getByRole("link", { name: /^Start a bid here.*Single operation$/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Start a bid with these answers" })).toBeVisible();
    await expect(page.getByText("1 answer would come over")).toBeVisible();
    await page.getByLabel("What is the bid called?").fill("");
    await page.getByRole("button", { name: "Make the bid and open it" }).click();
    await expect(page.getByRole("alert")).toBeFocused();
    await page.getByLabel("What is the bid called?").fill("Our bid for a single operation");
    await page.getByRole("button", { name: "Make the bid and open it" }).click();

    await expect(page.getByRole("heading", { level: 1, name: "Our bid for a single operation" })).toBeVisible();
    await expect(page.getByText("Answers that came over from “One planning team”: 1.")).toBeVisible();
    await visit(page, "/bid/section/about-the-bid");
    await expect(page.getByLabel("Award asked for")).toHaveValue("600,000");
    await visit(page, "/bid/history");
    await expect(page.getByText(/^Began the bid with answers of “One planning team”/)).toBeVisible();
  });

  test.describe("with a bid that is there", () => {
    test.use({ examples: ["cheshire"] });

    test("the start page leads to the funds its facts fit, and its file is left as it was", async ({ page, app }) => {
      const file = path.join(app.bids, "cheshire.bid");
      const before = readFileSync(file);
      await page.getByRole("button", { name: /^See which fund its facts fit ?: cheshire.bid$/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Which fund?" })).toBeVisible();
      await expect(verdictOf(page, "Single operation")).toHaveText("Could bid");
      await page.getByRole("link", { name: /^Start a bid here.*Limited shared arrangements$/ }).click();
      await expect(page.getByRole("heading", { name: "What stays behind (1)" })).toBeVisible();
      await page.getByRole("button", { name: "Make the bid and open it" }).click();
      await expect(page.getByRole("heading", { name: "Answers came over" })).toBeVisible();
      expect(readFileSync(file).equals(before)).toBe(true);
      await page.getByRole("button", { name: "Close this bid" }).click();
      await page
        .getByRole("button", { name: /^Open Cutting crime/ })
        .last()
        .click();
      await expect(page.getByText("Single operation", { exact: true })).toBeVisible();
    });
  });
});

for (const [name, viewport] of windows) {
  test.describe(name, () => {
    test.use({ viewport, examples: ["fails-limited-over-band"] });

    test("nothing is found on the pages from the facts to a fund", async ({ page }) => {
      await expectSound(page, "start");
      await visit(page, "/facts");
      await expectSound(page, "start with the facts");
      await visit(page, "/");
      await openExample(page, "fails-limited-over-band");
      await visit(page, "/bid/which-fund");
      await expect(page.getByRole("table").first()).toBeVisible();
      await expectSound(page, "which fund");
      await openEverything(page);
      await expectSound(page, "which fund, with everything open");
      await visit(page, "/bid/carry?scheme=tca-2013-14&strand=single-operation");
      await expect(page.getByRole("button", { name: "Make the bid and open it" })).toBeVisible();
      await openEverything(page);
      await expectSound(page, "a bid that is about to be made");
      await visit(page, "/bid/carry?scheme=no-such&strand=none");
      await expect(page.getByText("There is no scheme “no-such” here.")).toBeVisible();
    });
  });
}
