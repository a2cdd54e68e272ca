// Run by kill-while-typing.test.ts: opens a bid, says every edit that is durable, saves now and then, until it is killed.
import { once } from "node:events";
import path from "node:path";
import { bidFilesOn } from "../../../electron/adapters/bid-file.ts";
import { sha256 } from "../../../electron/adapters/hash.ts";
import { journalsIn } from "../../../electron/adapters/journals.ts";
import { createPlaces } from "../../../electron/adapters/places.ts";
import { applyAll, append } from "../../../src/history/log.ts";
import type { StoredBid } from "../../../src/services/ports.ts";
import { typedIn, withJournal } from "./typed-bid.ts";

/** Processes are started before they are needed, and told then where the bid is. */
async function whereToType(): Promise<string> {
  const [words] = (await once(process.stdin, "data")) as [Buffer];
  return words.toString().trim();
}

async function typeOn(folder: string): Promise<never> {
  const places = createPlaces(folder);
  const files = bidFilesOn(places);
  const journals = journalsIn(path.join(folder, "journals"));
  const { token } = places.file(path.join(folder, "Ours.bid"));
  const read = await files.read(token);
  if (!read.ok) throw new Error(read.error.message);
  let onDisk = read.value.sha256;
  let stored: StoredBid = withJournal(read.value, (await journals.read(read.value.bid.id)).entries);

  const save = async () => {
    const { log } = stored;
    const written = await files.write(token, stored, onDisk);
    if (!written.ok) throw new Error(written.error.message);
    onDisk = written.value.sha256;
    await journals.forget(stored.bid.id, new Set(log.entries.keys()));
  };

  let saving: Promise<void> | undefined;
  for (;;) {
    const typed = typedIn(stored) + 1;
    stored = edited(stored, typed);
    const kept = await journals.append(stored.bid.id, [...stored.log.entries.values()].slice(-1));
    if (!kept.ok) throw new Error(kept.error.message);
    process.stdout.write(`${typed}\n`);
    saving ??= save().finally(() => (saving = undefined));
  }
}

function edited(stored: StoredBid, typed: number): StoredBid {
  const changes = [{ do: "answer" as const, question: "typed", value: typed, was: typed - 1 }];
  const bid = applyAll(stored.bid, changes);
  if (!bid.ok) throw new Error(bid.error);
  const content = { at: new Date().toISOString(), who: "Priya", about: "Typed on", changes };
  return { ...stored, bid: bid.value, log: append(stored.log, content, sha256) };
}

void whereToType().then(typeOn);
