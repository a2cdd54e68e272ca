import { copyFileSync, existsSync, readdirSync, renameSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { processName, thisProcess } from "../../../electron/adapters/computer.ts";
import { deskOf, done, type Desk } from "../../support/desk.ts";
import { award, useOffice } from "../../support/office.ts";

const office = useOffice();

const journals = () => path.join(office.folder, "data of Priya", "journals");
const kept = () =>
  existsSync(journals())
    ? readdirSync(journals(), { recursive: true })
        .map(String)
        .filter((name) => name.endsWith(".jsonl"))
    : [];

/** Priya's computer after it stopped: the process that typed is gone, and another one starts. */
function afterTheCrash(): Desk {
  for (const name of kept()) {
    const file = path.join(journals(), name);
    renameSync(file, file.replace(`-${processName(thisProcess)}-`, "-999999999-"));
  }
  return deskOf("Priya", office.folder, office.clock);
}

/** Opens a file and closes it again. @returns what it asks for, in pounds, and what was said of what came back */
async function opened(desk: Desk, name: string) {
  const app = desk.client();
  const { bid, notices } = await done(app.openBid({ token: desk.token(name) }));
  await done(app.closeBid({ bid: bid.id }));
  const cameBack = notices.filter(({ kind }) => kind === "recovered").map(({ message }) => message);
  return { pounds: Number(bid.answers["award-requested"]) / 100, cameBack };
}

beforeEach(async () => {
  copyFileSync(office.at("ours.bid"), office.at("theirs.bid"));
  await office.priya.typeAndCrash("ours.bid", award(300_000));
});

test("what was typed in one copy comes back in the other, which says where it was typed, and in its own as well", async () => {
  const priya = afterTheCrash();
  expect(await opened(priya, "theirs.bid")).toEqual({
    pounds: 300_000,
    cameBack: [
      "1 change that had not reached the file came back. What was typed in “ours.bid” comes back there as well, when that is opened.",
    ],
  });
  expect(await opened(priya, "ours.bid")).toEqual({
    pounds: 300_000,
    cameBack: ["1 change that had not reached the file came back."],
  });
  expect(kept().filter((name) => name.includes("-999999999-"))).toEqual([]);
  expect(await priya.bid("merge", "ours.bid", "theirs.bid", "--out", "both.bid")).toMatchObject({ code: 0, err: "" });
  expect((await priya.bid("compare", "ours.bid", "theirs.bid")).code).toBe(0);
});

test("what was typed goes on waiting for its own file, however often the other is opened and changed", async () => {
  const priya = afterTheCrash();
  await opened(priya, "theirs.bid");
  await priya.edit("theirs.bid", award(200_000));
  expect(await opened(deskOf("Priya", office.folder, office.clock), "theirs.bid")).toEqual({
    pounds: 200_000,
    cameBack: [],
  });
  expect((await opened(priya, "ours.bid")).pounds).toBe(300_000);
  expect(await priya.bid("merge", "ours.bid", "theirs.bid", "--out", "both.bid")).toMatchObject({ code: 0, err: "" });
});

test("a file that was renamed has its work back with no more words, and nothing goes on waiting", async () => {
  const priya = afterTheCrash();
  renameSync(office.at("ours.bid"), office.at("renamed.bid"));
  expect((await opened(priya, "renamed.bid")).cameBack).toEqual(["1 change that had not reached the file came back."]);
  expect(kept().filter((name) => name.includes("-999999999-"))).toEqual([]);
});

test("recovering the other copy says where the work was typed", async () => {
  const { out } = await afterTheCrash().bid("recover", "theirs.bid");
  expect(out).toContain("1 change that had not reached the file, typed in “ours.bid”.\n");
});
