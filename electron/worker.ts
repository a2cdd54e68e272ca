import { readBack } from "../src/documents/render/second-reader.ts";
import { renderDocument } from "../src/documents/render/make-documents.ts";
import type { PackRequest } from "../src/services/ports.ts";
import type { MadeFile, WorkOrder, WorkReport } from "./adapters/worker-protocol.ts";

/** How the desktop runtime speaks to a process of its own kind. */
interface ParentPort {
  on(event: "message", listen: (message: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

type Document = PackRequest["documents"][number];

/** Makes documents and reads each again with another reader. It ends after one order. */
async function work({ documents, madeOn }: WorkOrder, report: (report: WorkReport) => void): Promise<void> {
  const files: MadeFile[] = [];
  try {
    for (const [index, document] of documents.entries()) {
      report({ type: "progress", step: `Writing ${document.name}`, progress: index / documents.length });
      const bytes = await renderDocument(document.content, madeOn);
      report({ type: "progress", step: `Checking ${document.name}`, progress: (index + 0.7) / documents.length });
      files.push({ name: document.name, bytes, checked: await checked(document, bytes) });
    }
    report({ type: "made", files });
  } catch (fault) {
    report({ type: "failed", message: fault instanceof Error ? fault.message : "The documents could not be made." });
  }
}

async function checked({ name, content }: Document, bytes: Uint8Array): Promise<string> {
  const read = await readBack("word" in content ? "word" : "excel", bytes);
  if (!read.ok) throw new Error(`${name} was made but did not pass its check: ${read.error}`);
  return read.value;
}

const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
if (parentPort) {
  parentPort.on("message", ({ data }) => void work(data as WorkOrder, (report) => parentPort.postMessage(report)));
} else {
  process.on("message", (order) => void work(order as WorkOrder, (report) => process.send?.(report)));
}
