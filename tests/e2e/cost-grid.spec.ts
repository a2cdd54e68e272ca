import type { Page } from "@playwright/test";
import { expect, openExample, test, visit } from "./support/app.ts";

test.use({ examples: ["south-holland-breckland-ict"] });

test.beforeEach(async ({ page }) => {
  await openExample(page, "south-holland-breckland-ict");
  await visit(page, "/bid/section/costs");
});

const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row} ${column}"]`);
const firstYear = 8;

test("arrows, typing, Enter, Tab and Escape work as in a spreadsheet", async ({ page }) => {
  await cell(page, 0, 0).click();
  for (let step = 0; step < firstYear; step += 1) await page.keyboard.press("ArrowRight");
  await expect(cell(page, 0, firstYear)).toBeFocused();
  await page.keyboard.type("1,234.5");
  await page.keyboard.press("Tab");
  await expect(cell(page, 0, firstYear)).toHaveText("1,234.50");
  await expect(cell(page, 0, firstYear + 1)).toBeFocused();
  await page.keyboard.type("9");
  await page.keyboard.press("Escape");
  await expect(cell(page, 0, firstYear + 1)).toHaveText("45,000");
  await page.keyboard.press("F2");
  await page.keyboard.press("End");
  await page.keyboard.type(".25");
  await page.keyboard.press("Enter");
  await expect(cell(page, 0, firstYear + 1)).toHaveText("45,000.25");
  await expect(cell(page, 1, firstYear + 1)).toBeFocused();
  await expect(page.getByRole("row").filter({ hasText: "Network between" }).getByRole("gridcell").last()).toHaveText(
    "£46,234.75",
  );
});

test("what cannot be read as an amount is kept in its cell and said", async ({ page }) => {
  await cell(page, 0, firstYear).click();
  await page.keyboard.type("tbc");
  await page.keyboard.press("Enter");
  await expect(cell(page, 0, firstYear)).toHaveText("tbc");
  await expect(cell(page, 0, firstYear)).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("status").filter({ hasText: "“tbc” is not an amount" })).toBeVisible();
});

test("a block is copied and pasted, lines are added below, and it can all be taken back", async ({ page }) => {
  await cell(page, 0, firstYear).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("ControlOrMeta+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("95,000\t45,000\n60,000\t190,000");
  await cell(page, 5, firstYear).click();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(cell(page, 6, firstYear + 1)).toHaveText("190,000");
  await expect(cell(page, 6, 0)).toHaveText("needed");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(cell(page, 6, 0)).toHaveCount(0);
});

test("a choice is made from its list, and a line is removed and put back", async ({ page }) => {
  await cell(page, 2, 3).click();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Nature, line 3" }).selectOption("Ongoing");
  await page.keyboard.press("Enter");
  await expect(cell(page, 2, 3)).toHaveText("Ongoing");
  await cell(page, 2, 0).click();
  await page.getByRole("button", { name: "Remove line 3" }).click();
  await expect(page.getByText("Removed “Project team”.")).toBeVisible();
  await page.getByRole("button", { name: "Put it back" }).click();
  await expect(cell(page, 2, 0)).toHaveText("Project team");
});

async function timeOf(page: Page, keys: readonly string[]): Promise<number> {
  const started = performance.now();
  for (const key of keys) await page.keyboard.press(key);
  return performance.now() - started;
}

test("500 lines of 10 years are pasted at once, and the cursor moves through them without a wait", async ({ page }) => {
  const lines = Array.from({ length: 500 }, (_, line) => [
    `Line ${line + 1}`,
    "Technology",
    "Breckland",
    "One-off",
    "Capital",
    "High",
    "Quotation",
    "Ann",
    ...Array.from({ length: 10 }, (__, year) => String(line + year)),
  ]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.map((line) => line.join("\t")).join("\n"));
  await cell(page, 4, 17).click();
  const fewLines = await timeOf(
    page,
    Array.from({ length: 100 }, (_, move) => (move % 2 === 0 ? "ArrowUp" : "ArrowDown")),
  );
  await cell(page, 0, 0).click();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(cell(page, 0, 0)).toHaveText("Line 1");
  await page.keyboard.press("ControlOrMeta+End");
  await expect(cell(page, 500, 17)).toBeFocused();
  await expect(cell(page, 499, 0)).toHaveText("Line 500");
  await expect(page.locator(".app-header__saved")).toHaveText(/^Saved at/);
  const manyLines = await timeOf(page, Array<string>(100).fill("ArrowUp"));
  await expect(cell(page, 400, 17)).toBeFocused();
  // A hundred times the lines: a grid that drew them all would take far longer for each move than one of five lines.
  expect(manyLines / fewLines).toBeLessThan(5);
  expect(await page.getByRole("row").count()).toBeLessThan(60);
});

test("keys that come faster than the window is drawn all count", async ({ page }) => {
  await cell(page, 0, 0).click();
  await page.evaluate(async () => {
    for (let key = 0; key < 200; key += 1) {
      const pressed = { key: key % 2 === 0 ? "ArrowRight" : "ArrowDown", bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", pressed));
      // The page takes the key, and nothing else gets its turn before the next.
      await Promise.resolve();
    }
  });
  await expect(cell(page, 5, 17)).toBeFocused();
});

test("a line is worked in the form view, and the grid shows it", async ({ page }) => {
  await cell(page, 1, 0).click();
  await page.getByRole("button", { name: "Form view" }).click();
  await expect(page.getByRole("heading", { name: /^Line 2 of 5: Systems merged/ })).toBeVisible();
  await page.getByLabel("What the cost is for").fill("Systems joined");
  await page.getByLabel("2013-14").fill("1");
  await page.getByRole("button", { name: "Back to the grid" }).click();
  await expect(cell(page, 1, 0)).toHaveText("Systems joined");
  await expect(cell(page, 1, firstYear)).toHaveText("1");
});

test("a finding leads to the line and cell it is about", async ({ page }) => {
  await cell(page, 3, 2).click();
  await page.keyboard.press("Delete");
  await expect(cell(page, 3, 2)).toHaveText("needed");
  await visit(page, "/bid/findings");
  await page.getByRole("link", { name: /^Costs, Redundancy.*Borne by$/ }).click();
  await expect(cell(page, 3, 2)).toBeFocused();

  await page.getByRole("button", { name: "Form view" }).click();
  await expect(page.getByRole("heading", { name: /^Line 4 of 5: Redundancy/ })).toBeVisible();
  await page.getByRole("link", { name: /^Costs, Redundancy.*Borne by$/ }).click();
  await expect(cell(page, 3, 2)).toBeFocused();
});
