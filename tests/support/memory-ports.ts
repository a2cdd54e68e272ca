import { createHash } from "node:crypto";
import type {
  FileProblem,
  PackRequest,
  Ports,
  Salvage,
  SavedBid,
  StoredBid,
  WaitingWork,
} from "../../src/services/ports.ts";
import type { BackupView, ExportedFile, RecentBid } from "../../src/contract/views.ts";
import type { Entry } from "../../src/history/log.ts";
import type { LockHolder } from "../../src/services/ports.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { reference } from "./bidwright.ts";
import { memorySchemes, type MemorySchemes } from "./memory-schemes.ts";

/** A world in memory: a folder of bids, a clock that only moves when told, and a document maker that is told when to finish. */
export interface MemoryWorld {
  ports: Ports;
  files: Map<string, StoredBid>;
  /** Entries not yet in a file, by bid. */
  journal: Map<string, Entry[]>;
  /** What the journals of bids hold, as the app finds it when it starts. */
  waiting: WaitingWork[];
  /** Who else has a file open. */
  holder: LockHolder | undefined;
  /** Who took over the files that are open here. */
  takenBy: LockHolder | undefined;
  /** Copies in the app's own folder, by bid. */
  backups: Map<string, BackupView[]>;
  /** Which bids were saved in a place, by its token. */
  savedBids: Map<string, SavedBid[]>;
  /** What is sound of damaged files, by token. */
  damaged: Map<string, Salvage>;
  /** Tokens of files whose folder is gone. */
  adrift: Set<string>;
  /** Set to make the next saves fail. */
  diskProblem: FileProblem | undefined;
  /** Set to make the app's own folder refuse what is typed. */
  journalProblem: FileProblem | undefined;
  made: PackRequest[];
  shelf: MemorySchemes;
  finishDocuments(result: Result<ExportedFile[], string>): void;
  /** Runs everything that was put off. */
  passTime(): Promise<void>;
  /** The app stops where it is: what was put off is never done. */
  stop(): void;
}

export function memoryWorld(): MemoryWorld {
  const files = new Map<string, StoredBid>();
  const later: (() => void)[] = [];
  let next = 0;
  let finish: (result: Result<ExportedFile[], string>) => void = () => undefined;
  const known = reference();
  const lately: RecentBid[] = [];
  const shelf = memorySchemes();
  const view = (token: string) => ({ token, label: token, folder: world.adrift.has(token) ? "A drive" : "Bids" });
  const journal = new Map<string, Entry[]>();
  const versions = new Map<string, number>();
  const hashOf = (token: string) => `${token} ${versions.get(token) ?? 0}`;
  const world: MemoryWorld = {
    files,
    journal,
    waiting: [],
    holder: undefined,
    takenBy: undefined,
    backups: new Map(),
    savedBids: new Map(),
    damaged: new Map(),
    adrift: new Set(),
    diskProblem: undefined,
    journalProblem: undefined,
    made: [],
    shelf,
    finishDocuments: (result) => finish(result),
    passTime: async () => {
      for (const run of later.splice(0)) run();
      await new Promise((resolve) => setImmediate(resolve));
    },
    stop: () => void later.splice(0),
    ports: {
      clock: { now: () => new Date("2013-06-01T09:30:00Z"), after: (_, run) => later.push(run) },
      ids: { next: () => `id-${(next += 1)}` },
      bytes: {
        sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
        hashText: (text) => createHash("sha256").update(text).digest("hex"),
        fromBase64: (text) => new Uint8Array(Buffer.from(text, "base64")),
      },
      person: { name: async () => "Priya", computer: "PC-1" },
      schemes: shelf.schemes,
      ownSchemes: shelf.ownSchemes,
      authorities: { all: async () => known.authorities },
      places: {
        dialogs: false,
        bidsFolder: async () => view("folder"),
        bidsInFolder: async () => [...files.keys()].map(view),
        chooseBid: async () => undefined,
        chooseFolder: async () => undefined,
        askedToOpen: async () => undefined,
        chooseScheme: async () => undefined,
        view: (token) => (token === "nowhere" ? undefined : view(token)),
        newFile: async (folder, title, ending) =>
          folder === "nowhere" ? undefined : view(`${folder}/${title}${ending}`),
        fileBeside: async (token, title, ending) =>
          world.adrift.has(token) ? undefined : view(`${token.split("/")[0] ?? ""}/${title}${ending}`),
        exportFolder: async (_, name) => view(name),
      },
      bidFiles: {
        read: async (token) => {
          const stored = files.get(token);
          if (world.damaged.has(token)) return fail({ code: "damaged", message: `${token} is damaged.` });
          if (!stored) return fail({ code: "cannot-read", message: `${token} is not there.` });
          return ok({ ...structuredClone(stored), sha256: hashOf(token) });
        },
        salvage: async (token) =>
          world.damaged.get(token) ?? { stored: files.get(token), lost: ["The last part is missing."], mended: [] },
        write: async (token, stored, expected) => {
          if (world.diskProblem) return fail(world.diskProblem);
          const there = files.has(token) ? hashOf(token) : undefined;
          if (there !== undefined && there !== expected)
            return fail({ code: "changed", message: `${token} was changed by somebody else.` });
          files.set(token, structuredClone(stored));
          versions.set(token, (versions.get(token) ?? 0) + 1);
          return ok({ sha256: hashOf(token), wasGone: there === undefined && expected !== undefined });
        },
        standing: async (token, hash) => {
          if (!files.has(token)) return "gone";
          return hashOf(token) === hash ? "same" : "changed";
        },
        copiesBeside: async (token, bid) =>
          [...files].filter(([name, stored]) => name !== token && stored.bid.id === bid).map(([name]) => view(name)),
      },
      journals: {
        append: async (bid, entries) => {
          if (world.journalProblem) return fail(world.journalProblem);
          journal.set(bid, [...(journal.get(bid) ?? []), ...entries]);
          return ok(null);
        },
        read: async (bid) => ({ entries: journal.get(bid) ?? [], unreadable: 0 }),
        typedElsewhere: async () => new Map(),
        forget: async (bid, held) => {
          journal.set(
            bid,
            (journal.get(bid) ?? []).filter((one) => !held.has(one.id)),
          );
        },
        waiting: async () => world.waiting,
        setAside: async (bid) => !world.journalProblem && journal.delete(bid),
      },
      locks: {
        take: async (_, { takeOver }) =>
          world.holder && !(takeOver && world.holder.stale) ? { taken: false, holder: world.holder } : { taken: true },
        renew: async () => (world.takenBy ? { held: false, takenBy: world.takenBy } : { held: true }),
        release: async () => undefined,
      },
      backups: {
        list: async (bid) => world.backups.get(bid) ?? [],
        keep: async () => undefined,
        keepStanding: async () => undefined,
      },
      savedPlaces: { bidsAt: async (token) => world.savedBids.get(token) ?? [] },
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
      recent: {
        list: async () => lately,
        add: async (token, title, openedAt) => void lately.unshift({ ...view(token), title, openedAt }),
      },
      shell: { openFolder: async () => true },
    },
  };
  return world;
}
