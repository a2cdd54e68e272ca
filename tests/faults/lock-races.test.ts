import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import os, { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lockFileOf, lockText } from "../../electron/adapters/lock-file.ts";

const races = 500;

let folder: string;
let racers: ReturnType<typeof startRacer>[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-races-"));
  const [entry, script] = [path.join(import.meta.dirname, "support/race-for-lock.ts"), path.join(folder, "race.cjs")];
  await build({
    entryPoints: [entry],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
  });
  racers = [startRacer(script), startRacer(script)];
});
afterAll(() => {
  for (const racer of racers) racer.kill();
  rmSync(folder, { recursive: true, force: true });
});

function startRacer(script: string) {
  return spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
}

/** Both try at one moment. @returns who won */
async function race(file: string, takeOver: boolean): Promise<boolean[]> {
  const line = `${JSON.stringify({ file, at: Date.now() + 3, takeOver })}\n`;
  return Promise.all(
    racers.map(async (racer) => {
      racer.stdin.write(line);
      const [said] = (await once(racer.stdout, "data")) as [Buffer];
      return said.toString().trim() === "true";
    }),
  );
}

const goneProcess = () => Number(spawnSync(process.execPath, ["-e", "console.log(process.pid)"]).stdout.toString());

describe(`two who open one bid at one moment, ${races} times`, () => {
  const gone = goneProcess();
  const leave = (file: string, left: { computer: string; process: number }, minutesAgo: number) => {
    const then = new Date(Date.now() - minutesAgo * 60_000);
    writeFileSync(lockFileOf(file), lockText({ who: "Priya", since: then.toISOString(), id: "left", ...left }));
    utimesSync(lockFileOf(file), then, then);
  };

  test.each<[string, (file: string) => void, boolean]>([
    ["nobody has", () => undefined, false],
    ["a crash here left", (file) => leave(file, { computer: os.hostname(), process: gone }, 0), false],
    ["somebody left long ago", (file) => leave(file, { computer: "PC-1043", process: 1 }, 6), true],
  ])("when it is a bid that %s: exactly one gets it", async (_, prepare, takeOver) => {
    const wins = [0, 0];
    for (let number = 0; number < races; number += 1) {
      const file = path.join(folder, `${number}.bid`);
      prepare(file);
      const won = await race(file, takeOver);
      expect(won.filter(Boolean), `race ${number}`).toHaveLength(1);
      const winner = won.indexOf(true);
      wins[winner] = (wins[winner] ?? 0) + 1;
      expect(readFileSync(lockFileOf(file), "utf8")).toContain(`Process ${racers[winner]?.pid}`);
      rmSync(lockFileOf(file));
    }
    expect(readdirSync(folder)).toEqual(["race.cjs"]);
    // A race that one always wins is none.
    expect(Math.min(...wins)).toBeGreaterThan(0);
  });
});
