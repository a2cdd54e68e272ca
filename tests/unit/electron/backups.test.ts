import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { copiesToKeep, type KeptCopy } from "../../../electron/adapters/backup-thinning.ts";
import { backupsIn } from "../../../electron/adapters/backups.ts";
import { bidFilesOn } from "../../../electron/adapters/bid-file.ts";
import { createPlaces } from "../../../electron/adapters/places.ts";
import { emptyBid } from "../../support/bids.ts";
import { stored } from "../../support/stored.ts";

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2013, 5, 1, 9);

/** Saves at these times, thinned after each as the app does. */
function afterSaves(times: readonly number[]): KeptCopy[] {
  let kept: KeptCopy[] = [];
  times.forEach((at, index) => {
    kept = [...kept, { number: index + 1, at }];
    const keep = copiesToKeep(kept);
    kept = kept.filter(({ number }) => keep.has(number));
  });
  return kept;
}

describe("which copies stay", () => {
  test("the last ten of today", () => {
    const kept = afterSaves(Array.from({ length: 25 }, (_, index) => start + index * 60_000));
    expect(kept.map(({ number }) => number)).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
  });

  test("and the last of each of thirty days before", () => {
    const kept = afterSaves(
      Array.from({ length: 120 }, (_, index) => start + Math.floor(index / 3) * day + (index % 3) * 1000),
    );
    expect(kept).toHaveLength(33);
    expect(kept.slice(0, 30).every(({ number }) => number % 3 === 0)).toBe(true);
  });

  test("whatever the clock does, the newest stays, and one a day older if there was any", () => {
    const jump = fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1000, max: 5 * 60 * 60 * 1000 }) },
      { weight: 1, arbitrary: fc.integer({ min: -10 * 365 * day, max: 10 * 365 * day }) },
      { weight: 1, arbitrary: fc.constantFrom(-3_600_000, 3_600_000, -2 * day) },
    );
    fc.assert(
      fc.property(fc.array(jump, { minLength: 1, maxLength: 80 }), (jumps) => {
        let [at, before] = [start, [] as KeptCopy[]];
        jumps.forEach((by, index) => {
          at += by;
          const all = [...before, { number: index + 1, at }];
          const keep = copiesToKeep(all);
          expect(keep.has(index + 1)).toBe(true);
          const old = all.filter((one) => one.at <= at - day);
          if (old.length > 0) expect(old.some(({ number }) => keep.has(number))).toBe(true);
          before = all.filter(({ number }) => keep.has(number));
          expect(before.length).toBeLessThanOrEqual(41);
        });
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("copies on disk", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "bidwright-backups-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const here = () => {
    const clock = { now: start };
    const places = createPlaces(folder);
    const backups = backupsIn(path.join(folder, "kept"), places, () => new Date(clock.now));
    const { token } = places.file(path.join(folder, "Ours.bid"));
    return { clock, places, backups, files: bidFilesOn(places), token };
  };

  test("all open, the newest first, whatever the clock did", async () => {
    const { clock, backups, files, token } = here();
    for (const [index, by] of [0, 1000, -2 * day, 60_000, 3 * day].entries()) {
      clock.now += by;
      await files.write(token, stored(emptyBid({ title: `Version ${index}` })), "any");
      await backups.keep(token, "bid-1");
    }
    const list = await backups.list("bid-1");
    const opened = await Promise.all(list.map(async (one) => files.read(one.token)));
    expect(opened.map((read) => read.ok && read.value.bid.title)).toEqual(["Version 4", "Version 3", "Version 1"]);
    expect(list[0]).toMatchObject({ at: new Date(clock.now).toISOString() });
    expect(list.every(({ bytes }) => bytes > 500)).toBe(true);
  });

  test("are not made twice of the same bytes, and are apart for each bid", async () => {
    const { backups, files, token } = here();
    await files.write(token, stored(emptyBid()), "any");
    await backups.keep(token, "bid-1");
    await backups.keep(token, "bid-1");
    expect(await backups.list("bid-1")).toHaveLength(1);
    expect(await backups.list("bid-2")).toEqual([]);
  });

  test("are thinned on disk, and what is not a copy is left alone", async () => {
    const { clock, backups, files, token } = here();
    for (let save = 0; save < 12; save += 1) {
      clock.now += 1000;
      await files.write(token, stored(emptyBid({ title: `Version ${save}` })), "any");
      await backups.keep(token, "bid-1");
      if (save === 0)
        for (const one of readdirSync(path.join(folder, "kept")))
          writeFileSync(path.join(folder, "kept", one, "note.bid"), "mine");
    }
    expect(await backups.list("bid-1")).toHaveLength(10);
    const [inside = ""] = readdirSync(path.join(folder, "kept"));
    expect(readdirSync(path.join(folder, "kept", inside))).toContain("note.bid");
  });

  test("never keep a save from happening", async () => {
    const { backups, files, token } = here();
    await files.write(token, stored(emptyBid()), "any");
    writeFileSync(path.join(folder, "kept"), "in the way");
    await expect(backups.keep(token, "bid-1")).resolves.toBeUndefined();
    await expect(backups.keep("made up", "bid-1")).resolves.toBeUndefined();
    expect(await backups.list("bid-1")).toEqual([]);
  });
});
