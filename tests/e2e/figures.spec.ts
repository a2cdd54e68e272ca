import { expect, openExample, test, visit } from "./support/app.ts";
import { expectSound, openEverything, windows } from "./support/sound.ts";

for (const [name, viewport] of windows) {
  test.describe(`the figures that schemes share at ${name}`, () => {
    test.use({ viewport });

    test("an amount, a unit cost and the days to a deadline are worked out", async ({ page }) => {
      await page.getByRole("link", { name: /^Figures that schemes share/ }).click();
      await expect(page.getByRole("heading", { name: "Unit costs" })).toBeVisible();

      await page.getByLabel("Amount in pounds").fill("51,080");
      await page.getByLabel("From the prices of").selectOption("2013");
      await page.getByLabel("To the prices of").selectOption("2024");
      await page.getByRole("button", { name: "Work it out" }).click();
      await expect(page.getByRole("status").filter({ hasText: "£69,515.99 at the prices of 2024" })).toBeVisible();

      const care = page.getByRole("row", { name: /^A child in care/ });
      await expect(care).toContainText("£69,515.99");
      await page.getByLabel("Show them at the prices of").selectOption("2015");
      await expect(care).toContainText("£52,243.77");
      await expect(page.getByRole("row", { name: /^A homelessness application/ })).toContainText(
        "no index is held for 2010-11",
      );

      await page.getByLabel("After", { exact: true }).fill("21 December 2026");
      await page.getByLabel("Up to and on").fill("5/1/2027");
      await page.getByRole("button", { name: "Count them" }).click();
      await expect(page.getByText("8 working days after 21 December 2026, up to and on 5 January 2027.")).toBeVisible();

      await openEverything(page);
      await expect(page.getByRole("row", { name: /^Standard buildings/ })).toContainText("24%");
      await expectSound(page, "the figures");
      await page.screenshot({ path: test.info().outputPath(`figures-${viewport.width}.png`), fullPage: true });
    });

    test("what cannot be read is said at its box, and nothing is worked out", async ({ page }) => {
      await visit(page, "/figures");
      await page.getByLabel("Amount in pounds").fill("about 50k");
      await page.getByRole("button", { name: "Work it out" }).click();
      await expect(page.getByText("Error: “about 50k” is not an amount")).toBeVisible();
      await page.getByLabel("Up to and on").fill("soon");
      await page.getByRole("button", { name: "Count them" }).click();
      await expect(page.getByText("Error: Enter a day, like 1 October 2026")).toBeVisible();
      await page.getByLabel("Up to and on").fill("1 October 2039");
      await page.getByRole("button", { name: "Count them" }).click();
      await expect(page.getByText(/Error: Bank holidays are held from/)).toBeVisible();
      await expectSound(page, "the figures with problems");
      await page.screenshot({ path: test.info().outputPath(`problems-${viewport.width}.png`), fullPage: true });
    });
  });
}

test.describe("from a bid", () => {
  test.use({ examples: ["cheshire"] });

  test("the figures are one link from the money, and lead back to it", async ({ page }) => {
    await openExample(page, "cheshire");
    await visit(page, "/bid/appraisal");
    await page.getByRole("link", { name: /^Bring an amount to another year/ }).click();
    await expect(page.getByRole("heading", { name: "Figures that schemes share" })).toBeVisible();
    await page.getByRole("link", { name: "The money" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "The money" })).toBeVisible();
  });
});
