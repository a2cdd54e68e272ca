import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { authoritiesFile } from "../../../electron/adapters/authorities-file.ts";
import { makingReady, nothingReady, readyMadeIn, type ReadyMade } from "../../../electron/adapters/ready-made.ts";
import { schemeFolder } from "../../../electron/adapters/scheme-folder.ts";
import { templatesFolder } from "../../support/bidwright.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-ready-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shelfOf = (templates: string, ready: ReadyMade) =>
  schemeFolder(templates, {
    own: { folder: path.join(folder, "own"), settle: async () => undefined },
    council: path.join(folder, "council"),
    ready,
  });

/** Everything that all schemes share. */
const sharedBy = ({ discountSeries, sharedFigures, referenceSeries }: ReturnType<typeof shelfOf>) =>
  Promise.all([discountSeries(), sharedFigures(), referenceSeries()]);

/** Held data, and a note of whatever had to be made all the same. */
function watched(ready: ReadyMade): ReadyMade & { made: string[] } {
  const made: string[] = [];
  const read: ReadyMade["read"] = (name, texts, make) =>
    ready.read(name, texts, () => {
      made.push(name);
      return make();
    });
  return { made, read };
}

describe("what the build read", () => {
  test("is, of every scheme, what they share and the councils, what the app would read itself", async () => {
    const shelf = shelfOf(templatesFolder, nothingReady);
    const [read, shared] = [await shelf.list(), await sharedBy(shelf)];
    const making = shelfOf(templatesFolder, makingReady(folder));
    expect(await making.list()).toEqual(read);
    expect(await sharedBy(making)).toEqual(shared);
    const councils = await authoritiesFile(templatesFolder, makingReady(folder)).all();
    const held = watched(readyMadeIn(folder));
    expect(await shelfOf(templatesFolder, held).list()).toStrictEqual(read);
    expect(await sharedBy(shelfOf(templatesFolder, held))).toStrictEqual(shared);
    expect(await authoritiesFile(templatesFolder, held).all()).toStrictEqual(councils);
    expect(held.made).toEqual([]);
  });

  test("counts for nothing where one letter of a scheme differs, and for the other schemes still", async () => {
    const templates = path.join(folder, "templates");
    cpSync(templatesFolder, templates, { recursive: true });
    await shelfOf(templates, makingReady(path.join(folder, "ready"))).list();
    const file = path.join(templates, "schemes/project-outline/scheme.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^title: /m, "title: Changed "));
    const held = watched(readyMadeIn(path.join(folder, "ready")));
    const changed = await shelfOf(templates, held).find("project-outline");
    expect(held.made).toEqual(["project-outline"]);
    expect(changed?.scheme.ok && changed.scheme.value.title).toMatch(/^Changed /);
    await shelfOf(templates, held).find("tca-2013-14");
    expect(held.made).toEqual(["project-outline"]);
  });

  test("counts for nothing where a figure that schemes share differs", async () => {
    const templates = path.join(folder, "templates");
    cpSync(templatesFolder, templates, { recursive: true });
    await shelfOf(templates, makingReady(path.join(folder, "ready"))).list();
    const file = path.join(templates, "shared/figures.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("value: 315000", "value: 315001"));
    const held = watched(readyMadeIn(path.join(folder, "ready")));
    const scheme = await shelfOf(templates, held).find("green-book-business-case");
    expect(held.made.toSorted()).toEqual(["green-book-business-case", "shared.figures"]);
    expect(JSON.stringify(scheme)).toContain("at most £315,001");
  });

  test("is completed by what a council added", async () => {
    await shelfOf(templatesFolder, makingReady(folder)).list();
    const held = watched(readyMadeIn(folder));
    const shelf = shelfOf(templatesFolder, held);
    await shelf.writeCouncilText("tca-2013-14", "notes", "notes:\n  summary: Ask the press office.\n");
    const { scheme } = (await shelf.find("tca-2013-14")) ?? {};
    expect(scheme?.ok && scheme.value.council?.notes).toEqual({ summary: "Ask the press office." });
    expect(held.made).toEqual([]);
  });
});
