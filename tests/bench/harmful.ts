import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packBid, unpackBid } from "../../electron/adapters/bid-container.ts";
import { salvageBid } from "../../electron/adapters/bid-salvage.ts";
import { saveFile } from "../../electron/adapters/save-file.ts";
import { loadScheme } from "../../src/schemes/load-scheme.ts";
import { parseYaml } from "../../src/schemes/yaml-file.ts";
import { example, scheme, schemeFiles, shared } from "../support/bidwright.ts";
import { deflateBomb, heldDisk, longYaml, nestedConditions } from "../support/harmful-files.ts";
import { stored } from "../support/stored.ts";
import { measure, report } from "./measure.ts";

/** In milliseconds. What harms is refused soon, and what only holds a save up holds it up for little. */
const goal = 2000;

const bid = example(scheme("tca-2013-14"), "cheshire").bid;
const floor = await measure("floor: the bid to JSON and back", 100, () => JSON.parse(JSON.stringify(bid)) as unknown);

function mustBeRefused(read: { ok: boolean }): void {
  if (read.ok) throw new Error("What harms was not refused");
}

const bomb = deflateBomb();
const refusals = [
  await measure("200 MB of nothing, as a bid", 5, async () => mustBeRefused(await unpackBid(bomb))),
  ...(await inTurn(longYaml, ([name, text]) =>
    measure(`as a scheme: ${name}`, 3, () => mustBeRefused(parseYaml("rules.yaml", text))),
  )),
  await measure("a scheme with conditions on lines within conditions on lines", 3, () => {
    const files = schemeFiles("tca-2013-14");
    files.set("rules.yaml", nestedConditions(files.get("rules.yaml") ?? ""));
    mustBeRefused(loadScheme(files, shared()));
  }),
];

const packed = await packBid(stored(bid));
if (!packed.ok) throw new Error(packed.error);
const whole = packed.value;
const cuts = 100;
const rescued = await measure("a bid cut short anywhere, looked into for what is sound", cuts, async (run) => {
  const bytes = whole.subarray(0, Math.floor((whole.length * (run % cuts)) / cuts));
  mustBeRefused(await unpackBid(bytes));
  await salvageBid(bytes);
});

const folder = mkdtempSync(path.join(tmpdir(), "bidwright-harmful-"));
const held = await measure("a save that is refused its place five times", 1, async (run) => {
  const saved = await saveFile(path.join(folder, `${run}.bid`), new Uint8Array(50_000), { disk: heldDisk(5) });
  if (!saved.ok) throw new Error(saved.error.code);
});
rmSync(folder, { recursive: true, force: true });

const all = [...refusals, rescued, held];
console.log("What is made to harm, or holds a file:");
console.log(report([floor, ...all], Object.fromEntries(all.map(({ name }) => [name, goal]))));

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
