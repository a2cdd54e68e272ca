import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { unpackBid } from "../../electron/adapters/bid-container.ts";
import { clearLeftOvers } from "../../electron/adapters/save-file.ts";

const script = path.join(import.meta.dirname, "support/save-again-and-again.ts");
const runs = 200;

/** Lets a process save on and on, and kills it at a moment nobody chose. @returns the last version it said was saved */
function saveUntilKilled(file: string, first: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script, file, String(first)]);
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

test(`a save killed at any moment leaves a whole bid, ${runs} times`, { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "bidwright-kill-"));
  const file = path.join(folder, "Ours.bid");
  let leftOver = 0;
  let version = 0;
  for (let run = 0; run < runs; run += 1) {
    const said = await saveUntilKilled(file, version + 1);
    const read = await unpackBid(new Uint8Array(readFileSync(file)));
    if (!read.ok) throw new Error(`Run ${run}: the bid ${read.error}`);
    version = Number(read.value.bid.title.split(" ")[1]);
    expect([said, said + 1]).toContain(version);
    leftOver += readdirSync(folder).length - 1;
    await clearLeftOvers(file);
    expect(readdirSync(folder)).toEqual(["Ours.bid"]);
  }
  rmSync(folder, { recursive: true });
  // Some kills have to fall inside a save, or this proves nothing.
  expect(leftOver).toBeGreaterThan(runs / 20);
});
