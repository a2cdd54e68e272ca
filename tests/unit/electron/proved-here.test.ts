import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bidFilesOn } from "../../../electron/adapters/bid-file.ts";
import { sha256 } from "../../../electron/adapters/hash.ts";
import { createPlaces } from "../../../electron/adapters/places.ts";
import { provedHereIn } from "../../../electron/adapters/proved-here.ts";
import { append } from "../../../src/history/log.ts";
import type { StoredBid } from "../../../src/services/ports.ts";
import { emptyBid } from "../../support/bids.ts";
import { stored } from "../../support/stored.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-proved-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The app as it starts, with what it noted before. */
function start() {
  const places = createPlaces(folder);
  const proved = provedHereIn(path.join(folder, "data"));
  const file = path.join(folder, "ours.bid");
  return { files: bidFilesOn(places, { proved }), proved, file, token: places.file(file).token };
}

/** The file with its bid changed by hand, and every hash of its parts made right again. */
function forged(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const text = (name: string) => new TextDecoder().decode(parts[name]);
  const bid = strToU8(text("bid.json").replace("Joining two", "Joining ten"));
  const manifest = JSON.parse(text("manifest.json")) as { parts: { name: string; sha256: string; bytes: number }[] };
  const listed = manifest.parts.map((one) =>
    one.name === "bid.json" ? { ...one, sha256: sha256(bid), bytes: bid.length } : one,
  );
  return zipSync({
    ...parts,
    "manifest.json": strToU8(JSON.stringify({ ...manifest, parts: listed })),
    "bid.json": bid,
  });
}

function retitled(before: StoredBid): StoredBid {
  const changes = [{ do: "retitle" as const, title: "Renamed", was: before.bid.title }];
  const log = append(before.log, { at: "2013-06-01T10:00:00.000Z", who: "Priya", about: "Renamed", changes }, sha256);
  return { ...before, bid: { ...before.bid, title: "Renamed" }, log };
}

describe("a file that was proved here lately", () => {
  test("opens after a restart as it was saved, and is edited and saved on", async () => {
    const wanted = stored(emptyBid());
    const before = start();
    await before.files.write(before.token, wanted, undefined);
    const { files, token, proved, file } = start();
    expect(await proved.isKnown("bid-1", sha256(new Uint8Array(readFileSync(file))))).toBe(true);
    const read = await files.read(token);
    expect(read).toMatchObject({ ok: true, value: wanted });
    if (!read.ok) return;
    expect(await files.write(token, retitled(read.value), read.value.sha256)).toMatchObject({ ok: true });
    const again = start();
    expect(await again.files.read(again.token)).toMatchObject({ ok: true, value: { bid: { title: "Renamed" } } });
  });

  test("is proved from the beginning once a byte of it is another", async () => {
    const { files, token, file } = start();
    await files.write(token, stored(emptyBid()), undefined);
    writeFileSync(file, forged(new Uint8Array(readFileSync(file))));
    expect(await files.read(token)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("the bid is not what its log makes of it") as string },
    });
  });

  test("is proved too where nothing could be noted, and saving does not fail for it", async () => {
    writeFileSync(path.join(folder, "data"), "in the way");
    const { files, token, proved } = start();
    expect(await files.write(token, stored(emptyBid()), undefined)).toMatchObject({ ok: true });
    expect(await proved.isKnown("bid-1", "anything")).toBe(false);
    expect(await files.read(token)).toMatchObject({ ok: true });
  });

  test("is known after it was read once, as a few others of its bid are that were", async () => {
    const elsewhere = createPlaces(folder);
    const copies = [1, 2].map((number) => elsewhere.file(path.join(folder, `copy ${number}.bid`)).token);
    for (const copy of copies) {
      await bidFilesOn(elsewhere).write(copy, stored(emptyBid({ title: copy })), undefined);
    }
    const { proved } = start();
    const hashes: string[] = [];
    for (const copy of copies) {
      const read = await bidFilesOn(elsewhere, { proved }).read(copy);
      if (read.ok) hashes.push(read.value.sha256);
    }
    const again = start().proved;
    expect(await Promise.all(hashes.map((hash) => again.isKnown("bid-1", hash)))).toEqual([true, true]);
    expect(await again.isKnown("bid-1", sha256("anything else"))).toBe(false);
    expect(await again.isKnown("bid-2", hashes[0] ?? "")).toBe(false);
  });

  test("is told by one small note for each bid", async () => {
    mkdirSync(path.join(folder, "data"));
    const { files, token } = start();
    await files.write(token, stored(emptyBid()), undefined);
    await files.write(token, stored(emptyBid({ title: "Again" })), "any");
    expect(readdirSync(path.join(folder, "data"))).toHaveLength(1);
  });
});
