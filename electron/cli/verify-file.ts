import path from "node:path";
import { missingFiles } from "../../src/bids/attached-files.ts";
import { headEntry, stateAt, verifyLog } from "../../src/history/log.ts";
import { same } from "../../src/history/same.ts";
import type { StoredBid } from "../../src/services/ports.ts";
import type { CommandPorts } from "./bid-on-disk.ts";
import { Refusal } from "./refusal.ts";
import { savedHere } from "./saved-here.ts";
import { waitingFor } from "./waiting.ts";

export interface Verdict {
  file: string;
  sound: boolean;
  faults: string[];
  /** Of a damaged file: what is gone or doubtful, and what would be put right by recovering it. */
  lost: string[];
  mended: string[];
  title: string;
  entries: number;
  attachments: number;
  /** ISO time of the newest entry. */
  newest: string;
  /** Changes kept on this computer that the file does not hold. */
  waiting: number;
}

/**
 * Reads a file again and works out every hash and every step of its history. A damaged file is judged by what is sound of it.
 *
 * @throws {@link Refusal} where nothing can be read
 */
export async function verifyFile(ports: CommandPorts, given: string): Promise<Verdict> {
  const { token } = ports.places.file(given);
  const read = await ports.bidFiles.read(token);
  if (read.ok) return verdictOn(ports, given, { stored: read.value, faults: faultsOf(ports, read.value) });
  const { code, message } = read.error;
  if (code === "newer") throw new Refusal([message]);
  if (code !== "damaged") throw new Refusal([message, ...(await keptHere(ports, given))]);
  const { stored, bid, lost, mended } = await ports.bidFiles.salvage(token);
  if (stored) return verdictOn(ports, given, { stored, faults: [message], lost, mended });
  throw new Refusal([message, ...lost, ...(bid === undefined ? await keptHere(ports, given) : [])]);
}

/** What this computer last saved under the name of a file that cannot be read. */
async function keptHere(ports: CommandPorts, given: string): Promise<string[]> {
  const place = await savedHere(ports, given);
  const advice = `What this computer keeps of it can be had: recover ${path.basename(given)}`;
  return place ? [place.says, advice] : [];
}

interface Judged {
  stored: StoredBid;
  faults: string[];
  lost?: string[];
  mended?: string[];
}

async function verdictOn(
  ports: CommandPorts,
  given: string,
  { stored, faults, lost = [], mended = [] }: Judged,
): Promise<Verdict> {
  const { bid, log, attachments } = stored;
  return {
    file: path.resolve(given),
    sound: faults.length === 0,
    faults,
    lost,
    mended,
    title: bid.title,
    entries: log.entries.size,
    attachments: attachments.size,
    newest: headEntry(log).at,
    waiting: await waitingFor(ports, bid.id, log),
  };
}

function faultsOf(ports: CommandPorts, stored: StoredBid): string[] {
  const { bid, log, attachments } = stored;
  const chain = verifyLog(log, ports.bytes.hashText);
  if (chain.length > 0) return chain;
  const state = stateAt(log, log.head);
  const differs = state.ok && !same(state.value, bid) ? ["The bid is not what its history makes of it."] : [];
  const changed = [...attachments].filter(([hash, bytes]) => ports.bytes.sha256(bytes) !== hash);
  return [
    ...differs,
    ...changed.map(([hash]) => `The attached file ${hash} was changed.`),
    ...missingFiles(stored).map(({ name }) => `The attached file “${name}” is not in it.`),
  ];
}
