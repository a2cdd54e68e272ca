import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron, expect, test, type ElectronApplication } from "@playwright/test";
import { desktopRuntime } from "../../electron/launch/desktop.mjs";
import { desktopPolicy } from "../../electron/content-security-policy.ts";

const root = path.resolve(import.meta.dirname, "../..");
const { runtime, because } = desktopRuntime(root, { fetch: false });

test.describe("the desktop app, in its real runtime", () => {
  test.skip(runtime === undefined, `the desktop app was tested against a stand-in only: ${because ?? ""}`);

  let app: ElectronApplication;
  const folder = mkdtempSync(path.join(tmpdir(), "bidwright-electron-"));

  test.beforeAll(async () => {
    app = await _electron.launch({
      executablePath: runtime ?? "",
      args: [root],
      env: {
        ...(process.env as Record<string, string>),
        BIDWRIGHT_DATA_FOLDER: path.join(folder, "data"),
        BIDWRIGHT_BIDS_FOLDER: path.join(folder, "bids"),
      },
    });
  });
  test.afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("opens the start page under the strict policy, with no Node in it", async () => {
    const page = await app.firstWindow();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\/bidwright\/electron\.html/);
    const seen = await page.evaluate(async () => ({
      globals: ["require", "process", "module", "Buffer"].filter((name) => name in globalThis),
      api: Object.keys((globalThis as unknown as { bidwright: object }).bidwright),
      policy: await fetch("app://bidwright/electron.html").then(
        (page) => page.headers.get("content-security-policy"),
        () => "connections are refused",
      ),
    }));
    expect(seen).toEqual({ globals: [], api: ["call"], policy: "connections are refused" });
    expect(desktopPolicy).toContain("connect-src 'none'");
  });

  test("runs every page process in the sandbox", async () => {
    const metrics = await app.evaluate(({ app: running }) => running.getAppMetrics());
    const pages = metrics.filter(({ type }) => type === "Tab");
    expect(pages.length).toBeGreaterThan(0);
    if (process.platform !== "linux") expect(pages.every(({ sandboxed }) => sandboxed)).toBe(true);
  });

  test("goes nowhere else and opens nothing", async () => {
    const page = await app.firstWindow();
    await page.evaluate(() => {
      globalThis.location.href = "https://example.org/";
      globalThis.open("https://example.org/");
    });
    await page.waitForTimeout(500);
    expect(page.url()).toMatch(/^app:\/\/bidwright\//);
    expect(app.windows()).toHaveLength(1);
  });
});
