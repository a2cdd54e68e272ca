import { createHash } from "node:crypto";
import type { FileProblem, PackRequest, Ports, StoredBid } from "../../src/services/ports.ts";
import type { ExportedFile } from "../../src/contract/views.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { reference, scheme, schemeIds } from "./bidwright.ts";

/** A world in memory: a folder of bids, a clock that only moves when told, and a document maker that is told when to finish. */
export interface MemoryWorld {
  ports: Ports;
  files: Map<string, StoredBid>;
  /** Set to make the next saves fail. */
  diskProblem: FileProblem | undefined;
  made: PackRequest[];
  finishDocuments(result: Result<ExportedFile[], string>): void;
  /** Runs everything that was put off. */
  passTime(): Promise<void>;
}

export function memoryWorld(): MemoryWorld {
  const files = new Map<string, StoredBid>();
  const later: (() => void)[] = [];
  let next = 0;
  let finish: (result: Result<ExportedFile[], string>) => void = () => undefined;
  const known = reference();
  const view = (token: string) => ({ token, label: token, folder: "Bids" });
  const world: MemoryWorld = {
    files,
    diskProblem: undefined,
    made: [],
    finishDocuments: (result) => finish(result),
    passTime: async () => {
      for (const run of later.splice(0)) run();
      await new Promise((resolve) => setImmediate(resolve));
    },
    ports: {
      clock: { now: () => new Date("2013-06-01T09:30:00Z"), after: (_, run) => later.push(run) },
      ids: { next: () => `id-${(next += 1)}` },
      bytes: {
        sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
        fromBase64: (text) => new Uint8Array(Buffer.from(text, "base64")),
      },
      schemes: {
        list: async () => schemeIds().map((id) => ({ id, scheme: ok(scheme(id)) })),
        discountSeries: async () => known.discountSeries,
      },
      authorities: { all: async () => known.authorities },
      places: {
        dialogs: false,
        bidsFolder: async () => view("folder"),
        bidsInFolder: async () => [...files.keys()].map(view),
        chooseBid: async () => undefined,
        chooseFolder: async () => undefined,
        view: (token) => (token === "nowhere" ? undefined : view(token)),
        newFile: async (folder, title, ending) =>
          folder === "nowhere" ? undefined : view(`${folder}/${title}${ending}`),
        exportFolder: async (_, name) => view(name),
      },
      bidFiles: {
        read: async (token) => {
          const stored = files.get(token);
          return stored ? ok(stored) : fail({ code: "cannot-read", message: `${token} is not there.` });
        },
        write: async (token, stored) => {
          if (world.diskProblem) return fail(world.diskProblem);
          files.set(token, structuredClone(stored));
          return ok({ sha256: "0".repeat(64) });
        },
      },
      documents: {
        make: (request, onProgress) => {
          world.made.push(request);
          onProgress("Writing the application form", 0.5);
          return {
            done: new Promise((resolve) => (finish = resolve)),
            cancel: () => finish(fail("Cancelled")),
          };
        },
      },
      recent: { list: async () => [], add: async () => undefined },
      shell: { openFolder: async () => true },
    },
  };
  return world;
}
