import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
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
  type Person,
} from "./support/office.ts";
import { expectSound, windows } from "./support/sound.ts";

const summary = (page: Page) => page.getByRole("textbox", { name: /^Summary of the bid/ });

/** Two people, each with a copy of one bid in a folder of their own. */
async function twoCopies(office: Office): Promise<{ ann: Person; dana: Person }> {
  const [ann, dana] = [await office.person("Ann"), await office.person("Dana")];
  putExample("cheshire", ann.file("ours.bid"));
  copyFileSync(ann.file("ours.bid"), dana.file("ours.bid"));
  for (const { page } of [ann, dana]) {
    await page.reload();
    await openBid(page, "ours.bid");
  }
  return { ann, dana };
}

/** What Dana did comes to Ann as a synchronised folder would bring it. */
async function sendToAnn(ann: Person, dana: Person): Promise<void> {
  await closeBid(dana.page);
  copyFileSync(dana.file("ours.bid"), ann.file("ours (PC2).bid"));
}

async function reviewCopy(page: Page): Promise<void> {
  await visit(page, "/bid/merge");
  await page.getByRole("link", { name: "ours (PC2).bid" }).click();
  await expect(page.getByRole("heading", { name: "What the other copy would bring" })).toBeVisible();
}

test("two people change the same paragraph, and one of them settles which stands", async ({ office }) => {
  const { ann, dana } = await twoCopies(office);
  await writeSummary(ann.page, "Ann says that three fire services become one.");
  await writeSummary(dana.page, "Dana says that four fire services become one.");
  await askFor(dana.page, "350000");
  await sendToAnn(ann, dana);

  await reviewCopy(ann.page);
  await expect(ann.page.getByText(/^From Dana \(\d+ saved steps\)\.$/)).toBeVisible();
  await expect(ann.page.locator("ins").filter({ hasText: "£350,000" })).toBeVisible();
  await ann.page.getByRole("button", { name: "Bring in the change" }).click();
  await expect(ann.page.getByText("1 left to settle.")).toBeVisible();
  await visit(ann.page, "/bid");
  await ann.page.getByRole("link", { name: "Choose which one stands" }).click();
  await ann.page.getByRole("button", { name: /^Keep Dana’s ?: Summary of the bid/ }).click();
  await expect(ann.page.getByRole("heading", { name: "Everything is settled" })).toBeFocused();
  await visit(ann.page, "/bid/section/about-the-bid");
  await expect(summary(ann.page)).toHaveText("Dana says that four fire services become one.");
  await expect(ann.page.getByLabel("Award asked for")).toHaveValue("350,000");
  await closeBid(ann.page);

  copyFileSync(ann.file("ours.bid"), dana.file("ours (PC2).bid"));
  await dana.page.getByRole("button", { name: /^Open Cutting crime/ }).click();
  await reviewCopy(dana.page);
  await dana.page.getByRole("button", { name: /^Bring in/ }).click();
  await expect(dana.page.getByText("There is nothing to settle.")).toBeVisible();
  await visit(dana.page, "/bid/section/about-the-bid");
  await expect(summary(dana.page)).toHaveText("Dana says that four fire services become one.");
});

test("which text stands is plain, and both passages can be kept", async ({ office }) => {
  const { ann, dana } = await twoCopies(office);
  await writeSummary(ann.page, "Ann says that three fire services become one.");
  await writeSummary(dana.page, "Dana says that four fire services become one.");
  await sendToAnn(ann, dana);
  await reviewCopy(ann.page);
  await expect(ann.page.getByText("Would stand until you choose")).toHaveCount(1);
  await ann.page.getByRole("button", { name: "Bring in 1 clash to settle" }).click();
  await expect(ann.page.getByText("In the form until you choose")).toHaveCount(1);
  await ann.page.getByRole("button", { name: /^Keep both passages ?: Summary of the bid/ }).click();
  await expect(ann.page.getByRole("heading", { name: "Everything is settled" })).toBeFocused();
  await visit(ann.page, "/bid/section/about-the-bid");
  await expect(summary(ann.page)).toContainText("Ann says that three fire services become one.");
  await expect(summary(ann.page)).toContainText("Dana says that four fire services become one.");
});

test("a clash outlives a restart, and what the check says leads to it", async ({ office }) => {
  const { ann, dana } = await twoCopies(office);
  await askFor(ann.page, "300000");
  await askFor(dana.page, "350000");
  await sendToAnn(ann, dana);
  await reviewCopy(ann.page);
  await ann.page.getByRole("button", { name: "Bring in 1 clash to settle" }).click();
  await expect(ann.page.getByText("1 left to settle.")).toBeVisible();
  await ann.crash();
  await ann.page.getByRole("button", { name: /^Open Cutting crime/ }).click();
  await expect(ann.page.getByRole("heading", { name: "1 answer changed on both sides" })).toBeVisible();
  await visit(ann.page, "/bid/findings");
  await ann.page.getByRole("link", { name: "See both and choose" }).click();
  await expect(ann.page.getByRole("heading", { level: 2, name: "Award asked for" })).toBeFocused();
  await ann.page.getByRole("button", { name: /^Keep Ann’s ?: Award asked for/ }).click();
  await visit(ann.page, "/bid/section/about-the-bid");
  await expect(ann.page.getByLabel("Award asked for")).toHaveValue("300,000");
});

test("whoever comes second to a file hears who has it, and reads it or works on a copy", async ({ office }) => {
  const [ann, dana] = [await office.person("Ann", "drive"), await office.person("Dana", "drive")];
  putExample("cheshire", ann.file("ours.bid"));
  await ann.page.reload();
  await openBid(ann.page, "ours.bid");
  await dana.page.reload();
  await dana.page.getByRole("button", { name: "Open ours.bid" }).click();
  await expect(dana.page.getByRole("alert")).toContainText(/ours\.bid is open: Ann on .+, since /);
  await dana.page.getByRole("button", { name: "Read only" }).click();
  await expect(dana.page.getByText("You can read this bid, and not change it.")).toBeVisible();
  await visit(dana.page, "/bid/section/about-the-bid");
  await expect(dana.page.getByLabel("Award asked for")).toBeDisabled();
  const before = await summary(dana.page).innerText();
  await summary(dana.page).click();
  await dana.page.keyboard.type("Not mine to write");
  expect(await summary(dana.page).innerText()).toBe(before);
  await dana.page.reload();
  await expect(dana.page.getByText("You can read this bid, and not change it.")).toBeVisible();
  await closeBid(dana.page);

  await dana.page
    .getByRole("button", { name: /^Open Cutting crime/ })
    .first()
    .click();
  await dana.page.getByRole("button", { name: "Work on a copy" }).click();
  await expect(dana.page.getByRole("region", { name: "Copies of this bid" }).first()).toContainText(
    "You are working on a copy of ours.bid.",
  );
  await askFor(dana.page, "222000");
});

test("what somebody else puts in the file is brought in, and never written over", async ({ office }) => {
  const { ann, dana } = await twoCopies(office);
  await writeSummary(dana.page, "Dana wrote this into the file.");
  await closeBid(dana.page);
  const theirs = readFileSync(dana.file("ours.bid"));
  writeFileSync(ann.file("ours.bid"), theirs);
  await askFor(ann.page, "333000");
  await expect(ann.page.getByRole("heading", { name: "Somebody else changed this file" })).toBeVisible();
  expect(readFileSync(ann.file("ours.bid")).equals(theirs)).toBe(true);
  await ann.page.getByRole("link", { name: "Review what changed" }).click();
  await ann.page.getByRole("button", { name: "Bring in the change" }).click();
  await expect(ann.page.getByRole("heading", { name: "1 change came in" })).toBeFocused();
  await expect(ann.page.getByRole("heading", { name: "Somebody else changed this file" })).toBeHidden();
  await visit(ann.page, "/bid/section/about-the-bid");
  await expect(summary(ann.page)).toHaveText("Dana wrote this into the file.");
  await expect(ann.page.getByLabel("Award asked for")).toHaveValue("333,000");
  await closeBid(ann.page);
});

test("a part is sent, filled in with nothing else in sight, and comes back", async ({ office }) => {
  const { ann, dana } = await twoCopies(office);
  await visit(ann.page, "/bid/share");
  await ann.page.getByRole("button", { name: "Make the file" }).click();
  await expect(ann.page.getByText("Choose at least one section to send")).toBeVisible();
  await ann.page.getByRole("checkbox", { name: "About the bid" }).check();
  await ann.page.getByRole("button", { name: "Make the file" }).click();
  const part = await ann.page.getByText(/^About the bid, part of .+\.bid$/).innerText();

  await closeBid(dana.page);
  copyFileSync(ann.file(part), dana.file("part.bid"));
  await dana.page.reload();
  await openBid(dana.page, "part.bid");
  await expect(dana.page.getByRole("heading", { name: "This is a part of a bid" })).toBeVisible();
  await expect(dana.page.getByRole("link", { name: "Costs" })).toBeHidden();
  await askFor(dana.page, "111000");
  await closeBid(dana.page);

  copyFileSync(dana.file("part.bid"), ann.file(part));
  await visit(ann.page, "/bid/merge");
  await ann.page.getByRole("link", { name: part }).click();
  await ann.page.getByRole("button", { name: "Bring in the change" }).click();
  await expect(ann.page.getByRole("heading", { name: "1 change came in" })).toBeVisible();
  await visit(ann.page, "/bid/section/about-the-bid");
  await expect(ann.page.getByLabel("Award asked for")).toHaveValue("111,000");
});

test("a damaged file is said to be damaged, and what is sound of it opens as a copy", async ({ office }) => {
  const { ann, dana } = await twoCopies(office);
  await closeBid(dana.page);
  const whole = readFileSync(dana.file("ours.bid"));
  writeFileSync(dana.file("ours.bid"), whole.subarray(0, Math.floor(whole.length * 0.9)));
  await dana.page.reload();
  await dana.page.getByRole("button", { name: /^Open Cutting crime/ }).click();
  await expect(dana.page.getByRole("heading", { name: "The file is damaged" })).toBeVisible();
  await dana.page.getByRole("button", { name: "Open what is sound as a copy" }).click();
  await expect(dana.page.getByRole("region", { name: "Part of the file could not be read" })).toBeVisible();
  await expect(dana.page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
  await closeBid(ann.page);
});

for (const [name, viewport] of windows) {
  test.describe(name, () => {
    test.use({ viewport });

    test("nothing is found on the pages of working together", async ({ office }) => {
      const { ann, dana } = await twoCopies(office);
      await writeSummary(ann.page, "Ann says that three fire services become one.");
      await writeSummary(dana.page, "Dana says that four fire services become one.");
      await askFor(dana.page, "350000");
      await sendToAnn(ann, dana);
      await visit(ann.page, "/bid/share");
      await ann.page.getByRole("button", { name: "Make the file" }).click();
      await expectSound(ann.page, "share");
      await visit(ann.page, "/bid/merge");
      await expect(ann.page.getByRole("link", { name: "ours (PC2).bid" })).toBeVisible();
      await expectSound(ann.page, "merge");
      await ann.page.getByRole("link", { name: "ours (PC2).bid" }).click();
      await expect(ann.page.getByRole("button", { name: "Bring in the change" })).toBeVisible();
      await expectSound(ann.page, "review");
      await ann.page.getByRole("button", { name: "Bring in the change" }).click();
      await expect(ann.page.getByText("1 left to settle.")).toBeVisible();
      await expectSound(ann.page, "settle");
      await visit(ann.page, "/bid");
      await expectSound(ann.page, "tasks");
    });

    test("nothing is found where a file is open elsewhere, or can only be read", async ({ office }) => {
      const [ann, dana] = [await office.person("Ann", "drive"), await office.person("Dana", "drive")];
      putExample("cheshire", ann.file("ours.bid"));
      await ann.page.reload();
      await openBid(ann.page, "ours.bid");
      await dana.page.reload();
      await dana.page.getByRole("button", { name: "Open ours.bid" }).click();
      await expect(dana.page.getByRole("heading", { name: "Somebody has this bid open" })).toBeVisible();
      await expectSound(dana.page, "open elsewhere");
      await dana.page.getByRole("button", { name: "Read only" }).click();
      await visit(dana.page, "/bid/section/about-the-bid");
      await expectSound(dana.page, "read only");
    });
  });
}
