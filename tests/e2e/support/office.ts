import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect, type Browser, type Page } from "@playwright/test";

const root = path.resolve(import.meta.dirname, "../../..");
const built = (name: string) => path.join(root, "dist/electron", name);

/** Somebody with the app, an app folder and a bids folder of their own. */
export interface Person {
  page: Page;
  bids: string;
  file(name: string): string;
  /** Kills the app as a power cut would. */
  kill(): Promise<void>;
  /** Starts the app again and goes there. */
  restart(): Promise<void>;
  /** Both, one after the other. */
  crash(): Promise<void>;
}

export interface Office {
  /** Two people who name one bids folder share it, as a drive is shared. */
  person(name: string, share?: string): Promise<Person>;
}

interface Fixtures {
  office: Office;
}

/** Several people at work, each at a computer of their own. */
export const test = base.extend<Fixtures>({
  office: async ({ browser, viewport }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "bidwright-office-"));
    const servers: Server[] = [];
    const person = async (name: string, share = name): Promise<Person> => {
      const bids = path.join(folder, `bids of ${share}`);
      mkdirSync(bids, { recursive: true });
      const server = newServer({ name, bids, data: path.join(folder, `data of ${name}`) });
      servers.push(server);
      const page = await newPage(browser, viewport);
      await page.goto(await server.start());
      await expect(page.getByRole("heading", { level: 1, name: "Prepare a bid" })).toBeVisible();
      const kill = () => server.stop("SIGKILL");
      const restart = async () => void (await page.goto(await server.start()));
      const crash = () => kill().then(restart);
      return { page, bids, file: (wanted) => path.join(bids, wanted), kill, restart, crash };
    };
    await use({ person });
    await Promise.all(servers.map((server) => server.stop("SIGTERM")));
    rmSync(folder, { recursive: true, force: true });
  },
});

export { expect };

async function newPage(browser: Browser, viewport: { width: number; height: number } | null): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: "en-GB", timezoneId: "Europe/London" });
  return context.newPage();
}

interface Server {
  /** @returns the address that opens the app once */
  start(): Promise<string>;
  stop(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
}

function newServer({ name, bids, data }: { name: string; bids: string; data: string }): Server {
  let running: ChildProcess | undefined;
  const start = () => {
    const env = {
      ...process.env,
      BIDWRIGHT_PERSON: name,
      BIDWRIGHT_BIDS_FOLDER: bids,
      BIDWRIGHT_DATA_FOLDER: data,
    };
    const server = spawn(process.execPath, [built("serve-loopback.cjs")], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    running = server;
    return addressOf(server);
  };
  const stop = async (signal: "SIGTERM" | "SIGKILL") => {
    const server = running;
    running = undefined;
    if (!server || server.exitCode !== null) return;
    await new Promise((resolve) => {
      server.once("exit", resolve);
      server.kill(signal);
    });
  };
  return { start, stop };
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

/** Puts an example bid of the scheme into a folder. */
export function putExample(name: string, file: string): void {
  const answers = path.join(root, "templates/schemes/tca-2013-14/examples", `${name}.yaml`);
  execFileSync(process.execPath, [built("cli.cjs"), "import", answers, "--out", file], {
    env: { ...process.env, BIDWRIGHT_PERSON: "Ann" },
    stdio: "ignore",
  });
}

export async function openBid(page: Page, file: string): Promise<void> {
  await page.getByRole("button", { name: `Open ${file}`, exact: true }).click();
  await expect(page.getByRole("heading", { name: "Fill in the bid" })).toBeVisible();
}

/** Opens a page of the bid by its address after `#`. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Closes the bid, which saves it. */
export async function closeBid(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Close this bid" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Prepare a bid" })).toBeVisible();
}

/** Writes a long answer anew, and waits until it is safe. */
export async function writeSummary(page: Page, text: string): Promise<void> {
  await visit(page, "/bid/section/about-the-bid");
  await page.getByRole("textbox", { name: /^Summary of the bid/ }).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
  await expect(page.getByRole("button", { name: "Undo: Changed “Summary of the bid”" })).toBeVisible();
}

export async function askFor(page: Page, pounds: string): Promise<void> {
  await visit(page, "/bid/section/about-the-bid");
  await page.getByLabel("Award asked for").fill(pounds);
  await page.getByLabel("Award asked for").blur();
  await expect(page.getByRole("button", { name: "Undo: Changed “Award asked for”" })).toBeVisible();
}
