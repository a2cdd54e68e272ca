import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { award, json, useLondonTime, useOffice } from "../../support/office.ts";
import { editOutside, spoil } from "../../support/spoiled-files.ts";

useLondonTime();

const office = useOffice();

interface Recovered {
  lost: string[];
  apart: { label: string; before: string; after: string }[];
}

const recover = (...words: string[]) => office.priya.bid("recover", "ours.bid", "--out", "new.bid", ...words);
const awardIn = async (file: string) =>
  (parse((await office.priya.bid("export", file)).out) as { answers: Record<string, unknown> }).answers[
    "award-requested"
  ];

test.each([
  ["with a backup that holds every entry of it", () => undefined],
  ["without any backup", () => rmSync(path.join(office.folder, "data of Priya", "backups"), { recursive: true })],
  ["whose history is cut short as well, with a backup", () => spoil(office.at("ours.bid"), "log.jsonl")],
])("keeps what something else changed in a file, and lists it by question: %s", async (_, prepare) => {
  await office.priya.edit("ours.bid", award(300_000));
  editOutside(office.at("ours.bid"), 999);
  prepare();
  expect((await office.priya.bid("verify", "ours.bid")).code).toBe(1);
  const reply = await recover("--json");
  expect([reply.code, reply.err]).toEqual([1, ""]);
  const { lost, apart } = json<Recovered>(reply);
  expect(lost).not.toEqual([]);
  expect(apart).toMatchObject([{ label: "Award asked for", before: "£300,000", after: "£999" }]);
  expect(await awardIn("new.bid")).toBe(999);
  expect((await office.priya.bid("verify", "new.bid")).code).toBe(0);
  const { out } = await recover("--replace");
  expect(out).not.toContain("Nothing is lost");
  expect(out).toContain(
    "\nKept as it stands in the file, though its history does not say it:\n  Award asked for: £300,000 → £999\n",
  );
});

test("without a name for the new file makes one beside it, and never replaces anything", async () => {
  await office.priya.edit("ours.bid", award(300_000));
  const first = await office.priya.bid("recover", "ours.bid");
  expect([first.code, first.out]).toEqual([0, expect.stringContaining(office.at("ours (recovered).bid"))]);
  expect(await awardIn("ours (recovered).bid")).toBe(300_000);
  const before = readFileSync(office.at("ours (recovered).bid"));
  expect((await office.priya.bid("recover", "ours.bid")).out).toContain(office.at("ours (recovered 2).bid"));
  expect(readFileSync(office.at("ours (recovered).bid"))).toEqual(before);
});
