import { readFileSync } from "node:fs";
import path from "node:path";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { packBid, unpackBid } from "../../../electron/adapters/bid-container.ts";
import { salvageBid } from "../../../electron/adapters/bid-salvage.ts";
import { sha256 } from "../../../electron/adapters/hash.ts";
import { projectRoot } from "../../support/bidwright.ts";
import { emptyBid } from "../../support/bids.ts";
import { packed, stored, unpacked } from "../../support/stored.ts";
import { useLondonTime } from "../../support/office.ts";

useLondonTime();

const bytesOf = (name: string) => new Uint8Array(readFileSync(path.join(projectRoot, "tests/support/formats", name)));
const textOf = (bytes: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(bytes)[name]);

describe("what is sound of a damaged bid", () => {
  const whole = () => bytesOf("v2.bid");
  /** The file with one part spoiled, and all else right. */
  const without = (...names: string[]) => {
    const parts = unzipSync(whole());
    const kept = Object.entries(parts).filter(([name]) => !names.includes(name));
    return zipSync(Object.fromEntries(kept));
  };

  test.each(["v1.bid", "v2.bid", "v2-with-part.bid", "v3.bid"])("of a sound one (%s) is all of it", async (name) => {
    const { stored: salvaged, lost, mended } = await salvageBid(bytesOf(name));
    expect([lost, mended]).toEqual([[], []]);
    expect(salvaged).toEqual(await unpacked(bytesOf(name)));
  });

  test("is all of it where the table of contents is gone", async () => {
    const bytes = whole();
    const central = Buffer.from(bytes).indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
    const { stored: salvaged, lost, mended } = await salvageBid(bytes.subarray(0, central));
    expect(lost).toEqual([]);
    expect(mended).toEqual([
      "What holds the parts of the file together was damaged. The bid, its history and its attached files are whole.",
    ]);
    expect(salvaged).toEqual(await unpacked(whole()));
  });

  test("without bid.json is made from the log", async () => {
    const { stored: salvaged, lost, mended } = await salvageBid(without("bid.json"));
    expect(salvaged).toEqual(await unpacked(whole()));
    expect(lost).toEqual([]);
    expect(mended).toEqual(["The bid itself was damaged and was made again from its history. Nothing of it is lost."]);
  });

  test("that says one thing twice is made from the log, and is nobody else's", async () => {
    const forged = textOf(whole(), "bid.json").replace("{", '{\n  "title": "Theirs",');
    const parts = { ...unzipSync(whole()), "bid.json": new TextEncoder().encode(forged) };
    const { stored: salvaged, lost } = await salvageBid(zipSync(parts));
    expect(salvaged).toEqual(await unpacked(whole()));
    expect(lost).toEqual([]);
  });

  test("without the log is the bid, its history begun again", async () => {
    const { stored: salvaged, lost } = await salvageBid(without("log.jsonl"));
    expect(salvaged?.bid).toEqual((await unpacked(whole())).bid);
    expect(salvaged?.log.entries.size).toBe(1);
    expect(lost[0]).toMatch(/^The history of the bid is lost/);
    expect(await packBid(salvaged as never)).toMatchObject({ ok: true });
  });

  test("with a log cut short is the bid as it is, and one entry that says what became of the rest", async () => {
    const lines = textOf(whole(), "log.jsonl").split("\n");
    const cut = new TextEncoder().encode(lines.slice(0, 3).join("\n").slice(0, -10));
    const {
      stored: salvaged,
      lost,
      mended,
    } = await salvageBid(zipSync({ ...unzipSync(without("log.jsonl")), "log.jsonl": cut }));
    if (!salvaged) throw new Error("nothing was salvaged");
    expect(salvaged.bid).toEqual((await unpacked(whole())).bid);
    expect([...salvaged.log.entries.values()].map(({ who }) => who)).toEqual(["Priya", "Priya", "Rescue"]);
    expect(lost[0]).toMatch(/^The history is whole only up to 2013-06-01 10:01/);
    expect(lost[1]).toMatch(/^Who changed what after 2013-06-01 10:01.+ is lost\.$/);
    expect(mended).toEqual(["What was changed after that is in the bid all the same."]);
    expect(await unpacked(await packed(salvaged))).toEqual(salvaged);
  });

  test("with neither whole is the bid as the sound part of the log makes it", async () => {
    const lines = textOf(whole(), "log.jsonl").split("\n");
    const cut = new TextEncoder().encode(lines.slice(0, 2).join("\n"));
    const parts = { ...unzipSync(without("log.jsonl", "bid.json")), "log.jsonl": cut };
    const { stored: salvaged, lost, mended } = await salvageBid(zipSync(parts));
    expect(salvaged?.bid.answers["award-requested"]).toBe(410_000_00);
    expect(lost[1]).toMatch(/^What was changed after 2013-06-01 10:01.+ is lost\.$/);
    expect(mended[0]).toMatch(/^The bid itself was damaged and was made again from its history, as it stood at 2013/);
  });

  test("names an attached file that is lost as the officer does", async () => {
    const [attached = ""] = Object.keys(unzipSync(whole())).filter((name) => name.startsWith("attachments/"));
    const { stored: salvaged, lost } = await salvageBid(without(attached));
    expect(lost).toEqual(["The attached file “letter.txt” is lost: attach it again."]);
    expect(salvaged?.attachments.size).toBe(0);
  });

  test("is never taken out of a bid that is attached to it", async () => {
    const inner = bytesOf("v1.bid");
    const outer = await packed(stored(emptyBid({ id: "outer" }), new Map([[sha256(inner), inner]])));
    const start = Buffer.from(outer).indexOf(Buffer.from("bid.json")) + 10;
    const logAt = Buffer.from(outer).indexOf(Buffer.from("log.jsonl")) + 12;
    const spoiled = new Uint8Array(outer).fill(0, start, start + 60).fill(0, logAt, logAt + 60);
    const { stored: salvaged } = await salvageBid(spoiled);
    expect(salvaged?.bid.id).not.toBe("bid-of-format-1");
  });

  test("is nothing where nothing is left, and which bid it was where that is", async () => {
    expect(await salvageBid(new Uint8Array())).toMatchObject({ stored: undefined });
    expect(await salvageBid(new Uint8Array(4096))).toMatchObject({ stored: undefined });
    expect(await salvageBid(without("bid.json", "log.jsonl"))).toMatchObject({
      stored: undefined,
      bid: "bid-of-format-2",
      head: [...(await unpacked(whole())).log.entries.keys()].at(-1),
    });
  });

  test("of a file by a newer Bidwright is what this one understands, to read only", async () => {
    const parts = unzipSync(whole());
    const newer = new TextEncoder().encode(JSON.stringify({ format: "bidwright-bid", version: 4, more: 1 }));
    const bytes = zipSync({ ...parts, "manifest.json": newer });
    expect(await unpackBid(bytes)).toMatchObject({ ok: false, error: { code: "newer" } });
    const { stored: salvaged, lost } = await salvageBid(bytes);
    expect(salvaged?.bid.id).toBe("bid-of-format-2");
    expect(lost[0]).toMatch(/^The file was saved by a newer Bidwright/);
  });

  /** The file as a newer Bidwright would have written it. */
  const byNewer = (bid: object) => {
    const parts = unzipSync(whole());
    const text = (value: object) => new TextEncoder().encode(JSON.stringify(value));
    const standing = { ...(JSON.parse(textOf(whole(), "bid.json")) as object), ...bid };
    return zipSync({
      ...parts,
      "manifest.json": text({ format: "bidwright-bid", version: 4 }),
      "bid.json": text(standing),
    });
  };

  test("of a file by a newer Bidwright is the bid as it stands, without the members that nobody here knows", async () => {
    const { stored: read, lost } = await salvageBid(byNewer({ title: "Newest", colour: "red" }));
    expect(read?.bid).toMatchObject({ id: "bid-of-format-2", title: "Newest" });
    expect(lost.slice(1)).toEqual([
      "It holds “colour”, which this Bidwright does not know and does not show.",
      "Its history cannot be read by this Bidwright and is not shown.",
    ]);
    const same = await salvageBid(byNewer({ scheme: { ...read?.bid.scheme, edition: 2 } }));
    expect(same.stored).toEqual(await unpacked(whole()));
    expect(same.lost.slice(1)).toEqual([
      "It holds “scheme › edition”, which this Bidwright does not know and does not show.",
    ]);
  });

  test("of a file by a newer Bidwright is what its history has, and is said to be that, where the bid cannot be read", async () => {
    const { stored: read, lost } = await salvageBid(byNewer({ title: "Newest", answers: [] }));
    expect(read?.bid).toEqual((await unpacked(whole())).bid);
    expect(lost.slice(1)).toEqual([
      expect.stringMatching(/^The bid as it now stands cannot be read by this Bidwright: bid\.json › answers: /),
      expect.stringMatching(/^You see it as its history has it at .+ It may have been changed since\.$/),
    ]);
  });
});
