import { momentChanges } from "../support/moment-scheme.ts";
import { expect, openExample, test, visit } from "./support/app.ts";

test.use({ examples: ["cheshire"], schemeChanges: momentChanges });

test.beforeEach(async ({ page }) => {
  await openExample(page, "cheshire");
});

test("a deadline to the hour is typed by keyboard, judged to the minute, and shown with its hour", async ({ page }) => {
  await expect(page.getByRole("complementary", { name: "About this bid" })).toContainText("5pm on 12 July 2013");
  await visit(page, "/bid/section/learning");
  const sent = page.getByRole("group", { name: "When you send the bid" });
  await sent.getByRole("textbox", { name: "Day" }).focus();
  for (const [index, typed] of ["12", "7", "2013", "5.01pm"].entries()) {
    if (index > 0) await page.keyboard.press("Tab");
    await page.keyboard.type(typed);
  }
  await expect(sent.getByRole("textbox", { name: "UK time, like 5pm or 17:00" })).toBeFocused();
  await visit(page, "/bid/findings");
  const late = page.getByRole("article").filter({ hasText: "The bid is sent by 5pm on 12 July 2013." });
  await expect(late).toContainText("5.01pm on 12 July 2013. Needed: at or before 5pm on 12 July 2013 (Closing).");
  await expect(late).toContainText("1 minute");

  await visit(page, "/bid/section/learning");
  const time = sent.getByRole("textbox", { name: /^UK time/ });
  await expect(time).toHaveValue("5.01pm");
  await time.fill("17:00");
  await time.blur();
  await expect(time).toHaveValue("5pm");
  await visit(page, "/bid");
  await expect(page.getByRole("heading", { name: "This bid is ready to send" })).toBeVisible();
});

test("what makes no moment is kept in its boxes, and the error says what to enter", async ({ page }) => {
  await visit(page, "/bid/section/learning");
  const sent = page.getByRole("group", { name: "When you send the bid" });
  await sent.getByRole("textbox", { name: "Day" }).fill("31");
  await sent.getByRole("textbox", { name: "Month" }).fill("6");
  await sent.getByRole("textbox", { name: "Year" }).fill("2013");
  const time = sent.getByRole("textbox", { name: /^UK time/ });
  await time.fill("tea time");
  await time.blur();
  await expect(sent.getByText("“31/6/2013, tea time” could not be read as a day with a time of day.")).toBeVisible();
  await expect(time).toHaveAttribute("aria-invalid", "true");
  await page.reload();
  await expect(sent.getByRole("textbox", { name: "Day" })).toHaveValue("31");
  await expect(time).toHaveValue("tea time");
});

test("a moment stands in a card and in the grid, where it is typed as people say it", async ({ page }) => {
  await visit(page, "/bid/section/learning");
  await page.getByRole("button", { name: "Add a meeting" }).click();
  const card = page.getByRole("region", { name: /^meeting:/i }).last();
  await card.getByLabel("What it is about").fill("Cabinet");
  await card.getByRole("textbox", { name: "Day" }).fill("3");
  await card.getByRole("textbox", { name: "Month" }).fill("June");
  await card.getByRole("textbox", { name: "Year" }).fill("2013");
  await card.getByRole("textbox", { name: /^UK time/ }).fill("noon");
  await card.getByRole("button", { name: /^Done/ }).click();
  await expect(page.getByRole("region", { name: "meeting: Cabinet" })).toContainText("midday on 3 June 2013");

  const grid = page.getByRole("grid", { name: "Hand-overs" });
  await grid.getByRole("gridcell").first().click();
  await page.keyboard.type("Model");
  await page.keyboard.press("Tab");
  await page.keyboard.type("9.30am on 1/7/2013");
  await page.keyboard.press("Enter");
  await expect(grid.getByRole("gridcell", { name: "9.30am on 1 July 2013" })).toBeVisible();
});
