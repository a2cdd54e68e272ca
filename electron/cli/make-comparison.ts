import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { ExportedFile } from "../../src/contract/views.ts";
import type { ComparedPoint } from "../../src/documents/comparison-input.ts";
import { comparisonDocuments } from "../../src/packs/comparison-documents.ts";
import { isThere } from "../adapters/is-there.ts";
import type { CommandPorts } from "./bid-on-disk.ts";
import type { Comparison, Version } from "./compare-bids.ts";
import { Refusal } from "./refusal.ts";

/** Saves a comparison in Word and in Excel in a folder that is not there yet. */
export async function makeComparison(
  ports: CommandPorts,
  { session, from, to, copies, differences }: Comparison,
  { out, onProgress }: { out: string; onProgress: (step: string) => void },
): Promise<{ folder: string; files: ExportedFile[] }> {
  const folder = path.resolve(out);
  await newFolder(folder);
  const madeOn = ports.clock.now().toISOString().slice(0, 10);
  const twoFiles = from.file !== to.file;
  const newest = !twoFiles && to.entry.id === session.log.head;
  const points = { from: pointOf(from, twoFiles), to: { ...pointOf(to, twoFiles), newest } };
  const documents = comparisonDocuments({ scheme: session.scheme, ...points, differences, madeOn, strangers: !copies });
  const request = { folder: ports.places.folder(folder).token, madeOn, documents, attachments: [] };
  const made = await ports.documents.make(request, onProgress).done;
  if (!made.ok) throw new Refusal([made.error]);
  return { folder, files: made.value };
}

function pointOf({ bid, entry, file }: Version, named: boolean): ComparedPoint {
  return { bid, entry, ...(named ? { file: path.basename(file) } : {}) };
}

/** The last step makes the folder or fails, so that nobody’s folder is ever taken for a new one. */
async function newFolder(folder: string): Promise<void> {
  const name = `“${path.basename(folder)}”`;
  if (await isThere(folder)) throw new Refusal([`${name} is there already. Name a folder that is not there yet.`]);
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    await mkdir(folder);
  } catch {
    throw new Refusal([`The folder ${name} could not be made. Choose another.`]);
  }
}
