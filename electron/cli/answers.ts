import { readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { readAnswersFile, schemeNamedIn, writeAnswersFile } from "../../src/bids/answers-file.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { openForCommand, schemeOf, type CommandPorts } from "./bid-on-disk.ts";
import { Refusal } from "./refusal.ts";

const largest = 2_000_000;

/** The bid that an answers file describes, with an identity of its own. */
export async function bidFromAnswers(ports: CommandPorts, file: string): Promise<Bid> {
  const name = path.basename(file);
  const text = await readText(file);
  const id = schemeNamedIn(name, text);
  if (!id.ok) throw new Refusal(id.error);
  const scheme = await schemeOf(ports, id.value);
  const read = readAnswersFile({ name, text }, scheme, (wanted) => beside(file, wanted));
  if (!read.ok) throw new Refusal(read.error);
  return { id: ports.ids.next(), ...read.value.bid };
}

async function readText(file: string): Promise<string> {
  const name = `“${path.basename(file)}”`;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Refusal([`${name} is not there, or is not a file. Check its name.`]);
  if (found.size > largest) throw new Refusal([`${name} is too long for an answers file (2 MB is the most).`]);
  return readFile(file, "utf8").catch(() => {
    throw new Refusal([`${name} may not be opened by you.`]);
  });
}

/** A file that another extends stands beside it, and nowhere else. */
function beside(file: string, wanted: string): string | undefined {
  if (wanted !== path.basename(wanted)) return undefined;
  try {
    return readFileSync(path.join(path.dirname(file), `${wanted}.yaml`), "utf8");
  } catch {
    return undefined;
  }
}

/** The answers of a bid as a person can read and change them, and the files they name. */
export async function answersOfBid(ports: CommandPorts, file: string): Promise<AnswersOfBid> {
  const { bid, scheme, attachments } = await openForCommand(ports, file);
  return { text: writeAnswersFile(bid, scheme), bid, attachments };
}

export interface AnswersOfBid {
  text: string;
  bid: Bid;
  attachments: ReadonlyMap<string, Uint8Array>;
}
