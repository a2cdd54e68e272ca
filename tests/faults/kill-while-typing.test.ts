import { spawn, type ChildProcessByStdio } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bidFilesOn } from "../../electron/adapters/bid-file.ts";
import { journalsIn } from "../../electron/adapters/journals.ts";
import { createPlaces } from "../../electron/adapters/places.ts";
import { bundledScript } from "./support/child-script.ts";
import { typedBid, typedIn, withJournal } from "./support/typed-bid.ts";

/** `npm run faults` asks for more. */
const kills = Number(process.env.BIDWRIGHT_KILLS ?? 1000);
/** Then a new bid, so that opening it does not become what is measured. */
const killsPerBid = 25;
/** In milliseconds, from when a process is told to begin or from its first durable edit. */
const longest = { fromStart: 60, fromFirstEdit: 30 };

let folder: string;
let script: Awaited<ReturnType<typeof bundledScript>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-typing-"));
  script = await bundledScript("type-until-killed", folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Typist = ChildProcessByStdio<Writable, Readable, Readable>;

function startTypist(): Typist {
  return spawn(process.execPath, [script.file], { stdio: ["pipe", "pipe", "pipe"], env: script.env });
}

/** Lets a typist type and kills it at a moment nobody chose. @returns the last edit it said was durable; 0 for none */
async function typeUntilKilled(typist: Typist, place: string): Promise<number> {
  let [said, fault] = ["", ""];
  typist.stdout.on("data", (text: Buffer) => (said += text.toString()));
  typist.stderr.on("data", (text: Buffer) => (fault += text.toString()));
  const ended = new Promise((resolve) => typist.on("close", resolve));
  typist.stdin.write(`${place}\n`);
  // Some are killed while they open and recover, most while they type and save.
  if (Math.random() < 0.2) await pause(Math.random() * longest.fromStart);
  else {
    await Promise.race([ended, once(typist.stdout, "data")]);
    await pause(Math.random() * longest.fromFirstEdit);
  }
  typist.kill("SIGKILL");
  await ended;
  if (fault !== "") throw new Error(fault);
  // A line that was cut short was not said.
  return Number(said.slice(0, said.lastIndexOf("\n")).split("\n").at(-1) ?? 0);
}

function openIn(place: string) {
  const places = createPlaces(place);
  const { token } = places.file(path.join(place, "Ours.bid"));
  return { files: bidFilesOn(places), journals: journalsIn(path.join(place, "journals")), token };
}

async function recovered(place: string) {
  const { files, journals, token } = openIn(place);
  const read = await files.read(token);
  if (!read.ok) throw new Error(read.error.message);
  const journal = await journals.read(read.value.bid.id);
  return { inFile: typedIn(read.value), stored: withJournal(read.value, journal.entries) };
}

async function newPlace(name: string): Promise<string> {
  const place = path.join(folder, name);
  mkdirSync(place);
  const { files, token } = openIn(place);
  const written = await files.write(token, typedBid(`bid-${name}`), undefined);
  if (!written.ok) throw new Error(written.error.message);
  return place;
}

interface Tally {
  fromJournal: number;
  saidNothing: number;
}

/** Kills typist after typist on one bid after another. */
async function killTypists(lane: number, times: number): Promise<Tally> {
  const tally: Tally = { fromJournal: 0, saidNothing: 0 };
  let [place, durable] = ["", 0];
  let next = startTypist();
  for (let kill = 0; kill < times; kill += 1) {
    if (kill % killsPerBid === 0) [place, durable] = [await newPlace(`${lane}-${kill}`), 0];
    const typist = next;
    next = startTypist();
    const said = await typeUntilKilled(typist, place);
    const { inFile, stored } = await recovered(place);
    const [atLeast, typed] = [Math.max(said, durable), typedIn(stored)];
    // One more may have reached the disk before it could be said.
    expect([atLeast, atLeast + 1], `kill ${kill}`).toContain(typed);
    if (typed > inFile) tally.fromJournal += 1;
    if (said === 0) tally.saidNothing += 1;
    durable = typed;
    if (kill % killsPerBid === killsPerBid - 1) {
      expect(readdirSync(place).toSorted()).toEqual(["Ours.bid", "journals"]);
      rmSync(place, { recursive: true });
    }
  }
  next.kill("SIGKILL");
  return tally;
}

test(
  `every edit said to be durable is there after a kill, and the bid opens, ${kills} times`,
  { timeout: kills * 1000 },
  async () => {
    const tallies = await Promise.all([killTypists(1, Math.ceil(kills / 2)), killTypists(2, Math.floor(kills / 2))]);
    const sum = (of: (tally: Tally) => number) => tallies.map(of).reduce((total, one) => total + one, 0);
    // Kills have to fall between an edit and its save, and only some before the first edit, or this proves little.
    expect(sum(({ fromJournal }) => fromJournal)).toBeGreaterThan(kills / 5);
    expect(sum(({ saidNothing }) => saidNothing)).toBeLessThan(kills / 2);
  },
);
