import path from "node:path";
import { contract } from "../src/contract/contract.ts";
import { createDispatcher } from "../src/contract/dispatcher.ts";
import type { SaveState } from "../src/contract/views.ts";
import { createHandlers } from "../src/services/handlers.ts";
import { appFolders } from "./adapters/app-folders.ts";
import { askedAtStart, bidFileIn } from "./adapters/asked-files.ts";
import { nodeWorker } from "./adapters/node-worker.ts";
import { openWithSystem } from "./adapters/shell.ts";
import { reportFault } from "./fault-report.ts";
import { serveLoopback } from "./loopback.ts";
import { createPorts } from "./ports.ts";

/** Built into `dist/electron`, two folders below the app. */
const app = path.resolve(import.meta.dirname, "../..");

async function serve(): Promise<void> {
  const ports = createPorts({
    folders: appFolders(app),
    startWorker: nodeWorker(path.join(import.meta.dirname, "worker.cjs")),
    openPath: openWithSystem,
    asked: askedAtStart(bidFileIn(process.argv.slice(2), process.cwd())),
  });
  const { saveAll, ...handlers } = createHandlers(ports);
  const dispatch = createDispatcher(contract, handlers, reportFault);
  const loopback = await serveLoopback({ pages: path.join(app, "dist/renderer"), dispatch });
  const at = process.argv.indexOf("--because");
  const because = at === -1 ? "" : `, because ${process.argv[at + 1] ?? ""}`;
  process.stdout.write(`Bidwright runs in your browser${because}. Open this address, which works once:\n`);
  process.stdout.write(`${loopback.address}\n`);
  // A terminal and the launcher may both pass on the same signal; the second one changes nothing.
  let stopping: Promise<void> | undefined;
  const stop = () =>
    void (stopping ??= saveAll()
      .then(reportUnsaved)
      .then(loopback.close)
      .then(() => process.exit()));
  process.on("SIGINT", stop).on("SIGTERM", stop);
}

function reportUnsaved(saves: readonly SaveState[]): void {
  for (const { state, message } of saves) {
    if (state !== "failed") continue;
    process.stderr.write(`${message ?? "A bid could not be saved."}\n`);
    process.exitCode = 1;
  }
}

serve().catch((fault: unknown) => {
  process.stderr.write(`Bidwright could not start: ${fault instanceof Error ? fault.message : "unknown fault"}\n`);
  process.exitCode = 1;
});
