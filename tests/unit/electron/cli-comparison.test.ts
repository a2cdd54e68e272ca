import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ExportedFile } from "../../../src/contract/views.ts";
import { strangersInWords } from "../../../src/documents/comparison-input.ts";
import { projectRoot } from "../../support/bidwright.ts";
import { faultOf, json } from "../../support/office.ts";
import { paragraphsOf, readWorkbook } from "../../support/ooxml.ts";

const root = mkdtempSync(path.join(tmpdir(), "bidwright-comparison-"));
let folder: string;

function bid(...words: string[]) {
  const run = spawnSync(process.execPath, [path.join(projectRoot, "dist/electron/cli.cjs"), ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, BIDWRIGHT_DATA_FOLDER: path.join(root, "data"), BIDWRIGHT_PERSON: "Priya" },
  });
  return { code: run.status ?? -1, out: run.stdout, err: run.stderr };
}

beforeAll(() => {
  const built = spawnSync(process.execPath, ["electron/launch.mjs", "bid", "schemes"], { cwd: projectRoot });
  if (built.status !== 0) throw new Error(String(built.stderr));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(path.join(root, "desk-"));
  const answers = readFileSync(path.join(projectRoot, "templates/schemes/tca-2013-14/examples/cheshire.yaml"), "utf8");
  writeFileSync(path.join(folder, "ours.yaml"), answers);
  writeFileSync(
    path.join(folder, "theirs.yaml"),
    answers.replace("award-requested: 420000", "award-requested: 395000"),
  );
  for (const name of ["ours", "theirs"]) expect(bid("import", `${name}.yaml`, "--out", `${name}.bid`).code).toBe(0);
});

const comparing = ["compare", "ours.bid", "theirs.bid", "--out"];

describe("comparing with a folder to save in", () => {
  test("makes a Word and an Excel file that tell the difference, each read back, and ends with 1", () => {
    const made = bid(...comparing, "for finance", "--json");
    expect([made.code, made.err]).toEqual([1, ""]);
    const { saved, differences } = json<{ saved: { files: ExportedFile[] }; differences: unknown[] }>(made);
    expect(differences).toHaveLength(1);
    expect(saved.files.map(({ name }) => path.extname(name))).toEqual([".docx", ".xlsx"]);
    expect(saved.files.map(({ checked }) => checked)).toEqual([
      "2 headings and 1 table",
      "2 sheets, 1 formula, each with its value",
    ]);
    const inFolder = path.join(folder, "for finance");
    expect(readdirSync(inFolder).toSorted()).toEqual(saved.files.map(({ name }) => name).toSorted());
    const [word, excel] = saved.files.map(({ name }) => new Uint8Array(readFileSync(path.join(inFolder, name))));
    const lines = paragraphsOf(word as Uint8Array).flatMap((one) => one.split("\n"));
    expect(lines).toEqual(expect.arrayContaining(["ours.bid", "theirs.bid", "£420,000 £395,000", strangersInWords]));
    const values = [
      ...(readWorkbook(excel as Uint8Array)
        .get("Differences")
        ?.values() ?? []),
    ].map((one) => one.value);
    expect(values).toEqual(expect.arrayContaining([420_000, 395_000, -25_000]));
  });

  test("says what it made in words, after the differences", () => {
    const { out } = bid(...comparing, "for finance");
    expect(out).toMatch(/\[-£420,000-\]\{\+£395,000\+\}\n\nMade in .+for finance:\n {2}What changed - .+\.docx \(/);
  });

  test("refuses a folder that is there, even an empty one, and leaves it as it is", () => {
    mkdirSync(path.join(folder, "there"));
    expect(faultOf(bid(...comparing, "there"))).toBe(
      "“there” is there already. Name a folder that is not there yet.\n",
    );
    expect(readdirSync(path.join(folder, "there"))).toEqual([]);
    expect(faultOf(bid(...comparing, "ours.bid"))).toMatch(/^“ours\.bid” is there already\./);
    expect(faultOf(bid(...comparing, "ours.yaml/new"))).toMatch(/^The folder “new” could not be made\./);
  });

  test("makes nothing where nothing differs, of two files or of one", () => {
    const same = bid("compare", "ours.bid", "ours.bid", "--out", "none");
    expect(same.code).toBe(0);
    expect(same.out).toMatch(/\nNo documents were made, because nothing differs\.\n$/);
    const now = bid("compare", "ours.bid", "--from", "2999-01-01", "--out", "none");
    expect(now.code).toBe(0);
    expect(readdirSync(folder)).not.toContain("none");
  });

  test("makes no folder where the bids cannot be compared", () => {
    faultOf(bid("compare", "ours.bid", "nowhere.bid", "--out", "none"));
    expect(readdirSync(folder)).not.toContain("none");
  });
});
