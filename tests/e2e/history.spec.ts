import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import {
  askFor,
  closeBid,
  expect,
  openBid,
  putExample,
  test,
  visit,
  writeSummary,
  type Office,
} from "./support/office.ts";
import { expectSound, windows } from "./support/sound.ts";

async function annAtWork(office: Office) {
  const ann = await office.person("Ann");
  putExample("cheshire", ann.file("cheshire.bid"));
  await ann.page.reload();
  await openBid(ann.page, "cheshire.bid");
  return ann;
}

const award = (page: Page) => page.getByLabel("Award asked for");

test("Ctrl+Z takes a change back and Ctrl+Y brings it again, also after the bid was closed", async ({ office }) => {
  const { page } = await annAtWork(office);
  await visit(page, "/bid/section/about-the-bid");
  const before = await award(page).inputValue();
  await askFor(page, "123456");
  await page.getByRole("link", { name: "History of Award asked for" }).focus();
  await page.keyboard.press("Control+z");
  await expect(award(page)).toHaveValue(before);
  await expect(page.getByText("Undone: Changed “Award asked for”")).toBeAttached();
  await page.keyboard.press("Control+y");
  await expect(award(page)).toHaveValue("123,456");
  await closeBid(page);
  await page.getByRole("button", { name: /^Open Cutting crime/ }).click();
  await expect(page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
  await page.getByRole("button", { name: "Undo: Changed “Award asked for”" }).click();
  await visit(page, "/bid/section/about-the-bid");
  await expect(award(page)).toHaveValue(before);
});

test("a text box takes its own typing back first", async ({ office }) => {
  const { page } = await annAtWork(office);
  await askFor(page, "123456");
  const year = page.getByLabel("Base year of the prices");
  const before = await year.inputValue();
  await year.focus();
  await page.keyboard.type("x");
  await page.keyboard.press("Control+z");
  await expect(year).toHaveValue(before);
  await expect(award(page)).toHaveValue("123,456");
});

test("words typed just before the power goes are there when the app starts again, and it says so", async ({
  office,
}) => {
  const ann = await annAtWork(office);
  await writeSummary(ann.page, "Typed a moment before the lights went out.");
  await ann.crash();
  await ann.page.getByRole("button", { name: /^Open Cutting crime/ }).click();
  await expect(ann.page.getByRole("region", { name: "Your work came back" })).toContainText(
    "1 change that had not reached the file came back.",
  );
  await visit(ann.page, "/bid/section/about-the-bid");
  await expect(ann.page.getByRole("textbox", { name: /^Summary of the bid/ })).toHaveText(
    "Typed a moment before the lights went out.",
  );
  await ann.page.getByRole("button", { name: /^Hide this message/ }).click();
  await expect(ann.page.getByRole("region", { name: "Your work came back" })).toBeHidden();
});

/** Types one word after another until it is told to stop. @returns when each word stood there whole */
async function typeOn(page: Page, word: string, goesOn: () => boolean): Promise<number[]> {
  const typed: number[] = [];
  while (goesOn()) {
    await page.keyboard.insertText(`${word}${typed.length} `);
    typed.push(Date.now());
    await pause(20 + Math.random() * 50);
  }
  return typed;
}

const onTheWall = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: "Europe/London" });

/** The time since when the line under the title calls the work safe. */
async function saidToBeSafe(page: Page): Promise<string> {
  const line = (await page.locator(".app-saved__line").textContent()) ?? "";
  return /Safe on this computer at ([\d:]+)/.exec(line)?.[1] ?? "";
}

test("the power goes while somebody types: all but the last second is there, and all that was called safe", async ({
  office,
}) => {
  const ann = await annAtWork(office);
  for (const time of [1, 2, 3]) {
    await visit(ann.page, "/bid/section/about-the-bid");
    const summary = ann.page.getByRole("textbox", { name: /^Summary of the bid/ });
    await summary.click();
    await ann.page.keyboard.press("ControlOrMeta+a");
    let on = true;
    const typing = typeOn(ann.page, `round${time}word`, () => on);
    await pause(1500 + Math.random() * 1500);
    const safe = await saidToBeSafe(ann.page);
    const killed = Date.now();
    await ann.kill();
    on = false;
    const typed = await typing;
    await ann.restart();
    await ann.page.getByRole("button", { name: /^Open Cutting crime/ }).click();
    await expect(ann.page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
    await visit(ann.page, "/bid/section/about-the-bid");
    const there = new Set((await summary.innerText()).split(/\s+/));
    const lost = typed.filter((_, index) => !there.has(`round${time}word${index}`));
    expect(typed.length).toBeGreaterThan(3);
    expect(lost.filter((at) => at < killed - 1000)).toEqual([]);
    // The line keeps up with the typing, and by the second it names nothing typed a second before it is lost.
    expect(safe >= onTheWall.format(killed - 2000), `safe at ${safe}`).toBe(true);
    expect(lost.filter((at) => onTheWall.format(at + 1000) < safe)).toEqual([]);
  }
});

test("a version is named, compared with now, and one answer is put back to it", async ({ office }) => {
  const { page } = await annAtWork(office);
  await askFor(page, "100000");
  await visit(page, "/bid/history");
  await page.getByLabel("Name this version").fill("sent to finance");
  await page.getByRole("button", { name: "Name this version" }).click();
  await expect(page.getByText("This version is named “sent to finance”.")).toBeVisible();
  await askFor(page, "200000");
  await writeSummary(page, "A new summary.");
  await visit(page, "/bid/history");
  await page.getByRole("link", { name: /^What changed since ?: sent to finance/ }).click();
  await expect(page.getByText("2 differences.")).toBeVisible();
  await expect(page.locator("del").filter({ hasText: "£100,000" })).toBeVisible();
  await expect(page.locator("ins").filter({ hasText: "£200,000" })).toBeVisible();
  await page.getByRole("button", { name: /^Put back ?: Award asked for/ }).click();
  await page.getByRole("button", { name: /^Yes, put it back/ }).click();
  await expect(page.getByText("“Award asked for” is put back.")).toBeVisible();
  await expect(page.getByText("1 difference.")).toBeVisible();
  await visit(page, "/bid/section/about-the-bid");
  await expect(award(page)).toHaveValue("100,000");
  await expect(page.getByRole("textbox", { name: /^Summary of the bid/ })).toHaveText("A new summary.");
});

test("any two points are compared, and the whole bid goes back to one", async ({ office }) => {
  const { page } = await annAtWork(office);
  await visit(page, "/bid/section/about-the-bid");
  const before = await award(page).inputValue();
  await askFor(page, "100000");
  await writeSummary(page, "A new summary.");
  await visit(page, "/bid/history");
  const boxes = page.getByRole("checkbox", { name: /^Choose for comparing/ });
  await boxes.first().check();
  await boxes.last().check();
  await page.getByRole("link", { name: "Compare the two" }).click();
  await expect(page.getByText("2 differences.")).toBeVisible();
  await page.getByRole("button", { name: "Put the whole bid back" }).click();
  await page.getByRole("button", { name: "Yes, put it all back" }).click();
  await expect(page.getByText("The whole bid is put back.")).toBeVisible();
  await visit(page, "/bid/section/about-the-bid");
  await expect(award(page)).toHaveValue(before);
});

test("each answer leads to its own history", async ({ office }) => {
  const { page } = await annAtWork(office);
  await askFor(page, "100000");
  await writeSummary(page, "A new summary.");
  await page.getByRole("link", { name: "History of Award asked for" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Award asked for" })).toBeVisible();
  await expect(page.getByText("Changed “Award asked for”", { exact: true })).toBeVisible();
  await expect(page.getByText("Changed “Summary of the bid”", { exact: true })).toBeHidden();
  await page.getByLabel("Question").selectOption({ label: "All questions" });
  await expect(page.getByText("Changed “Summary of the bid”", { exact: true })).toBeVisible();
});

test("the file is checked, and a copy kept on this computer opens beside it", async ({ office }) => {
  const ann = await annAtWork(office);
  await askFor(ann.page, "100000");
  await closeBid(ann.page);
  await ann.page.getByRole("button", { name: /^Open Cutting crime/ }).click();
  await expect(ann.page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
  await visit(ann.page, "/bid/file");
  await ann.page.getByRole("button", { name: "Check this file" }).click();
  await expect(ann.page.getByText("The file is whole.")).toBeVisible();
  await ann.page
    .getByRole("button", { name: /^Open as a copy/ })
    .last()
    .click();
  await expect(ann.page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
  await expect(ann.page.getByText(/\(working copy\)\.bid$/)).toBeVisible();
  await expect(ann.page.getByText(ann.bids, { exact: true })).toBeVisible();
});

for (const [name, viewport] of windows) {
  test.describe(name, () => {
    test.use({ viewport });

    test("nothing is found on the pages that look back", async ({ office }) => {
      const { page } = await annAtWork(office);
      await askFor(page, "100000");
      await visit(page, "/bid/history");
      await page.getByRole("checkbox").first().check();
      await expectSound(page, "history");
      await visit(page, "/bid/history?question=award-requested");
      await page.getByRole("link", { name: /^What it changed/ }).click();
      await page.getByRole("button", { name: /^Put back/ }).click();
      await expectSound(page, "compare");
      await visit(page, "/bid/file");
      await page.getByRole("button", { name: "Check this file" }).click();
      await expect(page.getByText("The file is whole.")).toBeVisible();
      await expectSound(page, "file");
    });
  });
}
