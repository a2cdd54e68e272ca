import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { templatesFolder } from "../support/bidwright.ts";
import { bundledScript } from "./support/child-script.ts";
import { done, typingApp, writeSmallApp, type TypingApp } from "./support/typing-app.ts";

/** `npm run faults` asks for more. */
const kills = Number(process.env.BIDWRIGHT_KILLS ?? 1000);
/** Then a new bid, so that opening it does not become what is measured. */
const killsPerBid = 25;
/** In milliseconds, from when a process is told to open the bid, or from when it said what a kill waits for. */
const longest = { opening: 30, typing: 30 };
const mostEdits = 4;

let folder: string;
let script: Awaited<ReturnType<typeof bundledScript>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-typing-"));
  script = await bundledScript("type-until-killed", folder);
  await writeSmallApp(templatesFolder, path.join(folder, "app"));
  // One that ends by itself leaves the compiled script behind; those that are killed cannot.
  const { child, ended } = startTypist(path.join(folder, "data"));
  child.stdin.end();
  await ended;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Typist {
  child: ChildProcessByStdio<Writable, Readable, Readable>;
  ended: Promise<unknown>;
  /** Everything it said, and any fault. */
  said: { words: string; fault: string };
}

/** A process that waits to be told which bid to type in. */
function startTypist(data: string): Typist {
  const words = [script.file, path.join(folder, "app"), data];
  const child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "pipe"], env: script.env });
  const said = { words: "", fault: "" };
  child.stdout.on("data", (text: Buffer) => (said.words += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said.fault += text.toString()));
  return { child, said, ended: new Promise((resolve) => child.on("close", resolve)) };
}

/**
 * Lets a typist open a bid and type on, and kills it at a moment nobody chose.
 *
 * @returns the count that it said last; undefined where it was killed before it had opened the bid
 */
async function killTypist(
  { child, ended, said }: Typist,
  file: string,
  during: keyof typeof longest,
): Promise<number | undefined> {
  child.stdin.write(`${file}\n`);
  const saysMore = () => Promise.race([ended, once(child.stdout, "data")]);
  await saysMore();
  // However slow the disk is: after it opened the bid, and a few edits that are safe or none.
  const waits = during === "typing" ? 1 + Math.floor(Math.random() * mostEdits) : 0;
  for (let wait = 0; wait < waits; wait += 1) await saysMore();
  await pause(Math.random() * longest[during]);
  child.kill("SIGKILL");
  await ended;
  if (said.fault !== "") throw new Error(said.fault);
  // A line that was cut short was not said.
  const lines = said.words.slice(0, said.words.lastIndexOf("\n")).split("\n");
  return lines
    .filter((line) => /^\d+$/.test(line))
    .map(Number)
    .at(-1);
}

interface Tally {
  kills: number;
  cameBack: number;
  whileOpening: number;
}

/** One who keeps killing typists, and the app in which the bid is opened after each. */
class Lane {
  readonly tally: Tally = { kills: 0, cameBack: 0, whileOpening: 0 };
  readonly #place: string;
  readonly #data: string;
  readonly #app: TypingApp;
  #next: Typist;
  #file = "";
  #safe = 0;

  constructor(name: string) {
    this.#place = path.join(folder, name);
    mkdirSync(path.join(this.#place, "bids"), { recursive: true });
    this.#data = path.join(this.#place, "data");
    this.#app = typingApp(path.join(folder, "app"), this.#data);
    this.#next = startTypist(this.#data);
  }

  async kill(during: keyof typeof longest): Promise<void> {
    const typist = this.#next;
    // The next one starts while this one types.
    this.#next = startTypist(this.#data);
    const said = await killTypist(typist, this.#file, during);
    this.#safe = Math.max(this.#safe, said ?? 0);
    this.tally.kills += 1;
    if (said === undefined) this.tally.whileOpening += 1;
  }

  /** Opens the bid in the app that goes on running, and closes it there. */
  async open(): Promise<void> {
    const { bid, typed, cameBack } = await this.#app.open(this.#file);
    // One more may have reached the disk before it could be said.
    expect([this.#safe, this.#safe + 1], `kill ${this.tally.kills}`).toContain(typed);
    await done(this.#app.client.closeBid({ bid }));
    if (cameBack) this.tally.cameBack += 1;
    this.#safe = typed;
  }

  async begin(): Promise<void> {
    this.#file = await this.#app.begin(path.join(this.#place, "bids"), "Ours");
    this.#safe = 0;
  }

  /** The file, its history and this computer hold nothing that should not be there. */
  async end(): Promise<void> {
    const { bid } = await this.#app.open(this.#file);
    expect(await done(this.#app.client.verifyFile({ bid }))).toEqual([]);
    await done(this.#app.client.closeBid({ bid }));
    expect(await this.#app.waiting()).toEqual([]);
    expect(readdirSync(path.join(this.#place, "bids"))).toEqual(["Ours.bid"]);
    rmSync(this.#file);
  }

  stop(): void {
    this.#next.child.kill("SIGKILL");
  }
}

/** Kills typist after typist on one bid after another; some while they open what the one before them left. */
async function killTypists(name: string, times: number): Promise<Tally> {
  const lane = new Lane(name);
  while (lane.tally.kills < times) {
    await lane.begin();
    const until = Math.min(times, lane.tally.kills + killsPerBid);
    while (lane.tally.kills < until) {
      await lane.kill("typing");
      while (lane.tally.kills < until && Math.random() < 0.25) await lane.kill("opening");
      await lane.open();
    }
    await lane.end();
  }
  lane.stop();
  return lane.tally;
}

test(
  `every edit said to be safe is there when the app opens the bid after a kill, ${kills} times`,
  { timeout: 60_000 + kills * 2000 },
  async () => {
    const tallies = await Promise.all([
      killTypists("one", Math.ceil(kills / 2)),
      killTypists("two", Math.floor(kills / 2)),
    ]);
    const sum = (of: (tally: Tally) => number) => tallies.map(of).reduce((total, one) => total + one, 0);
    // Kills have to fall between an edit and its save, and some while a bid is opened, or this proves little.
    expect(sum(({ cameBack }) => cameBack)).toBeGreaterThan(kills / 10);
    expect(sum(({ whileOpening }) => whileOpening)).toBeGreaterThan(kills / 50);
    expect(sum(({ whileOpening }) => whileOpening)).toBeLessThan(kills / 2);
  },
);
