import type { PackRequest } from "../../src/services/ports.ts";

/** What the document process is asked. It is given no path: it reads and writes nothing. */
export interface WorkOrder {
  madeOn: string;
  documents: PackRequest["documents"];
}

/** What it says while it works. */
export type WorkReport =
  | { type: "progress"; step: string; progress: number }
  | { type: "made"; files: MadeFile[] }
  | { type: "failed"; message: string };

export interface MadeFile {
  name: string;
  bytes: Uint8Array;
  /** What a second reading found. */
  checked: string;
}

/** A process of its own, which can be ended at any moment without harm. */
interface WorkerProcess {
  send(order: WorkOrder): void;
  onReport(listen: (report: WorkReport) => void): void;
  onEnd(listen: () => void): void;
  kill(): void;
}

export type StartWorker = () => WorkerProcess;

/**
 * Megabytes: ten times what the largest bid known needs, and room for the many short-lived objects of a document,
 * which halves the time its making takes.
 */
export const workerFlags = ["--max-old-space-size=512", "--max-semi-space-size=64"];
