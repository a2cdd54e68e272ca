import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { backupsIn } from "../../electron/adapters/backups.ts";
import { bidFilesOn } from "../../electron/adapters/bid-file.ts";
import { journalsIn } from "../../electron/adapters/journals.ts";
import { createPlaces } from "../../electron/adapters/places.ts";
import type { Disk } from "../../electron/adapters/save-file.ts";
import { append } from "../../src/history/log.ts";
import { bringBackJournal } from "../../src/services/bring-back-journal.ts";
import type { StoredBid } from "../../src/services/ports.ts";
import { emptyBid } from "../support/bids.ts";
import { heldDisk } from "../support/harmful-files.ts";
import { hash, tca } from "../support/histories.ts";
import { stored } from "../support/stored.ts";

const day = 24 * 60 * 60 * 1000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-places-"));
  mkdirSync(path.join(folder, "share"));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

function here(disk?: Disk) {
  const places = createPlaces(path.join(folder, "share"));
  const { token } = places.file(path.join(folder, "share", "Ours.bid"));
  const backups = backupsIn(path.join(folder, "data", "backups"), places);
  const files = bidFilesOn(places, { keepPrevious: backups.keepFile, ...(disk ? { disk } : {}) });
  const journals = journalsIn(path.join(folder, "data", "journals"), { pathOf: places.pathOf });
  return { files, backups, token, journals, bytes: { hashText: hash } };
}

function retitled(before: StoredBid, title: string): StoredBid {
  const changes = [{ do: "retitle" as const, title, was: before.bid.title }];
  const content = { at: new Date().toISOString(), who: "Priya", about: "Renamed the bid", changes };
  return { ...before, bid: { ...before.bid, title }, log: append(before.log, content, hash) };
}

const entriesOf = ({ log }: StoredBid) => [...log.entries.values()].slice(1);

async function mustWrite(files: ReturnType<typeof bidFilesOn>, token: string, what: StoredBid, expected?: string) {
  const written = await files.write(token, what, expected);
  if (!written.ok) throw new Error(written.error.message);
  return written.value.sha256;
}

describe("a folder that is renamed, or a share that goes away, while a bid is open", () => {
  test("is said loudly; what is typed is safe here, and is saved when it is back", async () => {
    const { files, journals, token } = here();
    const onDisk = await mustWrite(files, token, stored(emptyBid()));
    renameSync(path.join(folder, "share"), path.join(folder, "gone"));
    const typed = retitled(stored(emptyBid()), "Typed meanwhile");
    expect(await journals.append("bid-1", entriesOf(typed))).toMatchObject({ ok: true });
    const saved = await files.write(token, typed, onDisk);
    expect(saved.ok ? "" : saved.error.message).toMatch(
      /is not there any more\. Connect the drive again, or save it elsewhere\.$/,
    );
    renameSync(path.join(folder, "gone"), path.join(folder, "share"));

    const again = here();
    const read = await again.files.read(again.token);
    if (!read.ok) throw new Error(read.error.message);
    const recovered = await bringBackJournal(again, tca, { stored: read.value, place: again.token });
    expect(recovered.bid.title).toBe("Typed meanwhile");
    expect(await again.files.write(again.token, recovered, read.value.sha256)).toMatchObject({ ok: true });
  });
});

describe("a scanner that holds the file", () => {
  test("through five tries to rename delays the save, and nothing else", async () => {
    const disk = heldDisk(5);
    const { files, token } = here(disk);
    await mustWrite(files, token, stored(emptyBid()));
    expect(disk.tries()).toBe(6);
    expect(readdirSync(path.join(folder, "share"))).toEqual(["Ours.bid"]);
  });

  test("while somebody else saves does not make us overwrite them", async () => {
    const theirs = retitled(stored(emptyBid()), "Theirs");
    const { files, token } = here();
    const onDisk = await mustWrite(files, token, stored(emptyBid()));
    const disk: Disk = {
      ...fs,
      rename: async () => {
        await mustWrite(files, token, theirs, onDisk);
        throw Object.assign(new Error("held"), { code: "EBUSY" });
      },
    };
    const ours = here(disk);
    const saved = await ours.files.write(ours.token, retitled(stored(emptyBid()), "Ours"), onDisk);
    expect(saved).toMatchObject({ ok: false, error: { code: "changed" } });
    const read = await files.read(token);
    expect(read.ok && read.value.bid.title).toBe("Theirs");
  });
});

describe("a save that fails after its bytes took the file's place", () => {
  test("is not taken for somebody else's at the next try", async () => {
    let fails = 1;
    const disk: Disk = {
      ...fs,
      open: async (file, flags) => {
        if (file === path.join(folder, "share") && (fails -= 1) >= 0)
          throw Object.assign(new Error("made to fail"), { code: "EIO" });
        return fs.open(file, flags);
      },
    };
    const { files, token } = here(disk);
    const first = stored(emptyBid());
    expect(await files.write(token, first, undefined)).toMatchObject({ ok: false, error: { code: "cannot-write" } });
    expect(await files.write(token, retitled(first, "Again"), undefined)).toMatchObject({ ok: true });
  });
});

describe("a clock that is set back two days while a bid is open", () => {
  test("changes neither the order of edits nor of copies, and loses neither", async () => {
    const { files, backups, journals, token } = here();
    let bid = stored(emptyBid());
    let onDisk = await mustWrite(files, token, bid);
    await backups.keep(token, "bid-1");
    vi.useFakeTimers({ now: Date.now() - 2 * day, toFake: ["Date"] });
    for (const title of ["First after", "Second after"]) {
      bid = retitled(bid, title);
      await journals.append("bid-1", entriesOf(bid).slice(-1));
      onDisk = await mustWrite(files, token, bid, onDisk);
      await backups.keep(token, "bid-1");
    }
    const read = await files.read(token);
    expect(read.ok && read.value.bid.title).toBe("Second after");
    expect(read.ok && [...read.value.log.entries.values()].map(({ about }) => about)).toEqual([
      "Began the bid",
      "Renamed the bid",
      "Renamed the bid",
    ]);
    expect((await journals.read("bid-1")).entries).toEqual(entriesOf(bid));
    const kept = await Promise.all((await backups.list("bid-1")).map((one) => files.read(one.token)));
    expect(kept.map((one) => one.ok && one.value.bid.title)).toEqual(["Second after", "First after", emptyBid().title]);
  });
});

const canMount = spawnSync("unshare", ["-Urm", "true"]).status === 0;

describe.skipIf(!canMount)("disks that are really full or read-only (needs Linux namespaces)", () => {
  test("are said loudly, and lose nothing that was said to be safe", async () => {
    const [entry, script] = [path.join(import.meta.dirname, "support/failing-places.ts"), path.join(folder, "run.cjs")];
    await build({
      entryPoints: [entry],
      outfile: script,
      bundle: true,
      platform: "node",
      format: "cjs",
      logLevel: "error",
    });
    const run = spawnSync("unshare", ["-Urm", process.execPath, script, path.join(folder, "share")], {
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    const { fullJournal, readOnlyFolder } = JSON.parse(run.stdout) as Record<string, Record<string, unknown>>;
    expect(fullJournal?.refused).toBeGreaterThan(50);
    expect(fullJournal?.kept).toBeGreaterThan(150);
    expect(fullJournal).toMatchObject({ lost: 0, inTheEnd: "kept" });
    expect(fullJournal?.message).toMatch(/^What you type is not safe until the bid is saved: there is no room in/);
    expect(readOnlyFolder).toMatchObject({
      opens: true,
      saved: "cannot-write",
      lock: true,
      unchanged: true,
      files: ["Ours.bid"],
    });
    expect(readOnlyFolder?.message).toContain("may not be changed");
  });
});
