import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { zipSync, type Zippable } from "fflate";
import { describe, expect, test } from "vitest";
import { packBid, unpackBid } from "../../electron/adapters/bid-container.ts";
import { readJson } from "../../electron/adapters/plain-json.ts";
import { walkZip } from "../../electron/adapters/zip-walk.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { projectRoot } from "../support/bidwright.ts";
import { deflateBomb } from "../support/harmful-files.ts";
import { stored } from "../support/stored.ts";

const corpus = path.join(projectRoot, "../shared/corpus");
const there = existsSync(corpus);
const filesIn = (folder: string) =>
  there ? readdirSync(path.join(corpus, folder)).map((name) => [name] as const) : [];
const bytesOf = (...names: string[]) => new Uint8Array(readFileSync(path.join(corpus, ...names)));
const text = (words: string) => new TextEncoder().encode(words);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const bid: Bid = {
  id: "b1",
  title: "Ours",
  scheme: { id: "tca-2013-14", version: "1.0.0" },
  strand: "limited-sharing",
  marking: "OFFICIAL",
  answers: {},
};

const why = async (bytes: Uint8Array) => {
  const read = await unpackBid(bytes);
  return read.ok ? "opened" : read.error.says;
};

/** A bid file with any parts, its list of parts right unless told otherwise. */
function bidFile(parts: Record<string, Uint8Array>, list?: unknown): Uint8Array {
  const entries = Object.entries(parts);
  const listed = entries.map(([name, bytes]) => ({ name, sha256: sha256(bytes), bytes: bytes.length }));
  const manifest = list ?? { format: "bidwright-bid", version: 1, parts: listed };
  return zipSync({ ...parts, "manifest.json": text(JSON.stringify(manifest)) });
}

const bidJson = text(JSON.stringify(bid));

describe("a file that is no bid", () => {
  test.each([
    ["a PDF", text("%PDF-1.7")],
    ["an old Office file or one with a password", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])],
    ["plain text", text("bid")],
    ["a zip of something else", zipSync({ "word/document.xml": text("<w/>") })],
    ["a zip with nothing in it", zipSync({})],
    ["a list of parts that is no JSON", zipSync({ "manifest.json": text("{") })],
    ["someone else's manifest", zipSync({ "manifest.json": text('{"format":"other","version":1}') })],
  ])("%s is refused in plain words", async (_, bytes) => {
    expect(await why(bytes)).toBe("is not a bid file: Bidwright did not write it");
  });
});

describe("a bid file that is damaged or made to harm", () => {
  test.each<[string, Uint8Array, string]>([
    ["is empty", new Uint8Array(), "is damaged: it is empty"],
    ["is nothing but zeros", new Uint8Array(5000), "is damaged: its beginning is lost"],
    [
      "lost its list of parts",
      zipSync({ "bid.json": bidJson }),
      "is damaged: its list of parts is missing or cannot be read",
    ],
    ["has no bid", bidFile({}), "is damaged: it has no bid.json"],
    ["was cut in its middle", bidFile({ "bid.json": text("{") }), "is damaged: its part bid.json is damaged at line 1"],
    [
      "holds a part nobody listed",
      bidFile({ "bid.json": bidJson, "x.js": text("1") }, list(["bid.json", bidJson])),
      "is damaged: it holds x.js, which its list of parts does not name",
    ],
    [
      "lists a part no bid has",
      bidFile({ "bid.json": bidJson, "x.js": text("1") }),
      "is damaged: its list of parts names x.js, which no bid has",
    ],
    [
      "lists a part that is missing",
      bidFile({ "bid.json": bidJson }, list(["bid.json", bidJson], [`attachments/${sha256(text("1"))}`, text("1")])),
      `is damaged: its part attachments/${sha256(text("1"))} is missing or changed`,
    ],
    [
      "holds an attachment under another's name",
      bidFile({ "bid.json": bidJson, [`attachments/${"0".repeat(64)}`]: text("1") }),
      `is damaged: its part attachments/${"0".repeat(64)} is missing or changed`,
    ],
    [
      "was changed",
      bidFile({ "bid.json": text(JSON.stringify({ ...bid, title: "Theirs" })) }, list(["bid.json", bidJson])),
      "is damaged: its part bid.json is missing or changed",
    ],
    [
      "has answers that are a list",
      bidFile({ "bid.json": text(JSON.stringify({ ...bid, answers: [] })) }),
      "is damaged: bid.json › answers: Invalid input: expected record, received array",
    ],
    [
      "has a marking there is not",
      bidFile({ "bid.json": text(JSON.stringify({ ...bid, marking: "SECRET" })) }),
      'is damaged: bid.json › marking: Invalid option: expected one of "OFFICIAL"|"OFFICIAL-SENSITIVE"',
    ],
    [
      "is 65 levels deep",
      bidFile({ "bid.json": text(`${"[".repeat(65)}${"]".repeat(65)}`) }),
      "is damaged: its part bid.json is more than 64 levels deep",
    ],
    [
      "says one thing twice, so that two readers could see two bids",
      bidFile({ "bid.json": text(JSON.stringify(bid, undefined, 2).replace("{", '{\n  "title": "Theirs",')) }),
      "is damaged: its part bid.json gives “title” twice at line 4",
    ],
    [
      "says it twice in other letters",
      bidFile({ "bid.json": text(JSON.stringify(bid).replace("{", '{"\\u0074itle":"Theirs",')) }),
      "is damaged: its part bid.json gives “title” twice",
    ],
    [
      "names its parts twice",
      zipSync({
        "bid.json": bidJson,
        "manifest.json": text('{"format":"bidwright-bid",\n"version":1,\n"parts":[],\n"version":2}'),
      }),
      "is damaged: its part manifest.json gives “version” twice at line 4",
    ],
    [
      "comes from a newer Bidwright",
      bidFile({ "bid.json": bidJson, "log.jsonl": text("{}") }, { format: "bidwright-bid", version: 4, more: true }),
      "was saved by a newer Bidwright (bid format 4; this one reads up to 3), so it was left as it is",
    ],
  ])("%s: refused, and said where", async (_, bytes, words) => {
    expect(await why(bytes)).toBe(words);
  });

  test.each([
    "../bid.json",
    "/bid.json",
    "C:/bid.json",
    "a\\b.json",
    "attachments/../bid.json",
    "a//b",
    ".hidden",
    "a\0b",
    "résumé.json",
  ])("holds a part called %j: refused", async (name) => {
    expect(await why(bidFile({ "bid.json": bidJson, [name]: text("1") }))).toMatch(/not allowed|damaged/);
  });

  test("every byte of it flipped in turn is noticed, or changes nothing", async () => {
    const whole = bidFile({ "bid.json": bidJson });
    const opened: string[] = [];
    for (let at = 0; at < whole.length; at += 1) {
      const read = await unpackBid(whole.with(at, (whole[at] ?? 0) ^ 0x10));
      if (read.ok) opened.push(JSON.stringify(read.value.bid));
    }
    expect(new Set(opened)).toEqual(new Set([JSON.stringify(bid)]));
  });

  test("cut short anywhere it is refused", async () => {
    const whole = bidFile({ "bid.json": bidJson });
    for (let length = 0; length < whole.length; length += 1)
      expect(await why(whole.subarray(0, length))).not.toBe("opened");
  });
});

function list(...parts: [string, Uint8Array][]) {
  const listed = parts.map(([name, bytes]) => ({ name, sha256: sha256(bytes), bytes: bytes.length }));
  return { format: "bidwright-bid", version: 1, parts: listed };
}

describe("a zip that would fill the memory", () => {
  const limits = { entries: 10, expanded: 1024 * 1024, ratio: 100, ratioFrom: 100 * 1024 };
  const tooMuch = "would unpack to far more than a bid can hold";
  const noise = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7919 + (at >> 3) * 104729) % 251);

  test.each<[string, Zippable, string]>([
    ["a thousand times its size", { a: new Uint8Array(300 * 1024) }, tooMuch],
    [
      "many parts that are each small",
      Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`p${at}`, text("1")])),
      "holds more than 10 parts",
    ],
    [
      "parts that together are too much",
      { a: [noise(600 * 1024), { level: 0 }], b: [noise(600 * 1024), { level: 0 }] },
      tooMuch,
    ],
  ])("%s: refused", async (_, parts, words) => {
    expect(await walkZip(zipSync(parts), limits)).toEqual({ ok: false, error: words });
  });

  test("two hundred megabytes of nothing are refused without the memory", async () => {
    const bytes = deflateBomb();
    const before = process.memoryUsage().rss;
    expect(await why(bytes)).toBe(tooMuch);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  test("a part that says it is small and is not is refused", async () => {
    const bytes = zipSync({ "bid.json": [noise(300 * 1024), { level: 0 }] });
    const view = new DataView(bytes.buffer);
    const central = Buffer.from(bytes).lastIndexOf(Buffer.from("PK\u0001\u0002", "latin1"));
    view.setUint32(central + 24, 10, true);
    expect(await walkZip(bytes)).toEqual({ ok: false, error: "is damaged: it cannot be unpacked" });
  });

  test("an honest bid of one letter a million times can be opened again", async () => {
    const long = { ...bid, answers: { summary: "a".repeat(1_000_000) } };
    const packed = await packBid(stored(long));
    expect(packed.ok && (await why(packed.value))).toBe("opened");
  });
});

describe.skipIf(!there)("zips of other projects' test suites (in ../shared/corpus, where it is present)", () => {
  test.each(filesIn("zip/yauzl-failure"))("%s is refused", async (name) => {
    expect(await walkZip(bytesOf("zip/yauzl-failure", name))).toMatchObject({ ok: false });
  });

  test.each([...filesIn("zip/yauzl-success"), ...filesIn("zip/payloads"), ...filesIn("zip/docx-poi")])(
    "%s is no bid, and is told apart from one",
    async (name) => {
      const folder = ["zip/yauzl-success", "zip/payloads", "zip/docx-poi"].find((one) =>
        existsSync(path.join(corpus, one, name)),
      );
      expect(await why(bytesOf(folder ?? "", name))).toMatch(
        /^(?:is not a bid file|is damaged|is protected by a password|holds |would unpack)/,
      );
    },
  );
});

describe.skipIf(!there)("JSON of a public test suite (in ../shared/corpus, where it is present)", () => {
  const names = there ? readdirSync(path.join(corpus, "strings/json-test-suite")) : [];
  const called = (start: string) => names.filter((name) => name.startsWith(start)).map((name) => [name] as const);

  test.each(called("n_"))("%s is refused", (name) => {
    expect(readJson(bytesOf("strings/json-test-suite", name))).toMatchObject({ ok: false });
  });

  const [twice, once] = [called("y_object_duplicated_key"), called("y_")];

  test.each(twice)("%s is refused, because readers differ over it", (name) => {
    expect(readJson(bytesOf("strings/json-test-suite", name))).toEqual({ ok: false, error: "gives “a” twice" });
  });

  test.each(once.filter(([name]) => !twice.some(([other]) => other === name)))(
    "%s is read, and then no bid",
    async (name) => {
      const bytes = bytesOf("strings/json-test-suite", name);
      expect(readJson(bytes)).toMatchObject({ ok: true });
      expect(await why(bidFile({ "bid.json": bytes }))).toMatch(/^is damaged: bid\.json/);
    },
  );

  test.each(called("i_"))("%s is read or refused, and nothing falls over", (name) => {
    expect(readJson(bytesOf("strings/json-test-suite", name))).toHaveProperty("ok");
  });
});
