import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "../..");

export default defineConfig({
  root,
  cacheDir: path.join(root, "node_modules/.cache/vitest"),
  resolve: {
    // The desktop runtime is a program, not a package: its module is stood in for by one that records what it is told.
    alias: { electron: path.join(root, "tests/support/electron-stand-in.ts") },
  },
  test: {
    include: ["tests/{unit,schemes,services,faults}/**/*.test.{ts,tsx}"],
    // Against what never ends; how long something takes is for the bench.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: "forks",
    maxWorkers: 2,
    server: { deps: { inline: ["electron-store"] } },
  },
});
