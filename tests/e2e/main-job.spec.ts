import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "@playwright/test";
import { expect, packFiles, test } from "./support/app.ts";
import { give } from "./support/fill.ts";
import { keyboardHands, mouseHands, type Hands } from "./support/hands.ts";
import { limitedBid } from "./support/limited-bid.ts";

const title = "One ICT service in the Fens";

test("an officer goes from a blank bid to a checked pack", async ({ page, app }) => {
  const hands = mouseHands(page);
  await fillTheBid(hands);
  await fixTheAward(hands);
  const screen = await readMoney(page);
  await exportThePack(hands);

  const files = packFiles(app.bids);
  const word = textOfWord(fileEnding(files, ".docx"));
  const cells = await numbersOfExcel(fileEnding(files, ".xlsx"));
  for (const [name, figure] of screen) {
    expect(word, `${name} in Word`).toContain(figure);
    expect(cells, `${name} in Excel`).toContain(Number(figure.replaceAll(/[£,]/g, "")));
  }
  expect(word).toContain("Ada Fenland");
  expect(word).not.toContain("DRAFT");
});

test("the same by keyboard alone", async ({ page, app }) => {
  test.slow();
  const hands = keyboardHands(page);
  await fillTheBid(hands);
  await fixTheAward(hands);
  await exportThePack(hands);
  expect([...packFiles(app.bids).keys()].filter((name) => /\.(?:docx|xlsx)$/.test(name))).toHaveLength(2);
});

async function fillTheBid(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press(page.getByRole("link", { name: "Start a new bid" }));
  await expect(page.getByRole("heading", { level: 1, name: "Start a new bid" })).toBeFocused();
  await give(hands, { choose: "Which scheme are you bidding to?", option: "Transformation Challenge Award 2013-14" });
  await give(hands, { choose: "Which strand?", option: "Limited shared arrangements" });
  await give(hands, { type: "What is the bid called?", text: title });
  await hands.press(page.getByRole("button", { name: "Create the bid" }));
  await expect(page.getByRole("heading", { name: "This bid is not ready yet" })).toBeVisible();
  await hands.press(page.getByRole("link", { name: "About the bid" }));
  for (const { section, answers } of limitedBid) {
    await expect(page.getByRole("heading", { level: 1, name: section })).toBeFocused();
    for (const answer of answers) await give(hands, answer);
    await hands.press(page.getByRole("navigation", { name: "Sections" }).getByRole("link").first());
  }
}

/** A pound too much is a blocker: the final pack is refused until its button is pressed. */
async function fixTheAward(hands: Hands): Promise<void> {
  const { page } = hands;
  const pages = page.getByRole("navigation", { name: "Bid" });
  await hands.press(pages.getByRole("link", { name: "Export" }));
  await expect(page.getByRole("heading", { name: /blockers stand in the way of the final pack/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make the final pack" })).toBeHidden();

  await hands.press(pages.getByRole("link", { name: "Findings" }));
  const finding = page
    .getByRole("article")
    .filter({ hasText: "How far off: £1." })
    .filter({ hasText: "at most £500,000" });
  await expect(finding).toContainText("Blocker");
  await hands.press(finding.getByRole("button", { name: /Change to £500,000/ }));
  await expect(page.getByText("No blocker stands against this bid.")).toBeVisible();
}

/** Figures of the money page that stand in Word and Excel too. */
async function readMoney(page: Page): Promise<Map<string, string>> {
  await page.getByRole("navigation", { name: "Bid" }).getByRole("link", { name: "Money" }).click();
  const figures = new Map<string, string>();
  for (const name of ["Award asked for", "Total costs", "Total savings", "Savings less costs", "Net present value"]) {
    const item = page.locator(".app-headlines__item").filter({ has: page.getByText(name, { exact: true }) });
    figures.set(name, await item.locator(".app-headlines__figure").innerText());
  }
  expect(Object.fromEntries(figures)).toMatchObject({
    "Award asked for": "£500,000",
    "Total costs": "£627,000",
    "Total savings": "£1,020,000",
    "Savings less costs": "£393,000",
  });
  return figures;
}

async function exportThePack(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press(page.getByRole("navigation", { name: "Bid" }).getByRole("link", { name: "Export" }));
  await hands.press(page.getByRole("button", { name: "Make the final pack" }));
  await expect(page.getByRole("heading", { name: "The pack is made" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^Checked:/)).not.toHaveCount(0);
}

function fileEnding(files: ReadonlyMap<string, string>, ending: string): string {
  const found = [...files].find(([name]) => name.endsWith(ending));
  if (!found) throw new Error(`The pack has no file that ends in ${ending}`);
  return found[1];
}

function textOfWord(file: string): string {
  const document = unzipSync(readFileSync(file))["word/document.xml"];
  if (!document) throw new Error("The Word file has no document in it");
  return strFromU8(document)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

async function numbersOfExcel(file: string): Promise<number[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const numbers: number[] = [];
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const value: unknown = cell.result ?? cell.value;
        if (typeof value === "number") numbers.push(Math.round(value * 100) / 100);
      }),
    ),
  );
  return numbers;
}
