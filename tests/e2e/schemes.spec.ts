import type { Page } from "@playwright/test";
import { zipSync } from "fflate";
import * as YAML from "yaml";
import { schemeIds } from "../support/bidwright.ts";
import { changedFiles, nextVersion } from "../support/scheme-versions.ts";
import { scripted } from "../support/scripted-scheme.ts";
import { expect, openExample, test, visit } from "./support/app.ts";
import { expectSound, windows } from "./support/sound.ts";

const id = "tca-2013-14";

function zipOf(files: ReadonlyMap<string, string>): { name: string; mimeType: string; buffer: Buffer } {
  const entries = [...files].map(([name, text]) => [`${id}/${name}`, new TextEncoder().encode(text)] as const);
  return { name: "scheme.zip", mimeType: "application/zip", buffer: Buffer.from(zipSync(Object.fromEntries(entries))) };
}

async function give(page: Page, files: ReadonlyMap<string, string>): Promise<void> {
  await page.getByLabel("Choose a zip").setInputFiles(zipOf(files));
  await expect(page.getByRole("button", { name: "Back to the schemes" })).toBeVisible();
}

/** Kept for looking at, beside the results of the run. */
async function picture(page: Page, name: string, width: number): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`), fullPage: true });
}

for (const [name, viewport] of windows) {
  test.describe(`the schemes page at ${name}`, () => {
    test.use({ viewport, examples: ["bath-nes-ict"] });

    test("an update is looked at, accepted, and taken away again, and every answer stays", async ({ page }) => {
      await openExample(page, "bath-nes-ict");
      await visit(page, "/schemes");
      await expect(page.getByRole("article")).toHaveCount(schemeIds().length);
      await expectSound(page, "the list");
      await picture(page, "list", viewport.width);

      await give(page, changedFiles(id, nextVersion));
      await expect(page.getByRole("heading", { name: "What changes in the scheme" })).toBeVisible();
      await expect(page.getByRole("heading", { name: "What changes for your bids" })).toBeVisible();
      await expect(page.getByText(/All \d+ answers given are kept\./)).toBeVisible();
      await expectSound(page, "what was found");
      await picture(page, "inspection", viewport.width);

      await page.getByRole("button", { name: "Go from version 1.0.0 to 1.1.0" }).click();
      await expect(page.getByRole("status").filter({ hasText: "with every answer kept" })).toBeVisible();
      await expect(page.getByText("Added by you")).toBeVisible();
      await expectSound(page, "after the update");

      await visit(page, "/bid/history");
      await expect(page.getByText("Went on under version 1.1.0 of the scheme", { exact: true })).toBeVisible();

      await visit(page, "/schemes");
      await page.getByRole("button", { name: /^Take away/ }).click();
      await page.getByRole("button", { name: /^Yes, take it away/ }).click();
      await expect(page.getByRole("heading", { name: "Earlier versions that are kept" })).toBeVisible();
      const card = page.getByRole("article").filter({ hasText: "Transformation Challenge Award 2013-14" });
      await expect(card.getByText("Built in", { exact: true })).toBeVisible();
      await expectSound(page, "what is kept");
    });

    test("a scheme that cannot be added is told line by line", async ({ page }) => {
      await visit(page, "/schemes");
      await give(page, changedFiles(id, { "pack.yaml": [["layout-note:", "layout-nte:"]] }));
      const faults = page.getByRole("alert");
      await expect(faults).toContainText("This scheme cannot be added");
      await expect(faults).toContainText(/pack\.yaml line \d+, column \d+/);
      await expect(page.getByRole("button", { name: /^Go from|^Add this/ })).toHaveCount(0);
      await expectSound(page, "faults");
      await picture(page, "faults", viewport.width);
    });
  });
}

test.describe("a bid made under an earlier version", () => {
  test.use({ examples: ["bath-nes-ict"] });

  test("says what changed when it is opened, and goes on when the officer accepts", async ({ page }) => {
    await visit(page, "/schemes");
    await give(page, changedFiles(id, nextVersion));
    await page.getByRole("button", { name: "Go from version 1.0.0 to 1.1.0" }).click();
    await visit(page, "/");
    await openExample(page, "bath-nes-ict");
    const notice = page.getByRole("region", { name: "Another version of the scheme" });
    await expect(notice).toContainText("last worked on under version 1.0.0");
    await expect(notice).toContainText("Gone from the scheme: “How you will share it”");
    await expectSound(page, "the notice");
    await notice.getByRole("button", { name: "Go on under version 1.1.0" }).click();
    await expect(notice).toHaveCount(0);
  });
});

test.describe("script in every text of a scheme", () => {
  test.use({ examples: ["cheshire"] });

  test("is shown as its own characters on every page, and nothing of it runs", async ({ page }) => {
    const files = changedFiles(id, { "scheme.yaml": [["version: 1.0.0", "version: 1.0.1"]] });
    for (const [name, text] of files) {
      if (!name.startsWith("examples/")) files.set(name, YAML.stringify(scripted(YAML.parse(text), "")));
    }
    await visit(page, "/schemes");
    await give(page, files);
    await expect(page.getByText("<script>").first()).toBeVisible();
    await page.getByRole("button", { name: "Go from version 1.0.0 to 1.0.1" }).click();
    await expect(page.getByText("Added by you")).toBeVisible();
    await visit(page, "/");
    await openExample(page, "cheshire");
    const sections = [...files.keys()].flatMap((name) => /^form\/(.+)\.yaml$/.exec(name)?.[1] ?? []);
    const pages = ["details", "findings", "appraisal", "rules", "export", "history", "share"];
    const addresses = [...pages, ...sections.map((section) => `section/${section}`)];
    for (const address of ["", ...addresses].map((one) => (one === "" ? "/bid" : `/bid/${one}`))) {
      await visit(page, address);
      await page.evaluate(() => {
        for (const closed of document.querySelectorAll("details")) closed.open = true;
      });
      const harm = await page.evaluate(() => ({
        ran: "harmed" in window,
        markup: document.querySelectorAll("#main script, #main img, #main iframe, #main [onerror]").length,
        links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? ""),
      }));
      expect(harm.ran, address).toBe(false);
      expect(harm.markup, address).toBe(0);
      expect(
        harm.links.filter((href) => !href.startsWith("#")),
        address,
      ).toEqual([]);
    }
  });
});
