import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser, sandboxFlags } from "./find-tools.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const browser = findBrowser();

export default defineConfig({
  testDir: path.join(root, "tests/e2e"),
  outputDir: path.join(root, "test-results"),
  testMatch: "**/*.spec.ts",
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    launchOptions: { ...(browser ? { executablePath: browser } : {}), args: sandboxFlags() },
    screenshot: "only-on-failure",
  },
});
