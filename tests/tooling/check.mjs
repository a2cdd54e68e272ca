import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import path from "node:path";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const bin = path.join(root, "node_modules", ".bin");
const folders = ["src", "src/documents/render", "electron", "renderer", "tests"];

/** Everything that is checked without running the program. Each step is one line in the result. */
export const steps = [
  ...folders.map((folder) => ({ name: `types in ${folder}`, command: ["tsc", "-p", folder] })),
  { name: "lint", command: ["oxlint", "-c", ".oxlintrc.json"] },
  {
    name: "import directions",
    command: ["depcruise", "--config", "tests/tooling/dependency-cruiser.cjs", "src", "electron", "renderer"],
  },
  { name: "dead code", command: ["knip", "--no-progress"] },
  { name: "formatting", command: ["prettier", "--check", "--log-level", "warn", "."] },
];

function run({ name, command: [program, ...words] }) {
  return new Promise((resolve) => {
    const child = spawn(path.join(bin, program), words, { cwd: root, shell: process.platform === "win32" });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", (fault) => resolve({ name, passed: false, output: String(fault) }));
    child.on("close", (code) => resolve({ name, passed: code === 0, output }));
  });
}

/** Two steps at a time, in order. */
export async function check() {
  const waiting = [...steps];
  const results = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await run(step);
      console.log(`${result.passed ? "passed" : "FAILED"}  ${result.name}`);
      if (!result.passed) console.log(result.output);
      results.push(result);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = await check();
  process.exitCode = results.every((result) => result.passed) ? 0 : 1;
}
