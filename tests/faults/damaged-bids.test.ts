import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { packBid, unpackBid } from "../../electron/adapters/bid-container.ts";
import { salvageBid } from "../../electron/adapters/bid-salvage.ts";
import { sha256 } from "../../electron/adapters/hash.ts";
import { stateAt } from "../../src/history/log.ts";
import type { Salvage, StoredBid } from "../../src/services/ports.ts";
import { projectRoot } from "../support/bidwright.ts";
import { acts, perform, startLog, stateOf } from "../support/histories.ts";

/** A bid with forty people's edits and two attached files. */
let original: StoredBid;
let whole: Uint8Array;
/** Every state it ever had: what is rescued is one of these, or what was never there was made up. */
let everState: Set<string>;

beforeAll(async () => {
  const [done] = fc.sample(fc.array(acts, { minLength: 40, maxLength: 40 }), { numRuns: 1, seed: 2013 });
  let log = startLog();
  for (const [index, act] of (done ?? []).entries()) log = perform(log, `Person ${index}`, act);
  const files = [
    new TextEncoder().encode("A letter.\n".repeat(200)),
    new Uint8Array(readFileSync(path.join(projectRoot, "tests/support/formats/v2.bid"))),
  ];
  original = { bid: stateOf(log), log, attachments: new Map(files.map((bytes) => [sha256(bytes), bytes])) };
  const packed = await packBid(original);
  if (!packed.ok) throw new Error(packed.error);
  whole = packed.value;
  const states = [...log.entries.keys()].map((id) => stateAt(log, id));
  everState = new Set(states.map((state) => (state.ok ? canonical(state.value) : "")));
});

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

interface Outcome {
  opened: boolean;
  salvage: Salvage;
}

/** What is opened is the original; what is not is rescued as far as it is sound, and what is missing is said. */
async function openOrRescue(bytes: Uint8Array, what: string): Promise<Outcome> {
  const read = await unpackBid(bytes);
  if (read.ok) expect(read.value, what).toEqual(original);
  const salvage = await salvageBid(bytes);
  if (salvage.stored) nothingMadeUp(salvage.stored, salvage.lost, what);
  if (!isAll(salvage.stored)) expect(salvage.lost, what).not.toEqual([]);
  return { opened: read.ok, salvage };
}

function nothingMadeUp({ bid, attachments }: StoredBid, lost: readonly string[], what: string): void {
  const doubtful = lost.some((sentence) => /checksum is wrong|more than one bid/.test(sentence));
  if (!doubtful) expect(everState.has(canonical(bid)), what).toBe(true);
  for (const [hash, file] of attachments) expect(sha256(file), what).toBe(hash);
}

function isAll(stored: StoredBid | undefined): boolean {
  if (!stored || canonical(stored.bid) !== canonical(original.bid)) return false;
  const { attachments, log } = stored;
  return attachments.size >= original.attachments.size && log.entries.size >= original.log.entries.size;
}

/** The usual report would print the whole file. */
function reporter(run: {
  failed: boolean;
  errorInstance: unknown;
  seed: number;
  counterexamplePath: string | null;
}): void {
  if (!run.failed) return;
  throw new Error(`${String(run.errorInstance)}; seed ${run.seed}, path ${run.counterexamplePath}`);
}

/** What was rescued can be saved and opened as any other bid. */
async function savedAgain({ stored }: Salvage): Promise<boolean> {
  const packed = stored && (await packBid(stored));
  const read = packed?.ok ? await unpackBid(packed.value) : undefined;
  return read?.ok === true && canonical(read.value.bid) === canonical(stored?.bid);
}

describe("a damaged bid", () => {
  test("cut short at every 64th byte is refused, and what is sound of it is rescued", async () => {
    let rescued = 0;
    for (let length = 0; length < whole.length; length += 64) {
      const { opened, salvage } = await openOrRescue(whole.subarray(0, length), `cut at ${length}`);
      expect(opened).toBe(false);
      if (salvage.stored) {
        rescued += 1;
        expect(await savedAgain(salvage), `cut at ${length}`).toBe(true);
      }
    }
    // Nothing can be had while even bid.json is cut; nearly everything can from then on.
    expect(rescued).toBeGreaterThan((whole.length / 64) * 0.7);
  });

  test("of which only the very beginning is left is known as a damaged bid, and what there is can be asked for", async () => {
    for (let length = 0; length < 400; length += 1) {
      const read = await unpackBid(whole.subarray(0, length));
      if (length !== 1) expect(read, `cut at ${length}`).toMatchObject({ ok: false, error: { code: "damaged" } });
    }
    const other = zipSync({ "word/document.xml": new Uint8Array(500) });
    expect(await unpackBid(other.subarray(0, 100))).toMatchObject({ ok: false, error: { code: "cannot-read" } });
  });

  test("with zeros from every 64th byte on loses no more than if it ended there", async () => {
    for (let length = 0; length < whole.length; length += 64) {
      const { opened } = await openOrRescue(new Uint8Array(whole).fill(0, length), `zeros from ${length}`);
      expect(opened).toBe(false);
    }
  });

  test(
    "spoiled at random 5,000 times never opens as something else, and is rescued or said to be lost",
    { timeout: 300_000 },
    async () => {
      const anywhere = fc.nat({ max: whole.length - 1 });
      const flip = fc
        .tuple(anywhere, fc.nat({ max: 7 }))
        .map(([at, bit]) => whole.with(at, (whole[at] ?? 0) ^ (1 << bit)));
      const write = fc
        .tuple(anywhere, fc.uint8Array({ minLength: 1, maxLength: 600 }))
        .map(([at, bytes]) => whole.with(0, whole[0] ?? 0).map((byte, index) => bytes[index - at] ?? byte));
      const cutOut = fc
        .tuple(anywhere, fc.nat({ max: 2000 }))
        .map(([at, length]) => Buffer.concat([whole.subarray(0, at), whole.subarray(at + length)]));
      const block = fc
        .tuple(anywhere, fc.nat({ max: 4096 }))
        .map(([at, length]) => new Uint8Array(whole).fill(0, at, at + length));
      const swapped = anywhere.map((at) => Buffer.concat([whole.subarray(at), whole.subarray(0, at)]));
      let [opened, rescued, runs] = [0, 0, 0];
      await fc.assert(
        fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: flip }, write, cutOut, block, swapped), async (bytes) => {
          const outcome = await openOrRescue(new Uint8Array(bytes), "spoiled");
          runs += 1;
          if (outcome.opened) opened += 1;
          if (outcome.salvage.stored) rescued += 1;
        }),
        { numRuns: 5000, endOnFailure: true, reporter },
      );
      expect(rescued).toBeGreaterThan(runs * 0.9);
      // A flip in a date or a comment of the zip changes nothing; most others must be noticed.
      expect(opened).toBeLessThan(runs * 0.5);
    },
  );
});
