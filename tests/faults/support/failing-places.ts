// Run by failing-places.test.ts in a namespace of its own, where it can mount small and read-only disks.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { bidFilesOn } from "../../../electron/adapters/bid-file.ts";
import { sha256 } from "../../../electron/adapters/hash.ts";
import { journalsIn } from "../../../electron/adapters/journals.ts";
import { locksBeside } from "../../../electron/adapters/locks.ts";
import { createPlaces } from "../../../electron/adapters/places.ts";
import type { Entry } from "../../../src/history/log.ts";
import { typedBid } from "./typed-bid.ts";

const [place = ""] = process.argv.slice(2);

function mount(...options: string[]): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", options.join(","), "tmpfs", place]);
}

function entryNumber(number: number): Entry {
  const id = sha256(String(number)).slice(0, 32);
  return { id, parents: [], at: "2013-06-01T09:00:00.000Z", who: "Priya", about: "x".repeat(900), changes: [] };
}

/** Types until the disk is full, and on; then makes room. */
async function fullJournal() {
  mount("size=256k");
  try {
    const filler = path.join(place, "filler");
    execFileSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=1k", "count=100"], { stdio: "ignore" });
    const journals = journalsIn(path.join(place, "journals"));
    const [kept, refused]: [string[], string[]] = [[], []];
    let [message, held] = ["", new Set<string>()];
    for (let number = 0; number < 400; number += 1) {
      if (number === 300) execFileSync("rm", [filler]);
      const entry = entryNumber(number);
      const done = await journals.append("b1", [entry]);
      (done.ok ? kept : refused).push(entry.id);
      if (!done.ok) message = done.error.message;
      // The file of the bid is on another disk, and is saved now and then.
      if (number === 250) {
        held = new Set([...kept.slice(0, -20), ...refused.slice(0, -20)]);
        await journals.forget("b1", held);
      }
    }
    const there = new Set((await journalsIn(path.join(place, "journals")).read("b1")).entries.map(({ id }) => id));
    const lost = kept.filter((id) => !there.has(id) && !held.has(id)).length;
    const inTheEnd = there.has(entryNumber(399).id) ? "kept" : "refused";
    return { kept: kept.length, refused: refused.length, lost, inTheEnd, message };
  } finally {
    execFileSync("umount", ["-l", place]);
  }
}

/** Opens and tries to save a bid on a disk that has become read-only. */
async function readOnlyFolder() {
  mount("size=1m");
  try {
    const places = createPlaces(place);
    const files = bidFilesOn(places, { retryDelays: [1] });
    const locks = locksBeside(places);
    const file = path.join(place, "Ours.bid");
    const { token } = places.file(file);
    await files.write(token, typedBid("b1"), undefined);
    const before = sha256(readFileSync(file));
    execFileSync("mount", ["-o", "remount,ro", place]);
    const read = await files.read(token);
    const saved = await files.write(token, typedBid("b1"), "any");
    const lock = await locks.take(token, { who: "Priya" });
    return {
      opens: read.ok,
      saved: saved.ok ? "saved" : saved.error.code,
      message: saved.ok ? "" : saved.error.message,
      lock: lock.taken && (await locks.renew(token)).held,
      unchanged: sha256(readFileSync(file)) === before,
      files: readdirSync(place),
    };
  } finally {
    execFileSync("umount", ["-l", place]);
  }
}

async function run(): Promise<void> {
  const results = { fullJournal: await fullJournal(), readOnlyFolder: await readOnlyFolder() };
  process.stdout.write(JSON.stringify(results));
}

void run();
