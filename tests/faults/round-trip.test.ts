import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packBid, unpackBid } from "../../electron/adapters/bid-container.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { emptyBid } from "../support/bids.ts";
import { projectRoot } from "../support/bidwright.ts";
import { stored } from "../support/stored.ts";
import { longRuns } from "./support/long-runs.ts";

const runs = longRuns(300, 10_000);

/** Texts that other programs stumbled over, where they are present. */
const list = path.join(projectRoot, "../shared/corpus/strings/blns/blns.json");
const naughty = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as string[]) : [""];

// No question can be called so, and an object's own machinery must never be reached from a file.
const question = fc.string({ unit: "binary" }).filter((name) => name !== "__proto__");
const answer = fc.oneof(
  fc.jsonValue({ maxDepth: 6 }),
  fc.array(fc.record({ id: fc.uuid(), cells: fc.dictionary(question, fc.constantFrom(...naughty)) }), { maxLength: 3 }),
  fc.constantFrom(...naughty),
);

test(
  `what is saved is what comes back, whatever its texts, ${runs} times`,
  { timeout: 30_000 + runs * 60 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...naughty), fc.dictionary(question, answer), async (title, answers) => {
        const wanted = emptyBid({ title, answers: JSON.parse(JSON.stringify(answers)) as Bid["answers"] });
        const packed = await packBid(stored(wanted));
        if (!packed.ok) throw new Error(packed.error);
        const read = await unpackBid(packed.value);
        if (!read.ok) throw new Error(read.error.says);
        expect(JSON.stringify(read.value.bid)).toBe(JSON.stringify(stored(wanted).bid));
      }),
      { numRuns: runs },
    );
  },
);
