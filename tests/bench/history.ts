import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bidFilesOn } from "../../electron/adapters/bid-file.ts";
import { sha256 } from "../../electron/adapters/hash.ts";
import { journalsIn } from "../../electron/adapters/journals.ts";
import { createPlaces } from "../../electron/adapters/places.ts";
import { provedHereIn } from "../../electron/adapters/proved-here.ts";
import { applyEdit, rowsOf, type Edit } from "../../src/bids/edit.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import type { Row } from "../../src/fields/kinds/table.ts";
import { changeFor } from "../../src/history/change.ts";
import { beginLog, entryId, headEntry, type Entry, type NewEntry } from "../../src/history/log.ts";
import type { StoredBid } from "../../src/services/ports.ts";
import { example, scheme } from "../support/bidwright.ts";
import { answeredQuestions, largeBid } from "../support/bids.ts";
import { modelYears } from "../../src/schemes/cash-model.ts";
import { questionsOf } from "../../src/schemes/scheme-schema.ts";
import { longAnswer } from "../support/histories.ts";
import { openInNewApp } from "./just-started.ts";
import { measure, report, type Timing } from "./measure.ts";

const edits = 10_000;
const openings = 9;
const loaded = scheme("green-book-business-case");
const [firstYear = ""] = modelYears(loaded);
const written = questionsOf(loaded)
  .filter(({ kind }) => kind === "rich-text")
  .slice(0, 6);
const goals = { opening: 500, durable: 20, growth: 300 };

function onDisk(folder: string) {
  const places = createPlaces(folder);
  const { token } = places.file(path.join(folder, "Ours.bid"));
  return {
    files: bidFilesOn(places, { proved: provedHereIn(path.join(folder, "data/proved")) }),
    journals: journalsIn(path.join(folder, "journals")),
    token,
  };
}

const words = "We join two teams and share one system so that nobody in Halton waits longer than before April".split(
  " ",
);

/** What an officer does, mixed: mostly words typed into long answers, then amounts, lines that come and go, and small answers. */
function editNumber(bid: Bid, index: number): Edit {
  if (index % 10 < 5) return typedWords(index);
  const rows = rowsOf(bid, "costs");
  const row = idOf(rows[(index * 7) % rows.length]);
  if (index % 10 < 8)
    return { do: "cell", question: "costs", row, column: "amounts", value: { [firstYear]: index * 100 } };
  if (index % 10 === 8)
    return { do: "cell", question: "costs", row, column: "description", value: `Line called ${index}` };
  if (index % 30 === 9) return { do: "add-row", question: "costs", row: { ...(rows[0] as Row), id: randomUUID() } };
  if (index % 30 === 19) return { do: "remove-row", question: "costs", row: idOf(rows.at(-1)) };
  return { do: "answer", question: "award-requested", value: index * 1000 };
}

const idOf = (one: { id: string } | undefined) => one?.id ?? "";

function typedWords(index: number): Edit {
  const typed = Array.from({ length: (index * 13) % 90 }, (_, at) => words[(index + at * 5) % words.length]);
  const question = idOf(written[index % written.length]);
  return { do: "answer", question, value: longAnswer([["How it will work."], typed as string[]]) };
}

function longHistory(start: Bid): StoredBid {
  const began = beginLog(start, { who: "Priya Shah", at: "2013-06-01T09:00:00.000Z" }, sha256);
  const entries = new Map<string, Entry>(began.entries);
  let [bid, head] = [headEntry(began).start ?? start, began.head];
  for (let index = 0; index < edits; index += 1) {
    const edit = editNumber(bid, index);
    const applied = applyEdit(bid, edit);
    if (!applied.ok) throw new Error(applied.error.message);
    const at = new Date(Date.UTC(2013, 5, 1, 9) + index * 4321).toISOString();
    const who = index % 3 === 0 ? "Tom Okafor" : "Priya Shah";
    const content: NewEntry = {
      parents: [head],
      at,
      who,
      about: "Changed “How it works”",
      changes: [changeFor(bid, edit)],
    };
    head = entryId(content, sha256);
    entries.set(head, { id: head, ...content });
    bid = applied.value.bid;
  }
  return { bid, log: { entries, head }, attachments: new Map() };
}

async function sizeOf(folder: string, stored: StoredBid): Promise<number> {
  const { files, token } = onDisk(folder);
  const written = await files.write(token, stored, "any");
  if (!written.ok) throw new Error(written.error.message);
  return statSync(path.join(folder, "Ours.bid")).size;
}

/** @param dataOf the folder in which the app keeps what it remembers, for each opening; a new one knows nothing of the file */
async function timeOpening(name: string, folder: string, dataOf: (run: number) => string): Promise<Timing> {
  const times: number[] = [];
  for (let run = 0; run < openings; run += 1) {
    times.push(await openInNewApp({ folder, data: path.join(folder, dataOf(run)), file: "Ours.bid" }));
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    name,
    median: sorted[Math.floor(openings / 2)] ?? NaN,
    p95: sorted.at(-1) ?? NaN,
  };
}

async function run(folder: string): Promise<void> {
  const start = largeBid(loaded, example(loaded, "stockport-joint-front-door").bid, 500);
  const began = beginLog(start, { who: "Priya Shah", at: "2013-06-01T09:00:00.000Z" }, sha256);
  const before = await sizeOf(folder, { bid: headEntry(began).start ?? start, log: began, attachments: new Map() });
  const stored = longHistory(start);
  const after = await sizeOf(folder, stored);

  const floor = await measure(
    "floor: the bid to JSON and back",
    100,
    () => JSON.parse(JSON.stringify(stored.bid)) as unknown,
  );
  const { journals, files, token } = onDisk(folder);
  const entries = [...stored.log.entries.values()];
  const durable = await measure("one edit, until it is durable", 1000, (index) =>
    journals.append(stored.bid.id, entries.slice(index + 1, index + 2)),
  );
  await journals.forget(stored.bid.id, new Set(stored.log.entries.keys()));
  const saving = await measure("saving all of it", 10, () => files.write(token, stored, "any"));
  const opening = await timeOpening("opening it in the app, just started", folder, () => "data");
  const fromOthers = await timeOpening("opening it where it was never seen", folder, (run) => `new ${run}`);

  const lines = rowsOf(start, "costs").length + rowsOf(start, "savings").length;
  console.log(`${edits} edits on a bid of ${answeredQuestions(loaded, start).length} answers and ${lines} lines:`);
  console.log(
    report([floor, durable, saving, opening, fromOthers], {
      [durable.name]: goals.durable,
      [opening.name]: goals.opening,
      [fromOthers.name]: goals.opening,
    }),
  );
  const growth = (after - before) / edits;
  console.log(
    `file: ${before} bytes, then ${after}: ${growth.toFixed(1)} bytes an edit, ${growth <= goals.growth ? "within" : "OVER"} ${goals.growth}`,
  );
}

const folder = mkdtempSync(path.join(tmpdir(), "bidwright-history-"));
try {
  await run(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
