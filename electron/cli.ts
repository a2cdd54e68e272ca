import path from "node:path";
import { appFolders } from "./adapters/app-folders.ts";
import { nodeWorker } from "./adapters/node-worker.ts";
import { runCommand } from "./cli/program.ts";
import { createPorts } from "./ports.ts";

/** Built into `dist/electron`, two folders below the app. */
const app = path.resolve(import.meta.dirname, "../..");

const ports = createPorts({
  folders: appFolders(app),
  startWorker: nodeWorker(path.join(import.meta.dirname, "worker.cjs")),
  openPath: () => Promise.resolve(false),
});

const print = { out: (text: string) => process.stdout.write(text), err: (text: string) => process.stderr.write(text) };

async function run(): Promise<void> {
  process.exitCode = await runCommand(ports, process.argv.slice(2), print);
}

void run();
