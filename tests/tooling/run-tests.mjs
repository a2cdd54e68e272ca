// Everything there is to test, behind `npm test`. Ends with one line: `N passed, N failed`.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { check } from "./check.mjs";
import { findBrowser, gatherTools } from "./find-tools.mjs";
import { playwrightCounts, vitestCounts } from "./read-reports.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const results = path.join(root, "test-results");
const inCi = (process.env.CI ?? "") !== "" && process.env.CI !== "false";

function node(script, words, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, script), ...words], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...environment },
    });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
};

async function runChecks() {
  const steps = await check();
  const failures = steps.filter((step) => !step.passed).map((step) => step.name);
  return { passed: steps.length - failures.length, failures, skipped: [] };
}

async function runBuild() {
  const code = await node("electron/launch.mjs", ["build"]);
  const failures = code === 0 ? [] : ["the build"];
  return { passed: 1 - failures.length, failures, skipped: [] };
}

async function runVitest() {
  const file = path.join(results, "vitest.json");
  const words = ["run", "-c", "tests/tooling/vitest.config.ts", "--reporter=default", "--reporter=json"];
  const code = await node("node_modules/vitest/vitest.mjs", [...words, `--outputFile.json=${file}`]);
  return vitestCounts(readReport(file), code);
}

async function runPlaywright() {
  if (!findBrowser()) return { passed: 0, failures: [], skipped: ["everything in tests/e2e: there is no browser"] };
  const file = path.join(results, "playwright.json");
  const words = ["test", "-c", "tests/tooling/playwright.config.ts", "--reporter=list,json"];
  const code = await node("node_modules/@playwright/test/cli.js", words, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  return playwrightCounts(readReport(file), code);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const missing = gatherTools(inCi);
// Elsewhere a tool may be missing, and what was not shown for want of it is said.
const all = [{ passed: 0, failures: inCi ? missing : [], skipped: inCi ? [] : missing }];
for (const run of [runChecks, runBuild, runVitest, runPlaywright]) all.push(await run());

/** Said again at the end, where whoever reads a long run looks first. */
function list(heading, lines) {
  if (lines.length > 0) process.stdout.write(`\n${heading}:\n${lines.map((one) => `  ${one}\n`).join("")}`);
}
const skipped = all.flatMap((one) => one.skipped);
const failures = all.flatMap((one) => one.failures);
list("Not run", skipped);
list("Failed", failures);

const passed = all.reduce((sum, one) => sum + one.passed, 0);
process.exitCode = failures.length === 0 ? 0 : 1;
process.stdout.write(`\n${passed} passed, ${failures.length} failed\n`);
