import type { Page } from "@playwright/test";
import { expect, packFiles, test } from "./support/app.ts";
import { expectSound } from "./support/sound.ts";

test.use({ examples: ["cheshire"] });

async function openRules(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /cheshire/i })
    .first()
    .click();
  await page.getByRole("navigation", { name: "Bid" }).getByRole("link", { name: "Rules" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The scheme’s rules" })).toBeVisible();
}

test("an officer reads a rule as a table of decisions", async ({ page }) => {
  await openRules(page);
  const rule = page
    .getByRole("article")
    .filter({ hasText: "A bid for a single operation asks for at most £2,000,000." });
  await rule.getByText("Decision table").click();
  const row = rule.getByRole("row", { name: /a pound over/ });
  await expect(row).toContainText("£2,000,001");
  await expect(row).toContainText("not met");
  await expect(row).toContainText("Nearest change: Award asked for: £2,000,000");
  await expectSound(page, "rules");
});

test("an officer adds a rule of the council’s own, sees it tried on the bid, and changes it", async ({ page }) => {
  await openRules(page);
  await page.getByRole("link", { name: "Add a rule of your council’s own" }).click();
  await page.getByRole("button", { name: "Keep this rule" }).click();
  await expect(page.getByRole("alert")).toContainText("Say the rule in one plain sentence");
  await page.getByLabel("The rule in one plain sentence").fill("A bid asks for no more than £400,000.");
  await page.getByLabel("Which paper of the council it comes from").fill("Cabinet report of 4 June");
  await page.getByLabel("Which question it looks at").selectOption({ label: "Award asked for" });
  await page.getByLabel("Upper limit").fill("400000");
  await expect(page.getByRole("heading", { name: "Tried on this bid: not met" })).toBeVisible();
  await expect(page.getByRole("row", { name: /400001/ })).toContainText("not met");
  await expectSound(page, "rules");
  await page.getByRole("button", { name: "Keep this rule" }).click();
  const card = page.getByRole("article").filter({ hasText: "A bid asks for no more than £400,000." });
  await expect(card).toContainText("Not met");
  await page.getByRole("link", { name: /Change “A bid asks/ }).click();
  await page.getByLabel("Upper limit").fill("450000");
  await page.getByRole("button", { name: "Keep this rule" }).click();
  await expect(card).toContainText("Met");
});

test("a rule can be written out, and says in which line it is wrong", async ({ page }) => {
  await openRules(page);
  await page.getByRole("link", { name: "Add a rule of your council’s own" }).click();
  await page.getByRole("button", { name: "Write it out instead" }).click();
  const text = page.getByLabel("The rule, written out");
  await expect(page.getByText("Nothing is wrong with it.")).toBeVisible();
  const good = await text.inputValue();
  await text.fill(good.replace("severity: warning", "severity: fatal"));
  await expect(
    page.getByText(/rule line \d+, column \d+: severity: must be “blocker” or “warning” or “advice”/),
  ).toBeVisible();
  await text.fill(good);
  await page.getByRole("button", { name: "Keep this rule" }).click();
  await expect(page.getByRole("link", { name: /Change “A bid asks for no more than £250,000/ })).toBeVisible();
});

test("a council’s note stands beside its question in the next bid too", async ({ page }) => {
  await page
    .getByRole("button", { name: /cheshire/i })
    .first()
    .click();
  await page.getByRole("link", { name: "About the bid" }).click();
  const help = page.getByText("Help with this question").first();
  await help.click();
  await page.getByRole("button", { name: "Add your council’s note on Summary of the bid" }).click();
  await page.getByLabel("Your council’s note").fill("Ask **Priya** before you name a saving.");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByText("Priya").first()).toBeVisible();
  await expectSound(page, "rules");
  await page.reload();
  await expect(page.getByText("Help with this question, and your council’s note")).toBeVisible();
});

test("the rule book and the blank form come out in Word", async ({ page, app }) => {
  await openRules(page);
  await page.getByRole("button", { name: "Make the rule book and the blank form" }).click();
  await expect(page.getByRole("heading", { name: "The rule book and the blank form are made" })).toBeVisible({
    timeout: 60_000,
  });
  expect([...packFiles(app.bids).keys()].filter((name) => name.endsWith(".docx"))).toHaveLength(2);
});
