import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unpackBid } from "../../electron/adapters/bid-container.ts";
import { clearLeftOvers } from "../../electron/adapters/save-file.ts";
import { bundledScript } from "./support/child-script.ts";

const runs = 200;

let folder: string;
let script: Awaited<ReturnType<typeof bundledScript>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-kill-"));
  script = await bundledScript("save-again-and-again", folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets a process save on and on, and kills it at a moment nobody chose. @returns the last version it said was saved */
function saveUntilKilled(file: string, first: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script.file, file, String(first)], { env: script.env });
    let said = "";
    let fault = "";
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on("data", (text: Buffer) => {
      said += text.toString();
      timer ??= setTimeout(() => child.kill("SIGKILL"), Math.random() * 60);
    });
    child.stderr.on("data", (text: Buffer) => (fault += text.toString()));
    child.on("close", () => {
      if (fault !== "") reject(new Error(fault));
      else resolve(Number(said.trim().split("\n").at(-1)));
    });
  });
}

/** @returns how many kills fell inside a save */
async function killSavers(lane: string, times: number): Promise<number> {
  const place = path.join(folder, lane);
  mkdirSync(place);
  const file = path.join(place, "Ours.bid");
  let leftOver = 0;
  let version = 0;
  for (let run = 0; run < times; run += 1) {
    const said = await saveUntilKilled(file, version + 1);
    const read = await unpackBid(new Uint8Array(readFileSync(file)));
    if (!read.ok) throw new Error(`Run ${run}: the bid ${read.error.says}`);
    version = Number(read.value.bid.title.split(" ")[1]);
    expect([said, said + 1]).toContain(version);
    leftOver += readdirSync(place).length - 1;
    await clearLeftOvers(file);
    expect(readdirSync(place)).toEqual(["Ours.bid"]);
  }
  return leftOver;
}

test(`a save killed at any moment leaves a whole bid, ${runs} times`, { timeout: 240_000 }, async () => {
  const leftOver = await Promise.all([killSavers("one", runs / 2), killSavers("two", runs / 2)]);
  // Some kills have to fall inside a save, or this proves nothing.
  expect(leftOver.reduce((total, one) => total + one, 0)).toBeGreaterThan(runs / 20);
});
