// `npm run faults`: the faults suite in its long form.
import { spawn } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const script = path.join(root, "node_modules/vitest/vitest.mjs");
const words = [script, "run", "-c", "tests/tooling/vitest.config.ts", "tests/faults"];
const env = { ...process.env, BIDWRIGHT_KILLS: process.env.BIDWRIGHT_KILLS ?? "10000" };
const child = spawn(process.execPath, words, { cwd: root, stdio: "inherit", env });
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
