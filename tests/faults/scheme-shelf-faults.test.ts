import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { usualFolderDisk, type FolderDisk } from "../../electron/adapters/folder-disk.ts";
import { ownSchemesIn } from "../../electron/adapters/own-schemes.ts";
import { schemeFolder } from "../../electron/adapters/scheme-folder.ts";
import { readFolder, templatesFolder } from "../support/bidwright.ts";

let data: string;
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), "bidwright-shelf-"));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const version = (number: string, more: Record<string, string> = {}) =>
  new Map(
    Object.entries({ "scheme.yaml": `id: ours\nversion: ${number}\n`, "form/a.yaml": number, ...more }).map(
      ([name, text]) => [name, bytes(text)] as const,
    ),
  );
const places = { pathOf: () => undefined };
const shelf = (disk?: FolderDisk) => ownSchemesIn(data, places, disk);
const here = () => {
  const folder = path.join(data, "schemes", "ours");
  return readdirSync(path.dirname(folder)).includes("ours") ? Object.fromEntries(readFolder(folder)) : undefined;
};
const texts = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([name, content]) => [name, new TextDecoder().decode(content)]));
const leftOver = () => readdirSync(path.join(data, "schemes")).filter((name) => name.startsWith("."));

/** A disk on which one call, counted from 1, is refused; after that all go well, or none. */
function refusing(call: number, code: string, after: "well" | "never" = "well"): FolderDisk & { calls(): number } {
  let count = 0;
  const counted =
    <Given extends unknown[]>(run: (...given: Given) => Promise<void>) =>
    async (...given: Given): Promise<void> => {
      count += 1;
      if (count === call || (after === "never" && count > call)) {
        throw Object.assign(new Error("refused by the disk"), { code });
      }
      await run(...given);
    };
  return {
    calls: () => count,
    mkdir: counted(usualFolderDisk.mkdir),
    write: counted(usualFolderDisk.write),
    rename: counted(usualFolderDisk.rename),
    remove: counted(usualFolderDisk.remove),
  };
}

describe("a scheme of the council's own", () => {
  test("is installed, updated, put away and put back, byte for byte", async () => {
    const own = shelf();
    expect(await own.install("ours", version("1.0.0"))).toEqual({ ok: true, value: null });
    expect(here()).toEqual(texts(version("1.0.0")));
    await own.install("ours", version("1.1.0", { "forms/x.docx": "PK\u0003\u0004" }));
    expect(here()).toEqual(texts(version("1.1.0", { "forms/x.docx": "PK\u0003\u0004" })));
    expect((await own.kept()).map((one) => `${one.id} ${one.version}`)).toEqual(["ours 1.0.0"]);
    await own.remove("ours");
    expect(here()).toBeUndefined();
    const kept = await own.readKept("ours", "1.0.0");
    if (!kept.ok) throw new Error(kept.error.join());
    await own.install("ours", kept.value.files);
    expect(here()).toEqual(texts(version("1.0.0")));
    expect(leftOver()).toEqual([]);
  });

  test("keeps two folders that say one version, and one that is there to the letter only once", async () => {
    const own = shelf();
    for (const files of [version("1.0.0"), version("1.0.0", { "a.md": "b" }), version("1.0.0"), version("2.0.0")]) {
      await own.install("ours", files);
    }
    expect((await own.kept()).map((one) => one.version).toSorted()).toEqual(["1.0.0", "1.0.0-2"]);
  });

  test("two installed at once come one after another", async () => {
    const own = shelf();
    const done = await Promise.all([own.install("ours", version("1.0.0")), own.install("ours", version("1.1.0"))]);
    expect(done.map((one) => one.ok)).toEqual([true, true]);
    expect(here()).toEqual(texts(version("1.1.0")));
  });
});

describe.each(["ENOSPC", "EPERM", "EIO"])("a disk that says %s at any one moment", (code) => {
  test.each(["well", "never"] as const)("never leaves half an update, and what follows goes %s", async (after) => {
    const [old, fresh] = [version("1.0.0"), version("1.1.0", { "form/b.yaml": "new" })];
    const counter = refusing(Number.POSITIVE_INFINITY, code);
    await shelf().install("ours", old);
    await shelf(counter).install("ours", fresh);
    const calls = counter.calls();
    expect(calls).toBeGreaterThan(8);
    for (let call = 1; call <= calls; call += 1) {
      rmSync(data, { recursive: true });
      await shelf().install("ours", old);
      const done = await shelf(refusing(call, code, after)).install("ours", fresh);
      // What could not be put back at once is put back before anything is read again.
      await shelf().settle();
      expect(here(), `call ${call}`).toEqual(texts(done.ok ? fresh : old));
      expect(leftOver(), `call ${call}`).toEqual([]);
      if (!done.ok)
        expect(done.error).toMatch(/^The scheme “ours” was not changed: .* What was there before is unchanged\./);
    }
  });

  test("never leaves half a scheme that is new", async () => {
    const counter = refusing(Number.POSITIVE_INFINITY, code);
    await shelf(counter).install("ours", version("1.0.0"));
    for (let call = 1; call <= counter.calls(); call += 1) {
      rmSync(data, { recursive: true });
      mkdirSync(path.join(data, "schemes"), { recursive: true });
      const done = await shelf(refusing(call, code)).install("ours", version("1.0.0"));
      expect(here()).toEqual(done.ok ? texts(version("1.0.0")) : undefined);
      await shelf().settle();
      expect(leftOver()).toEqual([]);
    }
  });

  test("never loses a scheme that was to be taken away", async () => {
    for (let call = 1; call <= 2; call += 1) {
      rmSync(data, { recursive: true, force: true });
      await shelf().install("ours", version("1.0.0"));
      const done = await shelf(refusing(call, code)).remove("ours");
      expect(done.ok).toBe(false);
      expect(here()).toEqual(texts(version("1.0.0")));
    }
  });
});

test("a crash between the two renames is put in order when the shelf is read", async () => {
  const own = shelf();
  await own.install("ours", version("1.0.0"));
  const schemes = path.join(data, "schemes");
  const stopped = `ours.${"0".repeat(8)}-4711-9a8b7c6d`;
  // Of another computer: not ours to touch.
  mkdirSync(path.join(schemes, `.new-${stopped}`));
  const mine = readdirSync(schemes).length;
  renameSync(path.join(schemes, "ours"), path.join(schemes, await gone("old")));
  mkdirSync(path.join(schemes, await gone("new")));
  writeFileSync(path.join(schemes, await gone("new"), "scheme.yaml"), "half");
  const read = schemeFolder(templatesFolder, {
    own: { folder: schemes, settle: own.settle },
    council: path.join(data, "council"),
  });
  expect((await read.list()).map((one) => one.id)).toContain("ours");
  expect(here()).toEqual(texts(version("1.0.0")));
  expect(readdirSync(schemes)).toHaveLength(mine);
});

/** The name of a folder that a process of this computer, long ended, left behind. */
async function gone(kind: "new" | "old"): Promise<string> {
  const { hereCode } = await import("../../electron/adapters/computer.ts");
  return `.${kind}-ours.${hereCode}-99999999-9a8b7c6d`;
}

test("a folder put on the shelf by hand is read as carefully as one that is added", async () => {
  const schemes = path.join(data, "schemes");
  mkdirSync(path.join(schemes, "by-hand"), { recursive: true });
  writeFileSync(path.join(schemes, "by-hand", "scheme.yaml"), "a: !!js/function 'x'\n");
  mkdirSync(path.join(schemes, "renamed"));
  for (const [name, text] of readFolder(path.join(templatesFolder, "schemes", "tca-2013-14"))) {
    const file = path.join(schemes, "renamed", name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const read = schemeFolder(templatesFolder, {
    own: { folder: schemes, settle: async () => undefined },
    council: path.join(data, "council"),
  });
  const listed = new Map((await read.list()).map((one) => [one.id, one.scheme]));
  const faults = (id: string) => {
    const found = listed.get(id);
    return found && !found.ok ? found.error : [];
  };
  expect(faults("by-hand")[0]).toBe(
    "scheme.yaml line 1, column 4: has a tag (“!!js/function”). A scheme is plain data: take it out.",
  );
  expect(faults("renamed")).toEqual([
    "scheme.yaml line 2, column 5: its id is “tca-2013-14”, but its folder is called “renamed”. Give both the same name.",
  ]);
  expect(listed.get("tca-2013-14")?.ok).toBe(true);
  expect(readFileSync(path.join(schemes, "by-hand", "scheme.yaml"), "utf8")).toContain("js/function");
});
