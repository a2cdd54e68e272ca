import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { example, scheme } from "../../support/bidwright.ts";
import { deskOf, type Desk } from "../../support/desk.ts";
import { changedFiles, nextVersion, type TextChanges } from "../../support/scheme-versions.ts";

const id = "tca-2013-14";
let folder: string;
let desk: Desk;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-cli-schemes-"));
  desk = deskOf("Priya", folder, { now: new Date("2013-06-01T09:00:00Z") });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lay(changes: TextChanges, below = "given"): string {
  const place = path.join(folder, below, id);
  for (const [name, text] of changedFiles(id, changes)) {
    const file = path.join(place, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return place;
}

function zipped(changes: TextChanges): string {
  const file = path.join(folder, "given.zip");
  const texts = [...changedFiles(id, changes)].map(([name, text]) => [`${id}/${name}`, new TextEncoder().encode(text)]);
  writeFileSync(file, zipSync(Object.fromEntries(texts) as Record<string, Uint8Array>));
  return file;
}

test("an update from a folder or a zip is added only when it is said that it may replace what is here", async () => {
  for (const given of [lay(nextVersion), zipped(nextVersion)]) {
    const refused = await desk.bid("scheme", "add", given);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("is here already, in version 1.0.0. Add --replace to go on");
  }
  const added = await desk.bid("scheme", "add", zipped(nextVersion), "--replace");
  expect(added.code).toBe(0);
  expect(added.out).toContain("added in place of version 1.0.0.");
  expect(added.out).toContain("Question removed: How you will share it");
  expect((await desk.bid("schemes")).out).toContain("(version 1.1.0,");
});

test("what an update does to recent bids is told with it", async () => {
  await desk.begin("ours.bid", example(scheme(id), "cheshire").bid);
  await desk.edit("ours.bid", { do: "retitle", title: "Ours" });
  const added = await desk.bid("scheme", "add", lay(nextVersion), "--replace");
  expect(added.out).toContain("Ours (ours.bid), from version 1.0.0 to 1.1.0:");
  expect(added.out).toMatch(/All \d+ answers given are kept\./);
  expect((await desk.bid("check", "ours.bid")).err).toBe("");
});

test("a scheme that was added can be taken away, and one that came with the app cannot", async () => {
  await desk.bid("scheme", "add", lay(nextVersion), "--replace");
  expect(await desk.bid("scheme", "remove", id)).toMatchObject({ code: 0 });
  expect((await desk.bid("schemes")).out).toContain("(version 1.0.0,");
  const refused = await desk.bid("scheme", "remove", id);
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("came with Bidwright") as string });
});

test("what differs between two schemes is told, for people and for programs", async () => {
  const given = lay(nextVersion);
  const words = await desk.bid("scheme", "diff", id, given);
  expect(words.code).toBe(1);
  expect(words.out).toContain("Version: 1.0.0 → 1.1.0");
  expect(words.out).toContain("Rule changed: A bid for limited shared arrangements asks for at least");
  const json = JSON.parse((await desk.bid("scheme", "diff", id, given, "--json")).out) as { id: string }[];
  expect(json.map((one) => one.id)).toContain("limited-band-high");
  expect(await desk.bid("scheme", "diff", id, id)).toMatchObject({ code: 0 });
});

test("a scheme that cannot be added is refused with every fault, and nothing is changed", async () => {
  const broken = lay({ "pack.yaml": [["layout-note:", "layout-nte:"]] }, "broken");
  const refused = await desk.bid("scheme", "add", broken, "--replace");
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/^pack\.yaml line \d+, column \d+: /m);
  expect(await desk.bid("scheme", "add", path.join(folder, "nowhere"))).toMatchObject({ code: 2 });
  expect((await desk.bid("schemes")).out).toContain("(version 1.0.0,");
});
