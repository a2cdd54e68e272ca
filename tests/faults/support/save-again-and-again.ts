// Run by kill-during-save.test.ts: saves version after version of a bid until it is killed.
import { randomFillSync } from "node:crypto";
import { packBid } from "../../../electron/adapters/bid-container.ts";
import { sha256 } from "../../../electron/adapters/hash.ts";
import { saveFile } from "../../../electron/adapters/save-file.ts";
import type { Bid } from "../../../src/bids/bid-schema.ts";
import { beginLog } from "../../../src/history/log.ts";

const [file = "", first = "1"] = process.argv.slice(2);
const attached = randomFillSync(new Uint8Array(1024 * 1024));
const attachments = new Map([[sha256(attached), attached]]);

async function saveOnAndOn(): Promise<never> {
  for (let version = Number(first); ; version += 1) {
    const bid: Bid = {
      id: "b1",
      title: `Version ${version}`,
      scheme: { id: "tca-2013-14", version: "1.0.0" },
      strand: "limited-sharing",
      marking: "OFFICIAL",
      answers: { summary: `Version ${version}. `.repeat(2000) },
    };
    const log = beginLog(bid, { who: "Priya", at: "2013-06-01T09:00:00.000Z" }, sha256);
    const packed = await packBid({ bid, log, attachments });
    if (!packed.ok) throw new Error(packed.error);
    const saved = await saveFile(file, packed.value);
    if (!saved.ok) throw new Error(saved.error.code);
    process.stdout.write(`${version}\n`);
  }
}

void saveOnAndOn();
