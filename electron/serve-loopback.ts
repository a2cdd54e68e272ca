import path from "node:path";
import { contract } from "../src/contract/contract.ts";
import { createDispatcher } from "../src/contract/dispatcher.ts";
import { createHandlers } from "../src/services/handlers.ts";
import { appFolders } from "./adapters/app-folders.ts";
import { askedAtStart, bidFileIn } from "./adapters/asked-files.ts";
import { nodeWorker } from "./adapters/node-worker.ts";
import { openWithSystem } from "./adapters/shell.ts";
import { reportFault } from "./fault-report.ts";
import { serveLoopback } from "./loopback.ts";
import { createPorts } from "./ports.ts";
import { createStop } from "./stop-serving.ts";

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
  const stop = createStop({
    saveAll,
    say: (sentence) => void process.stderr.write(`${sentence}\n`),
    end: async (code) => {
      await loopback.close();
      process.exit(code);
    },
  });
  process.on("SIGINT", () => void stop()).on("SIGTERM", () => void stop());
}

serve().catch((fault: unknown) => {
  process.stderr.write(`Bidwright could not start: ${fault instanceof Error ? fault.message : "unknown fault"}\n`);
  process.exitCode = 1;
});
