import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser, sandboxFlags } from "./find-tools.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const browser = findBrowser();
/** A machine without a graphics card would work one out in software. */
const drawnPlainly = ["--disable-gpu", "--disable-gpu-rasterization"];

export default defineConfig({
  testDir: path.join(root, "tests/e2e"),
  outputDir: path.join(root, "test-results"),
  testMatch: "**/*.spec.ts",
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // A browser waits more than it works.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    launchOptions: { ...(browser ? { executablePath: browser } : {}), args: [...sandboxFlags(), ...drawnPlainly] },
    screenshot: "only-on-failure",
  },
});
