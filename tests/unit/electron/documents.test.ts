import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { documentsBy } from "../../../electron/adapters/documents.ts";
import { nodeWorker } from "../../../electron/adapters/node-worker.ts";
import { createPlaces } from "../../../electron/adapters/places.ts";
import type { StartWorker, WorkOrder, WorkReport } from "../../../electron/adapters/worker-protocol.ts";
import type { PackRequest } from "../../../src/services/ports.ts";
import { eventually } from "../../support/eventually.ts";

const bytes = new TextEncoder().encode("a document");
let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bidwright-documents-"));
  out = path.join(folder, "pack");
  mkdirSync(out);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A document process that the test plays. */
function playedWorker() {
  let report: (report: WorkReport) => void = () => undefined;
  let end: () => void = () => undefined;
  const worker = {
    orders: [] as WorkOrder[],
    killed: false,
    report: (one: WorkReport) => report(one),
    end: () => end(),
  };
  const start: StartWorker = () => ({
    send: (order) => void worker.orders.push(order),
    onReport: (listen) => void (report = listen),
    onEnd: (listen) => void (end = listen),
    kill: () => void (worker.killed = true),
  });
  return { worker, start };
}

function ask(start: StartWorker, limit?: number, attachments: PackRequest["attachments"] = []) {
  const places = createPlaces(folder);
  const request = { folder: places.folder(out).token, madeOn: "2013-06-01", documents: [], attachments };
  const steps: [string, number][] = [];
  return {
    steps,
    ...documentsBy(start, places, limit).make(request, (step, progress) => steps.push([step, progress])),
  };
}

const made: WorkReport = { type: "made", files: [{ name: "Form.docx", bytes, checked: "1 heading" }] };

describe("a pack", () => {
  test("is written with its attachments, each file with its size, hash and check", async () => {
    const { worker, start } = playedWorker();
    const job = ask(start, undefined, [{ name: "Letter.pdf", bytes }]);
    worker.report({ type: "progress", step: "Writing Form.docx", progress: 0.5 });
    worker.report(made);
    const done = await job.done;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(done).toMatchObject({
      ok: true,
      value: [
        { name: "Form.docx", bytes: 10, sha256, checked: "1 heading" },
        { name: "Letter.pdf", bytes: 10, sha256, checked: "The file as it was attached" },
      ],
    });
    expect(readdirSync(out).toSorted()).toEqual(["Form.docx", "Letter.pdf"]);
    expect(readFileSync(path.join(out, "Form.docx"), "utf8")).toBe("a document");
    expect(job.steps[0]).toEqual(["Writing Form.docx", 0.45]);
    expect(worker.killed).toBe(true);
  });

  test.each<[string, (job: ReturnType<typeof ask>, worker: ReturnType<typeof playedWorker>["worker"]) => void, RegExp]>(
    [
      ["is cancelled", (job) => job.cancel(), /cancelled/],
      ["loses its process", (_, worker) => worker.end(), /stopped. The bid is unchanged/],
      [
        "fails its check",
        (_, worker) => worker.report({ type: "failed", message: "Form.docx did not pass" }),
        /did not pass/,
      ],
    ],
  )("that %s leaves nothing behind", async (_, happen, words) => {
    const { worker, start } = playedWorker();
    const job = ask(start);
    happen(job, worker);
    expect(await job.done).toEqual({ ok: false, error: expect.stringMatching(words) as string });
    expect(worker.killed).toBe(true);
    expect(existsSync(out)).toBe(false);
  });

  test("that takes too long is ended", async () => {
    const { worker, start } = playedWorker();
    expect(await ask(start, 20).done).toMatchObject({
      ok: false,
      error: expect.stringContaining("not ready after") as string,
    });
    expect(worker.killed).toBe(true);
  });

  test("that cannot be written leaves none of its files", async () => {
    const { worker, start } = playedWorker();
    mkdirSync(path.join(out, "Letter.pdf"));
    writeFileSync(path.join(out, "Letter.pdf", "x"), "");
    const job = ask(start, undefined, [{ name: "Letter.pdf", bytes }]);
    worker.report(made);
    expect(await job.done).toMatchObject({
      ok: false,
      error: expect.stringContaining("could not be written") as string,
    });
    expect(readdirSync(out)).toEqual(["Letter.pdf"]);
  });

  test("is never written outside its folder", async () => {
    const { worker, start } = playedWorker();
    const job = ask(start);
    worker.report({ type: "made", files: [{ name: "../../escaped.docx", bytes, checked: "" }] });
    await job.done;
    expect(readdirSync(out)).toEqual(["escaped.docx"]);
  });
});

describe("the document process of its own", () => {
  const scripted = (text: string) => {
    const file = path.join(folder, "worker.cjs");
    writeFileSync(file, text);
    return nodeWorker(file);
  };

  test("may use half a gigabyte and no more, and its end harms nobody", async () => {
    const greedy = scripted(
      "process.on('message', () => { const a = []; for (;;) a.push(new Array(1e6).fill({})); });",
    );
    expect(await ask(greedy).done).toMatchObject({ ok: false, error: expect.stringContaining("stopped") as string });
  });

  test("is killed in the middle of its work when the officer cancels", async () => {
    const endless = scripted(
      "process.on('message', () => { process.send({ type: 'progress', step: String(process.pid), progress: 0 }); setTimeout(() => { for (;;); }, 50); });",
    );
    const job = ask(endless);
    await eventually(() => expect(job.steps).not.toEqual([]));
    await new Promise((resolve) => setTimeout(resolve, 100));
    job.cancel();
    expect(await job.done).toEqual({ ok: false, error: "The export was cancelled." });
    await eventually(() => expect(() => process.kill(Number(job.steps[0]?.[0]), 0)).toThrow("ESRCH"));
  });

  test("gets nothing of the environment", async () => {
    const told = scripted(
      "process.on('message', () => process.send({ type: 'failed', message: Object.keys(process.env).filter((k) => !k.startsWith('NODE_')).join() }));",
    );
    expect(await ask(told).done).toEqual({ ok: false, error: "" });
  });
});
