import path from "node:path";
import { file as attachedFile, type AttachedFile } from "../../src/fields/kinds/file.ts";
import { headEntry, stateAt, verifyLog } from "../../src/history/log.ts";
import { same } from "../../src/history/same.ts";
import type { StoredBid } from "../../src/services/ports.ts";
import type { CommandPorts } from "./bid-on-disk.ts";
import { Refusal } from "./refusal.ts";

export interface Verdict {
  file: string;
  sound: boolean;
  faults: string[];
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
  if (read.ok) return verdictOn(ports, given, { stored: read.value, known: [] });
  if (read.error.code !== "damaged") throw new Refusal([read.error.message]);
  const { stored, lost } = await ports.bidFiles.salvage(token);
  if (!stored) throw new Refusal([read.error.message, ...lost]);
  return verdictOn(ports, given, { stored, known: [read.error.message, ...lost] });
}

async function verdictOn(
  ports: CommandPorts,
  given: string,
  { stored, known }: { stored: StoredBid; known: string[] },
): Promise<Verdict> {
  const { bid, log, attachments } = stored;
  const faults = known.length > 0 ? known : faultsOf(ports, stored);
  const { entries } = await ports.journals.read(bid.id);
  return {
    file: path.resolve(given),
    sound: faults.length === 0,
    faults,
    title: bid.title,
    entries: log.entries.size,
    attachments: attachments.size,
    newest: headEntry(log).at,
    waiting: entries.filter((one) => !log.entries.has(one.id)).length,
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

/** Files that answers name and the bid does not hold. */
export function missingFiles({ bid, attachments }: Pick<StoredBid, "bid" | "attachments">): AttachedFile[] {
  return filesNamedIn(bid.answers).filter((one) => !attachments.has(one.sha256));
}

/** Wherever in an answer they stand, and without the scheme, which may not be here. */
function filesNamedIn(value: unknown): AttachedFile[] {
  if (typeof value !== "object" || value === null) return [];
  const parsed = attachedFile.shape.safeParse(value);
  return parsed.success ? [parsed.data] : Object.values(value).flatMap(filesNamedIn);
}
