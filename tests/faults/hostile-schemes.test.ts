import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { readSchemePackage, unpackScheme } from "../../electron/adapters/scheme-package.ts";
import { loadFolder } from "../../src/schemes/load-folder.ts";
import { projectRoot, schemeFiles, shared } from "../support/bidwright.ts";
import { rawZip, type RawEntry } from "../support/raw-zip.ts";

const text = (words: string) => new TextEncoder().encode(words);
const megabyte = 1024 * 1024;
const good = [...schemeFiles("tca-2013-14")].map(([name, words]) => ({ name, bytes: text(words) }));
const inFolder = good.map(({ name, bytes }) => ({ name: `tca-2013-14/${name}`, bytes }));
const folder = mkdtempSync(path.join(tmpdir(), "bidwright-hostile-schemes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of a zip: its faults, or how it was read. */
async function said(...entries: RawEntry[]): Promise<string> {
  const read = await unpackScheme("given.zip", rawZip(entries));
  return read.ok ? `read: ${read.value.files.size} files` : read.error.join("\n");
}

describe("a zip that holds a scheme", () => {
  test("at its top is read", async () => {
    expect(await said(...good)).toBe(`read: ${good.length} files`);
  });

  test("in one folder is read, and what a Mac adds is left out", async () => {
    const zip = rawZip([...inFolder, { name: "__MACOSX/tca-2013-14/._scheme.yaml", bytes: text("x") }]);
    const read = await unpackScheme("given.zip", zip);
    if (!read.ok) throw new Error(read.error.join());
    expect(read.value.folder).toBe("tca-2013-14");
    expect(read.value.leftOut).toEqual(["__MACOSX/tca-2013-14/._scheme.yaml"]);
    expect(loadFolder(read.value.folder, read.value.texts, shared()).ok).toBe(true);
  });

  test("with programs, macros and drawings that can hold script beside it is read without them", async () => {
    const extra = ["run.exe", "forms/macro.docm", "logo.svg", "page.html", "rules.js", ".env", "other/form.docx"];
    const zip = rawZip([...good, ...extra.map((name) => ({ name, bytes: text("x") }))]);
    const read = await unpackScheme("given.zip", zip);
    expect(read.ok && read.value.leftOut).toEqual(extra);
    expect(read.ok && read.value.files.size).toBe(good.length);
  });

  test("with the funder's own forms and pictures takes those", async () => {
    const extra = {
      "forms/form.docx": zipSync({ a: text("x") }),
      "logo.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47]),
    };
    const zip = rawZip([...good, ...Object.entries(extra).map(([name, bytes]) => ({ name, bytes }))]);
    const read = await unpackScheme("given.zip", zip);
    expect(read.ok && [...read.value.files.keys()].slice(-2)).toEqual(Object.keys(extra));
  });
});

describe("a zip that was made to harm is refused, naming the entry", () => {
  const wide = "a".repeat(200);
  test.each<[string, RawEntry[], string]>([
    ["climbs out", [{ name: "../evil.yaml" }], "../evil.yaml: climbs out of its folder."],
    ["climbs out in its middle", [{ name: "a/../../evil.yaml" }], "a/../../evil.yaml: climbs out of its folder."],
    ["begins at the root", [{ name: "/etc/evil.yaml" }], "/etc/evil.yaml: begins at the root of the disk."],
    ["names a drive", [{ name: "C:/evil.yaml" }], "C:/evil.yaml: begins with the letter of a drive."],
    ["has backslashes", [{ name: "..\\evil.yaml" }], "..\\evil.yaml: has a backslash in its name."],
    ["has an empty part", [{ name: "a//b.yaml" }], "a//b.yaml: has an empty part in its name."],
    [
      "names a device of Windows",
      [{ name: "forms/CON.docx" }],
      "forms/CON.docx: has a name that Windows keeps for a device.",
    ],
    ["names another device", [{ name: "com1" }], "com1: has a name that Windows keeps for a device."],
    [
      "ends in a full stop",
      [{ name: "a./b.yaml" }],
      "a./b.yaml: has a name that ends in a full stop or a space, which Windows refuses.",
    ],
    [
      "names a stream of a file",
      [{ name: "scheme.yaml:hidden" }],
      "scheme.yaml:hidden: has a character in its name that Windows refuses.",
    ],
    [
      "turns the direction of writing",
      [{ name: "a\u202Elmay.exe" }],
      "a\\u202elmay.exe: has characters in its name that cannot be seen.",
    ],
    [
      "has a zero in its name",
      [{ name: "a\u0000.yaml" }],
      "a\\u0000.yaml: has characters in its name that cannot be seen.",
    ],
    [
      "has a name without end",
      [{ name: `${wide}.yaml` }],
      `${wide.slice(0, 120)}…: has a name of more than 180 characters.`,
    ],
    [
      "is a link",
      [{ name: "scheme.yaml", bytes: text("/etc/passwd"), mode: 0o120777 }],
      "scheme.yaml: is a link to another file.",
    ],
    ["is a device", [{ name: "scheme.yaml", mode: 0o020666 }], "scheme.yaml: is no ordinary file."],
    [
      "has a password",
      [{ name: "scheme.yaml", flags: 1, bytes: new Uint8Array(12), expanded: 0 }],
      "scheme.yaml: is protected by a password.",
    ],
    [
      "is packed in no known way",
      [{ name: "scheme.yaml", method: 99 }],
      "scheme.yaml: is packed in a way that is not read here.",
    ],
    ["stands twice", [{ name: "a.yaml" }, { name: "a.yaml" }], "a.yaml: stands twice in the zip."],
    [
      "differs only in capitals",
      [{ name: "a.yaml" }, { name: "A.yaml" }],
      "A.yaml: cannot stand beside a.yaml. On many computers the two are one name.",
    ],
    [
      "differs only in how an accent is made",
      [{ name: "é.md" }, { name: "e\u0301.md" }],
      "e\u0301.md: cannot stand beside é.md. On many computers the two are one name.",
    ],
    [
      "is a file and a folder",
      [{ name: "form" }, { name: "form/a.yaml" }],
      "form/a.yaml: cannot stand beside form. On many computers the two are one name.",
    ],
    [
      "has folders that differ only in capitals",
      [{ name: "form/a.yaml" }, { name: "Form/b.yaml" }],
      "Form: cannot stand beside form. On many computers the two are one name.",
    ],
    [
      "goes by two names",
      [{ name: "scheme.yaml", localName: "schema.yaml" }],
      "scheme.yaml: the zip calls it by another name elsewhere.",
    ],
    [
      "lies over another",
      [
        { name: "a.yaml", bytes: text("a: 1") },
        { name: "b.yaml", localName: "b.yaml", bytes: text("a: 1"), over: 0 },
      ],
      "b.yaml: the zip calls it by another name elsewhere.",
    ],
    [
      "is longer than it says",
      [{ name: "a.yaml", bytes: text("a: 12345"), deflate: true, expanded: 3 }],
      "a.yaml: is damaged and cannot be unpacked.",
    ],
    [
      "is not what its checksum says",
      [{ name: "a.yaml", bytes: text("a: 1"), crc: 1 }],
      "a.yaml: is damaged and cannot be unpacked.",
    ],
    [
      "is larger than 2 MB",
      [{ name: "a.md", bytes: new Uint8Array(2 * megabyte + 1) }],
      "a.md: is larger than 2 MB, more than any file of a scheme needs.",
    ],
    [
      "is a bomb",
      [{ name: "a.md", bytes: new Uint8Array(200 * megabyte), deflate: true }],
      "a.md: is larger than 2 MB, more than any file of a scheme needs.",
    ],
    [
      "is a bomb that hides its size",
      [{ name: "a.md", bytes: new Uint8Array(50 * megabyte), deflate: true, expanded: 100 }],
      "a.md: is damaged and cannot be unpacked.",
    ],
  ])("one that %s", async (_, entries, words) => {
    expect(await said(...entries)).toBe(words);
  });

  test("one whose entries share their bytes", async () => {
    const inner = rawZip([{ name: "b.md", bytes: text("b") }]);
    const outer = rawZip([{ name: "a.md", bytes: inner }]);
    // The list names the file inside the bytes of the first as a second entry.
    const start = Buffer.from(outer).indexOf(Buffer.from("PK\u0003\u0004"), 4);
    const zip = rawZip([
      { name: "a.md", bytes: inner },
      { name: "b.md", bytes: text("b"), over: 0 },
    ]);
    const list = Buffer.from(zip);
    list.writeUInt32LE(start, list.lastIndexOf(Buffer.from("PK\u0001\u0002")) + 42);
    const read = await unpackScheme("given.zip", new Uint8Array(list));
    expect(read).toEqual({ ok: false, error: ["a.md: lies over b.md in the zip."] });
  });

  test("one with more than 500 files", async () => {
    const many = Array.from({ length: 501 }, (_, index) => ({ name: `f${index}.md` }));
    expect(await said(...many)).toBe("It holds more than 500 files, more than any scheme has.");
  });

  test("one that is larger than 20 MB in all, though no entry is", async () => {
    const many = Array.from({ length: 11 }, (_, index) => {
      return { name: `f${index}.md`, bytes: new Uint8Array(2 * megabyte), deflate: true };
    });
    expect(await said(...many)).toBe("All files together are larger than 20 MB, more than any scheme needs.");
  });

  test("one that holds no scheme, or more than one", async () => {
    expect(await said({ name: "a.yaml" })).toBe(
      "There is no scheme.yaml at the top of the zip, nor in the one folder it holds.",
    );
    expect(await said({ name: "a/scheme.yaml" }, { name: "b/scheme.yaml" })).toBe(
      "The zip holds more than one scheme: a/scheme.yaml, b/scheme.yaml. Add one at a time.",
    );
  });

  test.each([
    ["a form that is none", "forms/form.docx", "forms/form.docx: does not hold what its ending (.docx) says."],
    ["a picture that is none", "logo.png", "logo.png: does not hold what its ending (.png) says."],
  ])("one with %s", async (_, name, words) => {
    expect(await said(...good, { name, bytes: text("<script>") })).toBe(words);
  });

  test("one with a text that is no text", async () => {
    expect(await said(...good, { name: "note.md", bytes: Uint8Array.from([0xff, 0xfe, 0x00]) })).toBe(
      "note.md: is not text in UTF-8.",
    );
  });

  test("something else", async () => {
    for (const bytes of [new Uint8Array(), text("%PDF-1.7"), text("PK"), new Uint8Array(5000)]) {
      expect(await unpackScheme("given.zip", bytes)).toEqual({ ok: false, error: ["This is not a zip."] });
    }
  });

  test("any sound zip with any byte of it changed gives a named outcome", async () => {
    const zip = rawZip([
      { name: "scheme.yaml", bytes: text("id: a\n"), deflate: true },
      { name: "form/a.yaml", bytes: text("b") },
    ]);
    for (let at = 0; at < zip.length; at += 1) {
      for (const bit of [0x01, 0x40, 0xff]) {
        const changed = Uint8Array.from(zip, (byte, index) => (index === at ? byte ^ bit : byte));
        const read = await unpackScheme("given.zip", changed);
        if (!read.ok) expect(read.error.join("")).toMatch(/\.$/);
      }
    }
  });
});

const corpus = path.join(projectRoot, "../shared/corpus");
const corpusThere = existsSync(corpus);
const corpusFiles = corpusThere
  ? ["zip/yauzl-failure", "zip/yauzl-success", "zip/payloads", "zip/docx-poi"].flatMap((below) =>
      readdirSync(path.join(corpus, below)).map((name) => [`${below}/${name}`] as const),
    )
  : [];

describe.skipIf(!corpusThere)("files that others made to be hostile", () => {
  test.each(corpusFiles)("%s is refused in words, and nothing is written", async (name) => {
    const before = readdirSync(folder);
    const read = await readSchemePackage(path.join(corpus, name));
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error.join("")).not.toBe("");
    expect(readdirSync(folder)).toEqual(before);
  });

  test("the link to a list of passwords is called a link", async () => {
    const read = await readSchemePackage(path.join(corpus, "zip/payloads/symlink_etc_passwd.zip"));
    expect(!read.ok && read.error.join("")).toMatch(/: is a link to another file\.$/);
  });
});
