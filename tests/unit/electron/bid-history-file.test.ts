import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { backupsIn } from "../../../electron/adapters/backups.ts";
import { packBid, unpackBid } from "../../../electron/adapters/bid-container.ts";
import { bidFilesOn } from "../../../electron/adapters/bid-file.ts";
import { sha256 } from "../../../electron/adapters/hash.ts";
import { createPlaces } from "../../../electron/adapters/places.ts";
import { bringPart } from "../../../src/history/bring-part.ts";
import { mergeLogs } from "../../../src/history/merge-logs.ts";
import { openConflicts } from "../../../src/history/settled.ts";
import { verifyLog } from "../../../src/history/log.ts";
import { projectRoot } from "../../support/bidwright.ts";
import { emptyBid } from "../../support/bids.ts";
import { acts, hash, perform, startLog, stateOf, tca } from "../../support/histories.ts";
import { packed, stored, unpacked } from "../../support/stored.ts";

const formats = path.join(projectRoot, "tests/support/formats");
const bytesOf = (name: string) => new Uint8Array(readFileSync(path.join(formats, name)));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-history-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const textOf = (bytes: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(bytes)[name]);

describe("a file of every format there ever was", () => {
  test("there is one of each", () => {
    expect(readdirSync(formats).toSorted()).toEqual(["v1.bid", "v2-part.bid", "v2-with-part.bid", "v2.bid", "v3.bid"]);
  });

  test.each([1, 2, 3])("format %i opens, with its answers, its attached file and a sound history", async (version) => {
    const { bid, log, attachments } = await unpacked(bytesOf(`v${version}.bid`));
    expect(bid.id).toBe(`bid-of-format-${version}`);
    expect(bid.answers["award-requested"]).toBe(version === 1 ? 420_000_00 : 410_000_00);
    expect([...attachments.values()].map((bytes) => new TextDecoder().decode(bytes))).toEqual([
      "A letter of support from Halton.\n",
    ]);
    expect(verifyLog(log, hash)).toEqual([]);
    expect(stateOf(log)).toEqual(bid);
  });

  test("format 1 gets a history that begins with the bid as it is, the same wherever it is opened", async () => {
    const [here, there] = [await unpacked(bytesOf("v1.bid")), await unpacked(bytesOf("v1.bid"))];
    expect(here.log).toEqual(there.log);
    expect([...here.log.entries.values()]).toMatchObject([
      { who: "Before history was kept", changes: [], parents: [] },
    ]);
    expect(await unpacked(await packed(here))).toEqual(here);
  });

  test("format 2 keeps who did what, and the named versions", async () => {
    const { log } = await unpacked(bytesOf("v2.bid"));
    const entries = [...log.entries.values()];
    expect(entries.map(({ who }) => who)).toEqual(["Priya", "Priya", "Tom", "Priya", "Tom", "Priya"]);
    expect(entries.at(-1)?.name).toBe("Sent to finance");
  });

  test("format 2 with a part that came back reads as it is, and its part comes in once more and then never again", async () => {
    const [whole, part] = [await unpacked(bytesOf("v2-with-part.bid")), await unpacked(bytesOf("v2-part.bid"))];
    expect(verifyLog(whole.log, hash)).toEqual([]);
    expect(stateOf(whole.log)).toEqual(whole.bid);
    expect([...whole.log.entries.values()].some(({ brought }) => brought)).toBe(false);
    const { contribution } = part;
    if (contribution?.of !== whole.bid.id) throw new Error("It is no part of the bid");
    const sent = { log: part.log, questions: contribution.questions };
    const once = bringPart({ scheme: tca, hash }, whole, sent);
    if (!once.ok) throw new Error(once.error);
    expect(once.value.log.entries.size).toBe(whole.log.entries.size + 1);
    expect(await unpacked(await packed({ ...whole, ...once.value }))).toMatchObject({ bid: whole.bid });
    const twice = bringPart({ scheme: tca, hash }, once.value, sent);
    expect(twice).toMatchObject({ ok: true, value: { incoming: [], conflicts: [], log: once.value.log } });
  });

  test("format 3 says in whose name a part came in, and of which entries of the part", async () => {
    const { log } = await unpacked(bytesOf("v3.bid"));
    const brought = [...log.entries.values()].flatMap(({ who, brought: ids }) => (ids ? [[who, ids.length]] : []));
    expect(brought).toEqual([
      ["Bob", 2],
      ["Cat", 1],
    ]);
    expect(openConflicts(log).map(({ sides }) => sides.map(({ who }) => who))).toEqual([["Priya", "Bob"]]);
  });

  test("a file of format 4 is left alone, as one of a newer Bidwright", async () => {
    const parts = unzipSync(bytesOf("v3.bid"));
    const manifest = new TextDecoder().decode(parts["manifest.json"]).replace('"version": 3', '"version": 4');
    const read = await unpackBid(zipSync({ ...parts, "manifest.json": new TextEncoder().encode(manifest) }));
    expect(read).toMatchObject({ ok: false, error: { code: "newer", says: expect.stringContaining("format 4") } });
  });
});

describe("a history in a file", () => {
  test("comes back whole, merges and all, whatever was done", async () => {
    await fc.assert(
      fc.asyncProperty(acts, acts, acts, async (before, mine, theirs) => {
        const common = perform(startLog(), "Priya", before);
        const merged = mergeLogs(tca, perform(common, "Mine", mine), perform(common, "Theirs", theirs), hash);
        if (!merged.ok) throw new Error(merged.error);
        const wanted = { bid: stateOf(merged.value.log), log: merged.value.log, attachments: new Map() };
        expect(await unpacked(await packed(wanted))).toEqual(wanted);
      }),
      { numRuns: 150 },
    );
  });

  test("can be read by anyone: one entry a line, and the id of the line before is not repeated", async () => {
    const text = textOf(bytesOf("v2.bid"), "log.jsonl");
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => "parents" in line)).toEqual([true, false, false, false, false, false]);
    expect(lines.map((line) => String(line.id).length)).toEqual([32, 32, 32, 32, 32, 32]);
  });

  test("that does not make the bid is not written", async () => {
    const right = stored(emptyBid());
    const wrong = await packBid({ ...right, bid: { ...right.bid, title: "Another" } });
    expect(wrong).toEqual({ ok: false, error: "cannot be written: the bid is not what its log makes of it" });
    const headless = await packBid({ ...right, log: { ...right.log, head: "0".repeat(32) } });
    expect(headless.ok ? "" : headless.error).toMatch(/the newest entry, 0+, is missing/);
  });

  test("that somebody edited by hand is noticed, even with every hash of the file made right again", async () => {
    const parts = unzipSync(bytesOf("v2.bid"));
    const manifest = JSON.parse(new TextDecoder().decode(parts["manifest.json"])) as {
      parts: { name: string; sha256: string; bytes: number }[];
    };
    const forge = async (name: string, from: string, to: string) => {
      const bytes = new TextEncoder().encode(new TextDecoder().decode(parts[name]).replaceAll(from, to));
      const listed = manifest.parts.map((one) =>
        one.name === name ? { name, sha256: sha256(bytes), bytes: bytes.length } : one,
      );
      const list = new TextEncoder().encode(JSON.stringify({ ...manifest, parts: listed }));
      const read = await unpackBid(zipSync({ ...parts, "manifest.json": list, [name]: bytes }));
      return read.ok ? "opened" : read.error.says;
    };
    expect(await forge("log.jsonl", "Tom", "Tim")).toMatch(
      /^is damaged: the entry [0-9a-f]{32} was changed after it was made$/,
    );
    expect(await forge("bid.json", "41000000", "49000000")).toBe("is damaged: the bid is not what its log makes of it");
    expect(await forge("bid.json", "bid-of-format-2", "bid-of-format-9")).toBe(
      "is damaged: its list of parts is of another bid",
    );
    // Every reader but one that looks for it takes the second “who” and finds the hash right.
    expect(await forge("log.jsonl", '"who":"Tom"', '"who":"Mallory","who":"Tom"')).toBe(
      "is damaged: its part log.jsonl is damaged: line 3 gives “who” twice",
    );
    expect(await forge("bid.json", '"marking":', '"marking": "OFFICIAL-SENSITIVE",\n  "marking":')).toMatch(
      /^is damaged: its part bid\.json gives “marking” twice at line \d+$/,
    );
  });

  test("says of a contribution which part of which bid it is", async () => {
    const contribution = { of: "bid-1", at: "a".repeat(32), questions: ["summary"] };
    const wanted = { ...stored(emptyBid({ id: "part" })), contribution };
    const bytes = await packed(wanted);
    expect(await unpacked(bytes)).toEqual(wanted);
    const twice = new TextEncoder().encode('{\n"of": "bid-1",\n"of": "bid-2"}');
    const list = JSON.parse(textOf(bytes, "manifest.json")) as { parts: { name: string }[] };
    const listed = { name: "contribution.json", sha256: sha256(twice), bytes: twice.length };
    const parts = list.parts.map((one) => (one.name === listed.name ? listed : one));
    const manifest = new TextEncoder().encode(JSON.stringify({ ...list, parts }));
    expect(
      await unpackBid(zipSync({ ...unzipSync(bytes), "contribution.json": twice, "manifest.json": manifest })),
    ).toMatchObject({ error: { says: "is damaged: its part contribution.json gives “of” twice at line 3" } });
  });
});

describe("saving", () => {
  const here = () => {
    const places = createPlaces(folder);
    const backups = backupsIn(path.join(folder, "kept"), places);
    const { token } = places.file(path.join(folder, "Ours.bid"));
    return { files: bidFilesOn(places, { keepPrevious: backups.keepFile }), places, backups, token };
  };
  const titled = (title: string) => stored(emptyBid({ title }));
  const fileNow = () => readFileSync(path.join(folder, "Ours.bid"));

  test("leaves alone what somebody else wrote meanwhile, even of the same length at the same time", async () => {
    const { files, token } = here();
    const first = await files.write(token, titled("Ours"), undefined);
    if (!first.ok) throw new Error(first.error.message);
    const theirs = fileNow().fill(7, 400, 404);
    writeFileSync(path.join(folder, "Ours.bid"), theirs);
    const second = await files.write(token, titled("Ours again"), first.value.sha256);
    expect(second).toMatchObject({ ok: false, error: { code: "changed" } });
    expect(second.ok ? "" : second.error.message).toContain("somebody else changed it");
    expect(fileNow()).toEqual(theirs);
    expect(readdirSync(folder).toSorted()).toEqual(["Ours.bid"]);
  });

  test("finds a file where none should be, and leaves it alone", async () => {
    const other = here();
    await other.files.write(other.token, titled("Theirs"), undefined);
    const theirs = fileNow();
    const { files, token } = here();
    expect(await files.write(token, titled("Ours"), undefined)).toMatchObject({
      ok: false,
      error: { code: "changed" },
    });
    expect(fileNow()).toEqual(theirs);
    expect(await files.write(token, titled("Ours"), "any")).toMatchObject({ ok: true });
  });

  test("puts a file back that was taken away, or moved away, while it was open", async () => {
    const { files, token } = here();
    const first = await files.write(token, titled("Ours"), undefined);
    if (!first.ok) throw new Error(first.error.message);
    renameSync(path.join(folder, "Ours.bid"), path.join(folder, "Moved.bid"));
    expect(await files.write(token, titled("Ours again"), first.value.sha256)).toMatchObject({ ok: true });
    expect(readdirSync(folder).toSorted()).toEqual(["Moved.bid", "Ours.bid"]);
  });

  test("keeps the copy that was opened before it replaces it, and not every one it wrote itself", async () => {
    writeFileSync(path.join(folder, "Ours.bid"), bytesOf("v1.bid"));
    const { files, backups, places, token } = here();
    const read = await files.read(token);
    if (!read.ok) throw new Error(read.error.message);
    expect(fileNow()).toEqual(Buffer.from(bytesOf("v1.bid")));
    let { sha256: onDisk } = read.value;
    for (let save = 0; save < 3; save += 1) {
      const written = await files.write(token, read.value, onDisk);
      if (!written.ok) throw new Error(written.error.message);
      onDisk = written.value.sha256;
    }
    const kept = await backups.list("bid-of-format-1");
    expect(kept).toHaveLength(1);
    expect(readFileSync(places.pathOf(kept[0]?.token ?? "") ?? "")).toEqual(Buffer.from(bytesOf("v1.bid")));
  });
});

describe("copies of one bid beside each other", () => {
  test("are found by the bid they hold, whatever they are called, in every format", async () => {
    const places = createPlaces(folder);
    const files = bidFilesOn(places);
    const put = (name: string, bytes: Uint8Array) => writeFileSync(path.join(folder, name), bytes);
    const copy = await packed(await unpacked(bytesOf("v1.bid")));
    put("Ours.bid", copy);
    put("Ours (PC2).bid", copy);
    put("Ours-LAPTOP.BID", bytesOf("v1.bid"));
    put("Ours (Priya's conflicted copy).bid", copy);
    put("Another bid.bid", bytesOf("v2.bid"));
    put("Not a bid.bid", new TextEncoder().encode("PK and nothing more"));
    put("Cut short.bid", copy.subarray(0, 20));
    put("Ours.bid.in-use.json", copy);
    const copies = await files.copiesBeside(places.file(path.join(folder, "Ours.bid")).token, "bid-of-format-1");
    expect(copies.map(({ label }) => label)).toEqual([
      "Ours (PC2).bid",
      "Ours (Priya's conflicted copy).bid",
      "Ours-LAPTOP.BID",
    ]);
  });
});
