import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect, type Page } from "@playwright/test";

const root = path.resolve(import.meta.dirname, "../../..");
const built = (app: string, name: string) => path.join(app, "dist/electron", name);

/** The built app on this machine, with a bids folder of its own. */
interface RunningApp {
  bids: string;
  /** Where the app is opened; good once. */
  address: string;
  /** Faults of the page: errors in the console, exceptions, and breaches of the content security policy. */
  faults: string[];
}

interface Fixtures {
  /** Example bids, by the names of their files, that lie in the bids folder from the start. */
  examples: string[];
  /** Changes to files of the scheme, which are made in a copy of the app; none leaves the app as it is. */
  schemeChanges: Readonly<Record<string, (text: string) => string>>;
  app: RunningApp;
  page: Page;
}

export const test = base.extend<Fixtures>({
  examples: [[], { option: true }],
  schemeChanges: [{}, { option: true }],
  app: async ({ examples, schemeChanges }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "bidwright-window-"));
    const bids = path.join(folder, "bids");
    mkdirSync(bids);
    const environment = {
      ...process.env,
      BIDWRIGHT_DATA_FOLDER: path.join(folder, "data"),
      BIDWRIGHT_BIDS_FOLDER: bids,
    };
    const home = Object.keys(schemeChanges).length === 0 ? root : copiedApp(path.join(folder, "app"), schemeChanges);
    for (const example of examples) importExample(home, example, { bids, environment });
    const server = spawn(process.execPath, [built(home, "serve-loopback.cjs")], {
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    await use({ bids, address: await addressOf(server), faults: [] });
    await stop(server);
    rmSync(folder, { recursive: true, force: true });
  },
  page: async ({ page, app, context }, use) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    page.on("console", (message) => message.type() === "error" && app.faults.push(message.text()));
    page.on("pageerror", (fault) => app.faults.push(fault.message));
    await page.goto(app.address);
    await expect(page.getByRole("heading", { level: 1, name: "Prepare a bid" })).toBeVisible();
    await use(page);
    expect(app.faults).toEqual([]);
  },
});

export { expect };

/** The built app in another place, with its scheme changed. */
function copiedApp(app: string, changes: Fixtures["schemeChanges"]): string {
  for (const part of ["dist", "templates"]) cpSync(path.join(root, part), path.join(app, part), { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const file = path.join(app, "templates/schemes/tca-2013-14", name);
    writeFileSync(file, change(readFileSync(file, "utf8")));
  }
  return app;
}

interface ImportPlace {
  bids: string;
  environment: NodeJS.ProcessEnv;
}

function importExample(app: string, name: string, { bids, environment }: ImportPlace): void {
  const answers = path.join(app, "templates/schemes/tca-2013-14/examples", `${name}.yaml`);
  execFileSync(process.execPath, [built(app, "cli.cjs"), "import", answers, "--out", path.join(bids, `${name}.bid`)], {
    env: environment,
    stdio: "ignore",
  });
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    server.stdout?.on("data", (text) => {
      output += String(text);
      const address = /http:\/\/\S+/.exec(output)?.[0];
      if (address) resolve(address);
    });
    server.once("exit", () => reject(new Error(`The app stopped before it could be opened. ${output}`)));
  });
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill();
  });
}

/** Opens a page of the bid by its address after `#`. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Opens a bid of the bids folder from the start page. */
export async function openExample(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `Open ${name}.bid`, exact: true }).click();
  await expect(page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
}

/** The files of the only pack in the bids folder, by their names. */
export function packFiles(bids: string): Map<string, string> {
  const [pack] = readdirSync(bids, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (!pack) throw new Error("There is no pack in the bids folder");
  const folder = path.join(bids, pack.name);
  return new Map(readdirSync(folder).map((name) => [name, path.join(folder, name)]));
}
