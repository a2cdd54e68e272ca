import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { processName, thisProcess } from "../../electron/adapters/computer.ts";
import { bidFilesOn } from "../../electron/adapters/bid-file.ts";
import { createPlaces } from "../../electron/adapters/places.ts";
import { clearLeftOvers, saveFile, type Disk, type OpenFile } from "../../electron/adapters/save-file.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { stored } from "../support/stored.ts";

const before = new TextEncoder().encode("the old bid, complete\n".repeat(3000));
const after = new TextEncoder().encode("the new bid, complete\n".repeat(5000));
const codes = ["EIO", "EACCES", "EPERM", "EBUSY", "ENOENT", "EROFS", "ETIMEDOUT", "ENOSPC"];

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-save-"));
  file = path.join(folder, "Ours.bid");
  writeFileSync(file, before);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A disk whose calls are counted, and one or all from one on of which can be made to fail. */
function faultyDisk(fails: (call: number, name: string) => string | undefined): Disk & { calls: string[] } {
  const calls: string[] = [];
  const next = async <T>(name: string, real: () => Promise<T>): Promise<T> => {
    calls.push(name);
    const code = fails(calls.length, name);
    if (code !== undefined) throw Object.assign(new Error(`${code}: made to fail`), { code });
    return real();
  };
  const wrap = (handle: fs.FileHandle): OpenFile => ({
    writeFile: (bytes) => next("write", () => handle.writeFile(bytes)),
    readFile: () => next("read", () => handle.readFile()),
    sync: () => next("sync", () => handle.sync()),
    // The real file is closed whatever the fault, or the test itself would leak.
    close: () => next("close", () => Promise.resolve()).finally(() => handle.close()),
  });
  return {
    calls,
    open: (name, flags) => next(`open ${flags}`, async () => wrap(await fs.open(name, flags))),
    access: (name, mode) => next("access", () => fs.access(name, mode)),
    rename: (from, to) => next("rename", () => fs.rename(from, to)),
    unlink: (name) => next("unlink", () => fs.unlink(name)),
  };
}

const now = () => new Uint8Array(readFileSync(file));
const sameAs = (bytes: Uint8Array) => Buffer.compare(Buffer.from(now()), Buffer.from(bytes)) === 0;
const usualCalls = async () => {
  const disk = faultyDisk(() => undefined);
  expect(await saveFile(file, after, { disk })).toMatchObject({ ok: true });
  writeFileSync(file, before);
  return disk.calls;
};

describe("a save", () => {
  test("flushes and reads back before it renames, and flushes the folder after", async () => {
    const file = "access, open wx, write, sync, close, open r, read, close, rename";
    expect((await usualCalls()).join(", ")).toBe(`${file}, open r, sync, close`);
  });

  test.each(codes)("in which any one call fails with %s leaves the old file or the whole new one", async (code) => {
    const calls = await usualCalls();
    for (const [index, name] of calls.entries()) {
      const persistent = [false, true];
      for (const on of persistent) {
        writeFileSync(file, before);
        const at = index + 1;
        const disk = faultyDisk((call) => ((on ? call >= at : call === at) ? code : undefined));
        const saved = await saveFile(file, after, { disk, retryDelays: [1, 1] });
        const where = `${code} at ${name} (${at}), ${on ? "from then on" : "once"}`;
        if (saved.ok) expect(sameAs(after), where).toBe(true);
        else {
          expect(saved.error.code, where).toBe(code);
          expect(sameAs(index > calls.indexOf("rename") ? after : before), where).toBe(true);
        }
      }
    }
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".tmp")))
      await fs.unlink(path.join(folder, name));
  });

  test("leaves no temporary file behind when it fails once", async () => {
    for (let at = 1; at <= 9; at += 1) {
      await saveFile(file, after, { disk: faultyDisk((call) => (call === at ? "EIO" : undefined)) });
      expect(readdirSync(folder)).toEqual(["Ours.bid"]);
    }
  });

  test.each(["EPERM", "EBUSY", "EACCES"])("waits for a scanner that holds the old file (%s)", async (code) => {
    let held = 3;
    const disk = faultyDisk((_, name) => (name === "rename" && (held -= 1) >= 0 ? code : undefined));
    expect(await saveFile(file, after, { disk, retryDelays: [1, 1, 1, 1] })).toMatchObject({ ok: true });
    expect(disk.calls.filter((name) => name === "rename")).toHaveLength(4);
    expect(sameAs(after)).toBe(true);
  });

  test("does not wait where waiting cannot help", async () => {
    const disk = faultyDisk((_, name) => (name === "rename" ? "EROFS" : undefined));
    expect(await saveFile(file, after, { disk })).toEqual({ ok: false, error: { code: "EROFS" } });
    expect(disk.calls.filter((name) => name === "rename")).toHaveLength(1);
  });

  test.each([
    ["one bit differs", (bytes: Uint8Array) => bytes.with(1234, (bytes[1234] ?? 0) ^ 1)],
    ["the end is missing", (bytes: Uint8Array) => bytes.subarray(0, 4096)],
    ["nothing is there", () => new Uint8Array()],
  ])("is refused when it is read back and %s", async (_, spoil) => {
    const disk: Disk = {
      ...faultyDisk(() => undefined),
      open: async (name, flags) => {
        const handle = await fs.open(name, flags);
        const readFile = async () => spoil(new Uint8Array(await handle.readFile()));
        return {
          writeFile: (bytes) => handle.writeFile(bytes),
          readFile,
          sync: () => handle.sync(),
          close: () => handle.close(),
        };
      },
    };
    expect(await saveFile(file, after, { disk })).toEqual({ ok: false, error: { code: "DIFFERENT" } });
    expect(sameAs(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(["Ours.bid"]);
  });

  test("does not touch a temporary file that is there already", async () => {
    let taken = "";
    const disk: Disk = {
      ...faultyDisk(() => undefined),
      open: (name, flags) => {
        if (flags === "wx") {
          taken = name;
          writeFileSync(name, "someone else's");
        }
        return fs.open(name, flags);
      },
      unlink: () => Promise.resolve(),
    };
    expect(await saveFile(file, after, { disk })).toEqual({ ok: false, error: { code: "EEXIST" } });
    expect(readFileSync(taken, "utf8")).toBe("someone else's");
    expect(sameAs(before)).toBe(true);
  });
});

describe("what saves cut short left behind", () => {
  test("is cleared when it is ours and its process is gone, and nothing else is touched", async () => {
    await saveFile(file, after, {
      disk: { ...faultyDisk((_, name) => (name === "rename" ? "EROFS" : undefined)), unlink: () => Promise.resolve() },
    });
    const [own = ""] = readdirSync(folder).filter((name) => name.endsWith(".tmp"));
    const ofDeadProcess = own.replace(`-${processName(thisProcess)}-`, "-999999999-");
    const ofAnotherComputer = ofDeadProcess.replace(/\.[0-9a-f]{8}-/, ".00000000-");
    const others = ["Ours.bid.tmp", "~$Ours.bid", "Theirs.bid.bidwright.tmp", ofAnotherComputer];
    for (const name of [...others, ofDeadProcess]) writeFileSync(path.join(folder, name), "x");
    await clearLeftOvers(file);
    expect(readdirSync(folder).toSorted()).toEqual([...others, own, "Ours.bid"].toSorted());
  });
});

describe("what an officer is told when a save fails", () => {
  const bid: Bid = {
    id: "b1",
    title: "Ours",
    scheme: { id: "tca-2013-14", version: "1.0.0" },
    strand: "limited-sharing",
    marking: "OFFICIAL",
    answers: {},
  };

  test.each([
    ["ENOSPC", "there is no room in"],
    ["EACCES", "may not be changed, or another program holds it"],
    ["EROFS", "may not be changed"],
    ["ENOENT", "is not there any more"],
    ["EIO", "(EIO)"],
  ])("%s: the file, the reason and what to do, in plain words", async (code, words) => {
    const places = createPlaces(folder);
    const disk = faultyDisk((_, name) => (name === "write" ? code : undefined));
    const files = bidFilesOn(places, { disk });
    const saved = await files.write(places.file(file).token, stored(bid), "any");
    const message = saved.ok ? "" : saved.error.message;
    expect(message).toContain("“Ours.bid” was not saved");
    expect(message).toContain(words);
    expect(message).toMatch(/save it elsewhere\.$/i);
    expect(sameAs(before)).toBe(true);
  });
});
