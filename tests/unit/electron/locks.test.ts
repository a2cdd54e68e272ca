import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import os, { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { hereCode, processName, thisProcess } from "../../../electron/adapters/computer.ts";
import { lockFileOf } from "../../../electron/adapters/lock-file.ts";
import { locksBeside } from "../../../electron/adapters/locks.ts";
import { createPlaces } from "../../../electron/adapters/places.ts";

let folder: string;
let bid: string;
let lockFile: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-lock-"));
  bid = path.join(folder, "Our bid.bid");
  lockFile = lockFileOf(bid);
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** Somebody with the app open. */
function officer(who: string) {
  const places = createPlaces(folder);
  const locks = locksBeside(places);
  const { token } = places.file(bid);
  return {
    take: (takeOver = false) => locks.take(token, { who, takeOver }),
    renew: async () => (await locks.renew(token)).held,
    release: () => locks.release(token),
  };
}

const minutesAgo = (minutes: number) => {
  const then = new Date(Date.now() - minutes * 60_000);
  utimesSync(lockFile, then, then);
};
const written = () => JSON.parse(readFileSync(lockFile, "utf8")) as Record<string, unknown>;
/** The lock as another process would have written it. */
const change = (members: Record<string, unknown>) =>
  writeFileSync(lockFile, JSON.stringify({ ...written(), ...members }));
const goneProcess = () => spawnSync(process.execPath, ["-e", "console.log(process.pid)"]).stdout.toString().trim();

describe("a lock", () => {
  test("says in a file that anyone can read who has the bid, where and since when", async () => {
    expect(await officer("Priya").take()).toEqual({ taken: true });
    expect(readdirSync(folder)).toEqual(["Our bid.bid.in-use.json"]);
    expect(written()).toMatchObject({ who: "Priya", computer: os.hostname(), process: process.pid });
  });

  test("has a name that synchronised folders let through", () => {
    const name = path.basename(lockFile);
    expect(name).not.toMatch(/^~\$|^\.lock$|\.lock$|\.tmp$/i);
  });

  test("tells the second person, who gets it when the first is done", async () => {
    const [priya, tom] = [officer("Priya"), officer("Tom")];
    await priya.take();
    expect(await priya.take()).toEqual({ taken: true });
    expect(await tom.take()).toMatchObject({
      taken: false,
      holder: { who: "Priya", computer: os.hostname(), stale: false },
    });
    await tom.release();
    expect(await priya.renew()).toBe(true);
    await priya.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(await tom.take()).toEqual({ taken: true });
    expect(await priya.renew()).toBe(false);
  });

  test("is renewed by the disk's clock", async () => {
    const priya = officer("Priya");
    await priya.take();
    minutesAgo(4);
    expect(await priya.renew()).toBe(true);
    expect(Date.now() - statSync(lockFile).mtimeMs).toBeLessThan(60_000);
    expect(written()).toMatchObject({ who: "Priya" });
  });

  test("without a sign of life for five minutes can be taken over, if that is asked for", async () => {
    const [priya, tom] = [officer("Priya"), officer("Tom")];
    await priya.take();
    minutesAgo(4);
    expect(await tom.take(true)).toMatchObject({ taken: false, holder: { stale: false } });
    minutesAgo(6);
    expect(await tom.take()).toMatchObject({ taken: false, holder: { who: "Priya", stale: true } });
    expect(await tom.take(true)).toEqual({ taken: true });
    expect(written()).toMatchObject({ who: "Tom" });
    expect(await priya.renew()).toBe(false);
    await priya.release();
    expect(written()).toMatchObject({ who: "Tom" });
    expect(readdirSync(folder)).toEqual(["Our bid.bid.in-use.json"]);
  });

  test.each([-2, 2])("is judged by the disk's clock, when ours is %i days wrong", async (days) => {
    const [priya, tom] = [officer("Priya"), officer("Tom")];
    await priya.take();
    vi.useFakeTimers({ now: Date.now() + days * 24 * 60 * 60_000, toFake: ["Date"] });
    expect(await tom.take(true)).toMatchObject({ taken: false, holder: { stale: false } });
    vi.useRealTimers();
    minutesAgo(6);
    vi.useFakeTimers({ now: Date.now() + days * 24 * 60 * 60_000, toFake: ["Date"] });
    expect(await tom.take(true)).toEqual({ taken: true });
  });

  test("that is given back while it is renewed is gone afterwards", async () => {
    for (let run = 0; run < 50; run += 1) {
      const priya = officer("Priya");
      await priya.take();
      await Promise.all([priya.renew(), priya.release(), priya.renew()]);
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  test("that a crash left is taken at once, even where another crash came in the middle of taking it", async () => {
    const guard = lockFile.replace(/\.json$/, ".taking.json");
    await officer("Priya").take();
    change({ process: Number(goneProcess()), mark: undefined });
    writeFileSync(guard, `${hereCode}-${processName(thisProcess)}`);
    expect(await officer("Tom").take()).toMatchObject({ taken: false });
    for (const left of [`${hereCode}-${goneProcess()}`, ""]) {
      writeFileSync(guard, left);
      expect(await officer("Tom").take()).toEqual({ taken: true });
      expect(readdirSync(folder)).toEqual([path.basename(lockFile)]);
      change({ process: Number(goneProcess()), mark: undefined });
    }
  });

  test("of a process whose number was given again is taken over at once, and so is one from before a restart", async () => {
    const [priya, tom] = [officer("Priya"), officer("Tom")];
    await priya.take();
    const ours = written();
    change({ id: "another" });
    expect(await tom.take()).toMatchObject({ taken: false });
    change({ id: "another", mark: "0".repeat(8) });
    expect(await tom.take()).toEqual({ taken: true });
    await tom.release();
    writeFileSync(lockFile, JSON.stringify({ ...ours, id: "another", up: os.uptime() + 1000 }));
    expect(await officer("Ann").take()).toEqual({ taken: true });
  });

  test("of an app that noted no more than its number is left alone while a process has it", async () => {
    const [priya, tom] = [officer("Priya"), officer("Tom")];
    await priya.take();
    change({ id: "another", mark: undefined, up: undefined });
    expect(await tom.take()).toMatchObject({ taken: false });
  });

  test("that a crash on this computer left is taken over at once, and one of another computer is not", async () => {
    await officer("Priya").take();
    change({ process: Number(goneProcess()), computer: "PC-1043" });
    expect(await officer("Tom").take()).toMatchObject({ taken: false, holder: { who: "Priya", computer: "PC-1043" } });
    change({ computer: os.hostname() });
    expect(await officer("Tom").take()).toEqual({ taken: true });
    expect(written()).toMatchObject({ who: "Tom" });
  });

  test.each([
    ["is empty", ""],
    ["is cut short", '{"kind":"bidwright-in-use","who":"Pri'],
    ["is of another version", '{"kind":"bidwright-in-use-2","holder":{"name":"Priya"}}'],
    ["is no text", "\0\u0001\u0002"],
    ["is far too long", `{"kind":"${"x".repeat(100_000)}"}`],
  ])("that %s is held by somebody unknown, and the age rule still holds", async (_, text) => {
    writeFileSync(lockFile, text);
    const tom = officer("Tom");
    expect(await tom.take(true)).toMatchObject({
      taken: false,
      holder: { who: "Somebody", computer: "another computer", stale: false },
    });
    minutesAgo(6);
    expect(await tom.take(true)).toEqual({ taken: true });
    expect(written()).toMatchObject({ who: "Tom" });
  });

  test("shows no more of a name than a name", async () => {
    await officer("Priya").take();
    change({ who: `‮Priya\n\u0007${"x".repeat(1000)}`, computer: "" });
    const taken = await officer("Tom").take();
    expect(taken).toMatchObject({
      taken: false,
      holder: { who: `Priya${"x".repeat(55)}`, computer: "another computer" },
    });
  });

  test("that somebody deleted is made again, unless another has it by then", async () => {
    const [priya, tom] = [officer("Priya"), officer("Tom")];
    await priya.take();
    rmSync(lockFile);
    expect(await priya.renew()).toBe(true);
    expect(written()).toMatchObject({ who: "Priya" });
    rmSync(lockFile);
    await tom.take();
    expect(await priya.renew()).toBe(false);
  });

  test("does not keep anybody from working where none can be made, or where the folder went away", async () => {
    const priya = officer("Priya");
    await priya.take();
    renameSync(folder, `${folder} moved`);
    expect(await priya.renew()).toBe(true);
    const tom = officer("Tom");
    expect(await tom.take()).toEqual({ taken: true });
    expect(await tom.renew()).toBe(true);
    await tom.release();
    await priya.release();
    renameSync(`${folder} moved`, folder);
  });
});
