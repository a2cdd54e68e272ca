import { expect, openExample, test, visit } from "./support/app.ts";
import { expectSound, windows } from "./support/sound.ts";

const bidPages = ["bid", "bid/details", "bid/findings", "bid/appraisal", "bid/rules", "bid/export"];
const sections = [
  "about-the-bid",
  "lead-authority",
  "partners",
  "what-you-will-do",
  "innovation",
  "learning",
  "costs",
  "savings",
  "funding",
  "delivery",
  "risks",
  "outcomes",
  "governance",
  "monitoring",
  "sign-off",
  "attachments",
].map((section) => `bid/section/${section}`);

const withWrongAnswers = ["bid/section/about-the-bid", "bid/section/lead-authority"];

for (const [name, viewport] of windows) {
  test.describe(name, () => {
    test.use({ viewport });

    test("nothing is found on the pages before a bid is open", async ({ page }) => {
      await expectSound(page, "start");
      await visit(page, "/new");
      await page.getByRole("button", { name: "Create the bid" }).click();
      await expect(page.getByRole("alert")).toBeFocused();
      await expectSound(page, "new");
    });

    test.describe("in a bid", () => {
      test.use({ examples: ["fails-limited-over-band", "fails-values-that-cannot-stand"] });

      test("nothing is found on any page of a bid", async ({ page }) => {
        await openExample(page, "fails-limited-over-band");
        for (const address of [...bidPages, ...sections]) {
          await visit(page, `/${address}`);
          await expectSound(page, address);
        }
      });

      test("nothing is found where answers cannot stand", async ({ page }) => {
        await openExample(page, "fails-values-that-cannot-stand");
        for (const address of ["bid/findings", ...withWrongAnswers]) {
          await visit(page, `/${address}`);
          await expectSound(page, address);
        }
      });

      test("nothing is found while answers are changed, or beside a pack", async ({ page }) => {
        await openExample(page, "fails-limited-over-band");
        await visit(page, "/bid/section/partners");
        await page.getByRole("button", { name: /^Add (?:a|another) partner$/ }).click();
        await page.getByRole("combobox", { name: "Name of the organisation" }).last().fill("somerset");
        await expect(page.getByRole("option").first()).toBeVisible();
        await expectSound(page, "an open partner with the list of councils");
        await visit(page, "/bid/section/what-you-will-do");
        await page.getByRole("textbox").first().focus();
        await expectSound(page, "a long answer while it is written");
        await visit(page, "/bid/section/costs");
        await page.getByRole("gridcell").first().focus();
        await page.keyboard.press("F2");
        await expectSound(page, "a cell while it is typed in");
        await page.keyboard.press("Escape");
        await page.keyboard.press("End");
        await page.keyboard.type("to be agreed");
        await page.keyboard.press("Enter");
        await expect(page.getByRole("gridcell", { name: "to be agreed" })).toHaveAttribute("aria-invalid", "true");
        await expectSound(page, "an amount that cannot be read");
        await page.getByRole("button", { name: "Form view" }).click();
        await expectSound(page, "the form view of a line");
        await visit(page, "/bid/export");
        await page.getByRole("button", { name: "Make a draft" }).click();
        await expect(page.getByRole("heading", { name: "The pack is made" })).toBeVisible({ timeout: 30_000 });
        await expectSound(page, "a pack that is made");
      });

      test("what has the focus can always be seen", async ({ page }) => {
        await openExample(page, "fails-limited-over-band");
        for (const address of ["bid", "bid/appraisal", "bid/section/about-the-bid", "bid/section/costs"]) {
          await visit(page, `/${address}`);
          for (let stop = 0; stop < 45; stop += 1) {
            await page.keyboard.press("Tab");
            expect(await page.evaluate(hiddenFocus), address).toBeUndefined();
          }
        }
      });
    });
  });
}

/** What hides the middle of the focused control, or puts it outside the window. Runs in the page. */
function hiddenFocus(): string | undefined {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return undefined;
  const box = focused.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 1), window.innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), window.innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const seen =
    top !== null &&
    (focused.contains(top) ||
      top.contains(focused) ||
      top.closest("label, .govuk-radios__item, .govuk-checkboxes__item") !== null);
  return seen
    ? undefined
    : `${focused.outerHTML.slice(0, 120)} is behind ${top?.outerHTML.slice(0, 120) ?? "the edge"}`;
}
