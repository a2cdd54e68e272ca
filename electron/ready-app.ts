import path from "node:path";
import { authoritiesFile } from "./adapters/authorities-file.ts";
import { makingReady } from "./adapters/ready-made.ts";
import { schemeFolder } from "./adapters/scheme-folder.ts";

/** Reads what came with the app once and keeps it in `dist/ready`, so that the app finds it read and checked. */
export async function makeReady(app: string): Promise<void> {
  const templates = path.join(app, "templates");
  const folder = path.join(app, "dist/ready");
  const ready = makingReady(folder);
  const nowhere = { folder: path.join(folder, "own"), settle: async () => {} };
  const shelf = schemeFolder(templates, { own: nowhere, council: nowhere.folder, ready });
  await shelf.list();
  await Promise.all([shelf.discountSeries(), shelf.sharedFigures(), shelf.referenceSeries()]);
  await authoritiesFile(templates, ready).all();
}
