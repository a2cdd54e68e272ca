import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, appendFileSync } from "node:fs";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { processName, thisProcess } from "../../../electron/adapters/computer.ts";
import { sha256 } from "../../../electron/adapters/hash.ts";
import { entryLine, headerLine } from "../../../electron/adapters/journal-lines.ts";
import { journalsIn } from "../../../electron/adapters/journals.ts";
import type { JournalDisk } from "../../../electron/adapters/journal-disk.ts";
import type { Entry } from "../../../src/history/log.ts";
import { acts, perform, startLog } from "../../support/histories.ts";
import fc from "fast-check";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-journal-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A line of entries, each after the one before. */
function entries(count: number): Entry[] {
  return Array.from({ length: count }, (_, index): Entry => {
    const id = (at: number) => String(at).padStart(32, "0");
    return {
      id: id(index),
      parents: index === 0 ? [] : [id(index - 1)],
      at: "2013-06-01T09:00:00.000Z",
      who: "Priya",
      about: `Change ${index}`,
      changes: [],
    };
  });
}

const ids = (all: readonly Entry[]) => new Set(all.map(({ id }) => id));
const bidFolder = (bid: string) => path.join(folder, sha256(bid).slice(0, 32));
const filesOf = (bid: string) => readdirSync(bidFolder(bid)).map((name) => path.join(bidFolder(bid), name));

/** A disk on which writing fails while `broken` is set; a part of what is asked for is written first. */
function failingDisk(): Pick<JournalDisk, "open"> & { broken: string | undefined; flushes: number } {
  const disk = {
    broken: undefined as string | undefined,
    flushes: 0,
    open: async (file: string, flags: "wx") => {
      const handle = await fs.open(file, flags);
      return {
        write: async (bytes: Uint8Array, from: number, length: number, at: number) => {
          if (disk.broken === undefined) return handle.write(bytes, from, length, at);
          await handle.write(bytes, from, Math.floor(length / 2), at);
          throw Object.assign(new Error("made to fail"), { code: disk.broken });
        },
        datasync: async () => {
          disk.flushes += 1;
          await handle.datasync();
        },
        truncate: (length: number) => handle.truncate(length),
        close: () => handle.close(),
      };
    },
  };
  return disk;
}

describe("a journal", () => {
  test("gives back what was appended, in another process too", async () => {
    const journals = journalsIn(folder);
    const all = entries(5);
    for (const one of all) expect(await journals.append("b1", [one])).toEqual({ ok: true, value: null });
    expect(await journalsIn(folder).read("b1")).toEqual({ entries: all, unreadable: 0 });
    expect(await journals.read("b2")).toEqual({ entries: [], unreadable: 0 });
    expect(await journals.waiting()).toMatchObject([{ bid: "b1", changes: 5, left: false }]);
  });

  test("gives back every edit that there is", async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.uuid(), async (done, bid) => {
        const all = [...perform(startLog(), "Priya", done).entries.values()];
        const journals = journalsIn(folder);
        await journals.append(bid, all);
        expect(await journals.read(bid)).toEqual({ entries: all, unreadable: 0 });
      }),
      { numRuns: 50 },
    );
  });

  test("flushes edits that come together once", async () => {
    const disk = failingDisk();
    const journals = journalsIn(folder, { disk });
    await Promise.all(entries(100).map((one) => journals.append("b1", [one])));
    expect(disk.flushes).toBeLessThan(5);
    expect((await journals.read("b1")).entries).toEqual(entries(100));
  });

  test("holds on disk whatever it said it holds, however edits, saves and flushes fall together", async () => {
    const all = entries(300);
    const journals = journalsIn(folder, { disk: failingDisk() });
    const said: Entry[] = [];
    const saves: Promise<void>[] = [];
    for (const [index, one] of all.entries()) {
      void journals.append("b1", [one]).then(({ ok }) => ok && said.push(one));
      if (index % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
      if (index % 40 === 39) {
        const held = new Set(all.slice(0, index - 20).map(({ id }) => id));
        saves.push(journals.forget("b1", held));
      }
      if (index % 10 === 0) {
        const [sofar, there] = [[...said], ids((await journalsIn(folder).read("b1")).entries)];
        const held = Math.max(0, index - (index % 40) - 21);
        expect(sofar.filter(({ id }) => Number(id) >= held && !there.has(id))).toEqual([]);
      }
    }
    await Promise.all(saves);
    expect(await journals.append("b1", [])).toMatchObject({ ok: true });
    const there = ids((await journalsIn(folder).read("b1")).entries);
    expect(said).toHaveLength(300);
    expect(all.slice(259).filter(({ id }) => !there.has(id))).toEqual([]);
  });

  test("is emptied when the file holds everything, and keeps what it does not", async () => {
    const journals = journalsIn(folder);
    const all = entries(6);
    await journals.append("b1", all.slice(0, 4));
    await journals.forget("b1", ids(all.slice(0, 3)));
    expect((await journals.read("b1")).entries.at(-1)).toEqual(all[3]);
    await journals.forget("b1", ids(all.slice(0, 4)));
    expect(await journals.read("b1")).toEqual({ entries: [], unreadable: 0 });
    expect(await journals.waiting()).toEqual([]);
    await journals.append("b1", all.slice(4));
    expect((await journals.read("b1")).entries).toEqual(all.slice(4));
  });

  test("that grew while a save ran is written again without what the file holds", async () => {
    const journals = journalsIn(folder);
    const all = entries(3000);
    await journals.append("b1", all);
    await journals.forget("b1", ids(all.slice(0, 2999)));
    expect(await journals.read("b1")).toEqual({ entries: all.slice(2999), unreadable: 0 });
    expect(filesOf("b1")).toHaveLength(1);
    expect(readFileSync(filesOf("b1")[0] ?? "").length).toBeLessThan(1000);
  });

  test("whose last line was cut short gives back the rest, and counts it", async () => {
    const all = entries(4);
    await journalsIn(folder).append("b1", all);
    const [file = ""] = filesOf("b1");
    const text = readFileSync(file, "utf8");
    for (let cut = 1; cut < entryLine(all[3] as Entry).length; cut += 7) {
      writeFileSync(file, text.slice(0, -cut));
      const { entries: read, unreadable } = await journalsIn(folder).read("b1");
      expect([read.length, unreadable]).toEqual(cut === 1 ? [4, 0] : [3, 1]);
    }
  });

  test.each([
    ["zeros after it", (text: string) => `${text}${"\0".repeat(500)}`, 4, 1],
    ["a letter changed", (text: string) => text.replace("Change 1", "Change 9"), 3, 1],
    ["a line written over", (text: string) => text.replace(/\n.*Change 2.*\n/, "\nnonsense\n"), 3, 1],
    ["its first line gone", (text: string) => text.slice(text.indexOf("\n") + 1), 4, 0],
    ["nothing in it", () => "", 0, 0],
  ])("with %s gives back what is whole", async (_, spoil, whole, unreadable) => {
    await journalsIn(folder).append("b1", entries(4));
    const [file = ""] = filesOf("b1");
    writeFileSync(file, spoil(readFileSync(file, "utf8")));
    const read = await journalsIn(folder).read("b1");
    expect([read.entries.length, read.unreadable]).toEqual([whole, unreadable]);
  });

  test.each(["ENOSPC", "EROFS", "EIO"])(
    "on a disk that fails with %s says so, and keeps it all when the disk is well again",
    async (code) => {
      const disk = failingDisk();
      const journals = journalsIn(folder, { disk });
      const all = entries(6);
      await journals.append("b1", all.slice(0, 2));
      disk.broken = code;
      for (const one of all.slice(2, 5)) {
        const kept = await journals.append("b1", [one]);
        expect(kept).toMatchObject({ ok: false, error: { code: "cannot-write" } });
        expect(kept.ok ? "" : kept.error.message).toMatch(/is not safe until the bid is saved/);
      }
      disk.broken = undefined;
      expect(await journals.append("b1", all.slice(5))).toMatchObject({ ok: true });
      expect((await journalsIn(folder).read("b1")).entries).toEqual(all);
    },
  );

  test("in a folder that was taken away says nothing was lost, because nothing is", async () => {
    const journals = journalsIn(folder);
    await journals.append("b1", entries(1));
    await journals.forget("b1", ids(entries(1)));
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "");
    expect(await journals.read("b1")).toEqual({ entries: [], unreadable: 0 });
    expect(await journals.waiting()).toEqual([]);
    expect(await journalsIn(folder).append("b1", entries(1))).toMatchObject({ ok: false });
  });
});

describe("journals of other processes", () => {
  /** A journal as a process left it that is gone. */
  const leave = (bid: string, name: string, all: readonly Entry[], tail = "") => {
    mkdirSync(bidFolder(bid), { recursive: true });
    writeFileSync(path.join(bidFolder(bid), name), [headerLine(bid), ...all.map(entryLine), tail].join(""));
  };
  const hereDead = async () => {
    await journalsIn(folder).append("probe", []);
    const [own = ""] = filesOf("probe").map((file) => path.basename(file));
    return own.replace(`-${processName(thisProcess)}-`, "-999999999-");
  };

  test("are read together, parents first, and each entry once", async () => {
    const all = entries(6);
    const dead = await hereDead();
    leave("b1", dead, all.slice(3, 6));
    leave("b1", dead.replace(/^[0-9a-f]{8}/, "00000000"), all.slice(0, 4));
    expect((await journalsIn(folder).read("b1")).entries).toEqual(all);
  });

  test("are taken away when the file holds them and their process is gone, and never sooner", async () => {
    const all = entries(3);
    const dead = await hereDead();
    const elsewhere = dead.replace(/^[0-9a-f]{8}/, "00000000");
    leave("b1", dead, all);
    leave("b1", elsewhere, all);
    const journals = journalsIn(folder);
    await journals.forget("b1", ids(all.slice(0, 2)));
    expect(readdirSync(bidFolder("b1")).toSorted()).toEqual([elsewhere, dead].toSorted());
    await journals.forget("b1", ids(all));
    expect(readdirSync(bidFolder("b1"))).toEqual([elsewhere]);
  });

  test("of a running one are left alone", async () => {
    const theirs = journalsIn(folder);
    await theirs.append("b1", entries(2));
    await journalsIn(folder).forget("b1", ids(entries(2)));
    appendFileSync(filesOf("b1")[0] ?? "", "");
    await theirs.append("b1", entries(3).slice(2));
    expect((await journalsIn(folder).read("b1")).entries).toEqual(entries(3));
  });

  test("keep what could not be read under another name", async () => {
    const dead = await hereDead();
    leave("b1", dead, entries(2), '{"sum":"cut');
    await journalsIn(folder).forget("b1", ids(entries(2)));
    expect(readdirSync(bidFolder("b1"))).toEqual([`${dead}.unreadable`]);
    expect(await journalsIn(folder).read("b1")).toEqual({ entries: [], unreadable: 0 });
  });

  test("that hold nothing are cleared away when it is asked which bids wait", async () => {
    const dead = await hereDead();
    leave("b1", dead, []);
    leave("b2", dead, entries(1));
    rmSync(bidFolder("probe"), { recursive: true });
    expect(await journalsIn(folder).waiting()).toMatchObject([{ bid: "b2" }]);
    expect(readdirSync(folder)).toEqual([path.basename(bidFolder("b2"))]);
  });

  test("say which file the work was typed in, and whether it is still there", async () => {
    const dead = await hereDead();
    const typedIn = path.join(folder, "Ours.bid");
    mkdirSync(bidFolder("b1"), { recursive: true });
    writeFileSync(path.join(bidFolder("b1"), dead), [headerLine("b1", typedIn), ...entries(2).map(entryLine)].join(""));
    const placeOf = (file: string) => ({ token: file, label: path.basename(file), folder: path.dirname(file) });
    const waiting = () => journalsIn(folder, { placeOf }).waiting();
    const work = { bid: "b1", changes: 2, left: true, typedAt: entries(2)[1]?.at, file: placeOf(typedIn) };
    expect(await waiting()).toEqual([{ ...work, fileIsThere: false }]);
    writeFileSync(typedIn, "");
    expect(await waiting()).toEqual([{ ...work, fileIsThere: true }]);
  });

  test("that somebody set aside come back no more and are kept; those of a running process stay", async () => {
    const dead = await hereDead();
    leave("b1", dead, entries(2));
    const running = journalsIn(folder);
    await running.append("b1", entries(3).slice(2));
    expect(await journalsIn(folder).setAside("b1")).toBe(true);
    expect((await journalsIn(folder).read("b1")).entries).toEqual(entries(3).slice(2));
    expect(readdirSync(bidFolder("b1"))).toContain(`${dead}.set-aside`);
  });
});
