import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { readSchemePackage } from "../../electron/adapters/scheme-package.ts";
import { loadFolder } from "../../src/schemes/load-folder.ts";
import { schemeFiles, shared } from "../support/bidwright.ts";

const megabyte = 1024 * 1024;
const good = [...schemeFiles("tca-2013-14")].map(([name, words]) => {
  return { name, bytes: new TextEncoder().encode(words) };
});
const folder = mkdtempSync(path.join(tmpdir(), "bidwright-scheme-folders-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a folder that was made to harm is refused, naming the file", () => {
  let scheme: string;
  let count = 0;
  beforeEach(() => {
    scheme = path.join(folder, `s${(count += 1)}`, "tca-2013-14");
    for (const { name, bytes } of good) write(name, bytes);
  });
  const write = (name: string, bytes: Uint8Array | string) => {
    const file = path.join(scheme, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  const why = async () => {
    const read = await readSchemePackage(scheme);
    return read.ok ? "read" : read.error.join("\n");
  };

  test("but a sound one is read, and what lies hidden in it is left out", async () => {
    write(".git/config", "x");
    write("notes.txt", "x");
    const read = await readSchemePackage(scheme);
    expect(read.ok && read.value.files.size).toBe(good.length);
    expect(read.ok && read.value.leftOut).toEqual([".git/", "notes.txt"]);
  });

  test("a link to a file", async () => {
    symlinkSync("/etc/passwd", path.join(scheme, "secret.md"));
    expect(await why()).toBe("secret.md: is a link to another file.");
  });

  test("a link to a folder, or to itself", async () => {
    symlinkSync(scheme, path.join(scheme, "again"));
    expect(await why()).toBe("again: is a link to another file.");
  });

  test("a folder that is a link itself", async () => {
    const link = path.join(folder, `link${count}`);
    symlinkSync(scheme, link);
    const read = await readSchemePackage(link);
    expect(read.ok).toBe(false);
  });

  test("a pipe, which would keep the reader waiting", async () => {
    execFileSync("mkfifo", [path.join(scheme, "pipe.md")]);
    expect(await why()).toBe("pipe.md: is no ordinary file.");
  });

  test("a file that is too large, and many that are too large together", async () => {
    write("big.md", new Uint8Array(2 * megabyte + 1));
    expect(await why()).toBe("big.md: is larger than 2 MB, more than any file of a scheme needs.");
    write("big.md", new Uint8Array(2 * megabyte));
    for (let index = 0; index < 10; index += 1)
      linkSync(path.join(scheme, "big.md"), path.join(scheme, `big${index}.md`));
    expect(await why()).toBe("All files together are larger than 20 MB, more than any scheme needs.");
  });

  test("more than 500 files, and folders without end", async () => {
    for (let index = 0; index < 501; index += 1) write(`many/f${index}.txt`, "");
    expect(await why()).toBe("It holds more than 500 files, more than any scheme has.");
    rmSync(path.join(scheme, "many"), { recursive: true });
    write(`${"d/".repeat(30)}deep.md`, "");
    expect(await why()).toMatch(/lies more than 8 folders deep\.$/);
  });

  test("names that only some computers can tell apart", async () => {
    write("note.md", "");
    write("Note.md", "");
    expect(await why()).toMatch(/cannot stand beside/);
  });

  test("a folder of another name than the scheme's id", async () => {
    const read = await readSchemePackage(scheme);
    if (!read.ok) throw new Error(read.error.join());
    const loaded = loadFolder("my-fund", read.value.texts, shared());
    expect(!loaded.ok && loaded.error).toEqual([
      "scheme.yaml line 2, column 5: its id is “tca-2013-14”, but its folder is called “my-fund”. Give both the same name.",
    ]);
  });

  test("a folder that is not there, or is a file", async () => {
    expect((await readSchemePackage(path.join(folder, "nowhere"))).ok).toBe(false);
    const file = path.join(scheme, "scheme.yaml");
    expect(await readSchemePackage(file)).toEqual({ ok: false, error: ["This is not a zip."] });
    expect(readFileSync(file, "utf8")).toContain("tca-2013-14");
  });
});
