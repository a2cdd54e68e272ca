import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import type { ExportedFile } from "../../src/contract/views.ts";
import { schemeDocuments } from "../../src/packs/scheme-documents.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { blockedBy, packRequest } from "../../src/services/pack-jobs.ts";
import { openForCommand, type CommandPorts } from "./bid-on-disk.ts";
import { Refusal } from "./refusal.ts";

/** Makes the submission pack of a bid in a folder that is empty or not there yet. */
export async function makePack(
  ports: CommandPorts,
  file: string,
  { out, draft, onProgress }: { out: string; draft: boolean; onProgress: (step: string) => void },
): Promise<{ folder: string; files: ExportedFile[] }> {
  const session = await openForCommand(ports, file);
  const blocked = blockedBy(session, draft);
  if (blocked !== undefined) throw new Refusal([`${blocked} Add --draft to make a draft.`], 1);
  const folder = path.resolve(out);
  await emptyFolder(folder);
  const madeOn = ports.clock.now().toISOString().slice(0, 10);
  const request = packRequest(session, { folder: ports.places.folder(folder).token, madeOn, draft });
  if (!request.ok) throw new Refusal([request.error]);
  const made = await ports.documents.make(request.value, onProgress).done;
  if (!made.ok) throw new Refusal([made.error]);
  return { folder, files: made.value };
}

/** Makes the rule book and the blank form of a scheme in a folder that is empty or not there yet. */
export async function makeSchemeDocuments(
  ports: CommandPorts,
  scheme: Scheme,
  { out, onProgress }: { out: string; onProgress: (step: string) => void },
): Promise<{ folder: string; files: ExportedFile[] }> {
  const folder = path.resolve(out);
  await emptyFolder(folder);
  const madeOn = ports.clock.now().toISOString().slice(0, 10);
  const documents = schemeDocuments(scheme);
  const request = { folder: ports.places.folder(folder).token, madeOn, documents, attachments: [] };
  const made = await ports.documents.make(request, onProgress).done;
  if (!made.ok) throw new Refusal([made.error]);
  return { folder, files: made.value };
}

async function emptyFolder(folder: string): Promise<void> {
  const name = `“${path.basename(folder)}”`;
  await mkdir(folder, { recursive: true }).catch(() => {
    throw new Refusal([`The folder ${name} could not be made. Choose another.`]);
  });
  const inside = await readdir(folder);
  if (inside.length > 0) throw new Refusal([`The folder ${name} is not empty. Choose another, or empty it.`]);
}
