import { renameSync, rmSync, writeFileSync } from "node:fs";
import {
  askFor,
  closeBid,
  expect,
  openBid,
  putExample,
  test,
  visit,
  type Office,
  type Person,
} from "./support/office.ts";
import { expectSound } from "./support/sound.ts";

const told = "Work that has not reached its file";

/** Opens what was open last. */
async function openLately({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: /^Open Cutting crime/ }).click();
  await expect(page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
}

/** Somebody whose app stopped while the drive with the bids could not be reached; it can be again. */
async function stoppedUnsaved(office: Office): Promise<Person> {
  const ann = await office.person("Ann");
  putExample("cheshire", ann.file("ours.bid"));
  await ann.page.reload();
  await openBid(ann.page, "ours.bid");
  await askFor(ann.page, "400000");
  await closeBid(ann.page);
  await openLately(ann);
  await visit(ann.page, "/bid/section/about-the-bid");
  renameSync(ann.bids, `${ann.bids} away`);
  writeFileSync(ann.bids, "in the way");
  await ann.page.getByLabel("Award asked for").fill("410000");
  await expect(ann.page.getByRole("heading", { name: "Your work is not being saved" })).toBeVisible();
  await ann.kill();
  rmSync(ann.bids);
  renameSync(`${ann.bids} away`, ann.bids);
  return ann;
}

test("the start page tells of work that had not reached its file, and opens that", async ({ office }) => {
  const ann = await stoppedUnsaved(office);
  await ann.restart();
  await expect(ann.page.getByRole("region", { name: told })).toContainText(/1 change, the last on .+ Open ours\.bid/);
  await ann.page.getByRole("button", { name: "Open ours.bid and have the work back" }).click();
  await expect(ann.page.getByText("1 change that had not reached the file came back.")).toBeVisible();
  await visit(ann.page, "/bid/section/about-the-bid");
  await expect(ann.page.getByLabel("Award asked for")).toHaveValue("410,000");
  await closeBid(ann.page);
  await expect(ann.page.getByRole("region", { name: told })).toBeHidden();
});

test("work on a file that was renamed comes back where that is opened, or can be left out", async ({ office }) => {
  const ann = await stoppedUnsaved(office);
  renameSync(ann.file("ours.bid"), ann.file("final.bid"));
  await ann.restart();
  const work = ann.page.getByRole("region", { name: told });
  await expect(work).toContainText("ours.bid is not in");
  await expectSound(ann.page, "the start page with unsaved work");
  await work.getByRole("button", { name: /^See the copies kept here/ }).click();
  await expect(ann.page.getByRole("heading", { name: "Copies kept on this computer" })).toBeVisible();
  await work.getByRole("button", { name: /^I do not need this work/ }).click();
  await work.getByRole("button", { name: /^No, leave it/ }).click();
  await openBid(ann.page, "final.bid");
  await expect(ann.page.getByText("1 change that had not reached the file came back.")).toBeVisible();
});

test("work that nobody needs is left out, and is told no more", async ({ office }) => {
  const ann = await stoppedUnsaved(office);
  await ann.restart();
  await ann.page.getByRole("button", { name: /^I do not need this work/ }).click();
  await ann.page.getByRole("button", { name: /^Yes, leave it out/ }).click();
  await expect(ann.page.getByRole("region", { name: told })).toBeHidden();
  await openLately(ann);
  await visit(ann.page, "/bid/section/about-the-bid");
  await expect(ann.page.getByLabel("Award asked for")).toHaveValue("400,000");
});
