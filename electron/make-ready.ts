import path from "node:path";
import { authoritiesFile } from "./adapters/authorities-file.ts";
import { makingReady } from "./adapters/ready-made.ts";
import { schemeFolder } from "./adapters/scheme-folder.ts";

/** Run by the build: reads what came with the app once, so that the app finds it read and checked. */
async function makeReady(app: string): Promise<void> {
  const templates = path.join(app, "templates");
  const folder = path.join(app, "dist/ready");
  const ready = makingReady(folder);
  const nowhere = { folder: path.join(folder, "own"), settle: async () => {} };
  await schemeFolder(templates, { own: nowhere, council: nowhere.folder, ready }).list();
  await authoritiesFile(templates, ready).all();
}

makeReady(process.argv[2] ?? ".").catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
