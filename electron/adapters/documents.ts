import { createHash, randomBytes } from "node:crypto";
import { open, rename, rmdir, unlink } from "node:fs/promises";
import path from "node:path";
import type { ExportedFile } from "../../src/contract/views.ts";
import type { DocumentMaker, PackRequest } from "../../src/services/ports.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import type { DiskPlaces } from "./places.ts";
import type { MadeFile, StartWorker } from "./worker-protocol.ts";

const timeLimit = 120_000;
const cancelled = "The export was cancelled.";

type Progress = (step: string, progress: number) => void;

/** Makes documents in a process of its own and puts them in a folder all at once: never half a pack. */
export function documentsBy(start: StartWorker, places: DiskPlaces, limit = timeLimit): DocumentMaker {
  return {
    make: (request, onProgress) => {
      const stop = new AbortController();
      const done = makePack({ start, places, limit, stop: stop.signal }, request, onProgress).catch((fault: unknown) =>
        fail(`The documents could not be written (${codeOf(fault)}). Look whether the folder is there and has room.`),
      );
      return { done, cancel: () => stop.abort() };
    },
  };
}

interface Workshop {
  start: StartWorker;
  places: DiskPlaces;
  limit: number;
  stop: AbortSignal;
}

async function makePack(
  { start, places, limit, stop }: Workshop,
  request: PackRequest,
  onProgress: Progress,
): Promise<Result<ExportedFile[], string>> {
  const folder = places.pathOf(request.folder);
  if (folder === undefined) return fail("The folder for the documents is not known any more. Start the export again.");
  const made = await runWorker({ start, limit, stop }, request, (step, progress) => onProgress(step, progress * 0.9));
  if (!made.ok) {
    await rmdir(folder).catch(() => undefined);
    return made;
  }
  onProgress("Saving the files", 0.95);
  const attached = request.attachments.map((one) => ({ ...one, checked: "The file as it was attached" }));
  return putInFolder(folder, [...made.value, ...attached], stop);
}

function runWorker(
  { start, limit, stop }: Omit<Workshop, "places">,
  { documents, madeOn }: PackRequest,
  onProgress: Progress,
): Promise<Result<MadeFile[], string>> {
  return new Promise((resolve) => {
    const worker = start();
    const end = (result: Result<MadeFile[], string>) => {
      clearTimeout(timer);
      worker.kill();
      resolve(result);
    };
    const timer = setTimeout(
      () => end(fail(`The documents were not ready after ${Math.round(limit / 1000)} seconds. Try again.`)),
      limit,
    );
    stop.addEventListener("abort", () => end(fail(cancelled)));
    worker.onEnd(() => end(fail("The part that makes documents stopped. The bid is unchanged; try again.")));
    worker.onReport((report) => {
      if (report.type === "progress") onProgress(report.step, report.progress);
      else end(report.type === "made" ? ok(report.files) : fail(report.message));
    });
    worker.send({ documents, madeOn });
  });
}

/** Writes every file under a name of its own first; only when all are safe do they get their names. */
async function putInFolder(
  folder: string,
  files: readonly MadeFile[],
  stop: AbortSignal,
): Promise<Result<ExportedFile[], string>> {
  const mark = randomBytes(4).toString("hex");
  const waiting = files.map((file, index) => ({ file, temporary: path.join(folder, `${index}-${mark}.tmp`) }));
  const named: string[] = [];
  try {
    for (const { file, temporary } of waiting) {
      stop.throwIfAborted();
      await writeFlushed(temporary, file.bytes);
    }
    for (const { file, temporary } of waiting) {
      const final = path.join(folder, path.basename(file.name));
      await rename(temporary, final);
      named.push(final);
    }
    return ok(files.map(exported));
  } catch (fault) {
    await Promise.allSettled([
      ...waiting.map(({ temporary }) => unlink(temporary)),
      ...named.map((one) => unlink(one)),
    ]);
    await rmdir(folder).catch(() => undefined);
    if (stop.aborted) return fail(cancelled);
    throw fault;
  }
}

async function writeFlushed(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function exported({ name, bytes, checked }: MadeFile): ExportedFile {
  return { name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), checked };
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && "code" in fault ? String(fault.code) : "unknown fault";
}
