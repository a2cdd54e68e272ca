import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The window of a small laptop, and the same at 400% zoom. */
export const windows = [
  ["1280 by 800", { width: 1280, height: 800 }],
  ["400% zoom, 320 wide", { width: 320, height: 800 }],
] as const;

/** Nothing is found on the page as it stands, and it reflows: only parts that scroll by themselves are wider than the window. */
export async function expectSound(page: Page, where: string): Promise<void> {
  // Without frames in a page the old way finds the same, and opens no second page for each.
  const { violations } = await new AxeBuilder({ page }).withTags(standards).setLegacyMode().analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  expect(found, where).toEqual([]);
  const spare = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(spare, `${where} is wider than the window`).toBeLessThanOrEqual(0);
}

/** Opens every part of the page that can be opened, at once. */
export async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}
