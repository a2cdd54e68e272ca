// Starts everything there is to start: `node electron/launch.mjs start|bid|test|build`.
// Plain JavaScript over Node alone, because it runs before anything is installed.
import { spawn } from "node:child_process";
import path from "node:path";
import { desktopRuntime } from "./launch/desktop.mjs";
import { isFresh } from "./launch/freshness.mjs";
import { ensureInstalled, modernNode } from "./launch/install.mjs";

const root = path.resolve(import.meta.dirname, "..");
const [command = "start", ...rest] = process.argv.slice(2);

/** Where the officer stood when npm was called, so that relative names mean what they look like. */
const standing = process.env.npm_lifecycle_event === command ? (process.env.INIT_CWD ?? root) : process.cwd();

const commands = {
  start: async () => {
    const desktop = desktopRuntime(root);
    await build(["machine", "ready", "window"]);
    return desktop.runtime ? startDesktop(desktop.runtime) : serve(desktop.because);
  },
  bid: async () => {
    await build(["machine"]);
    return runNode(["dist/electron/cli.cjs", ...rest], standing);
  },
  test: () => runNode(["tests/tooling/run-tests.mjs", ...rest]),
  build: () => build(["machine", "ready", "window"], rest.includes("--force")),
};

const serve = (because) => runNode(["dist/electron/serve-loopback.cjs", "--because", because, ...rest], standing);

/** A runtime that is there may still not run: libraries can be missing, and its sandbox does not start for root. */
async function startDesktop(runtime) {
  const began = Date.now();
  const code = await run(runtime, [root, ...rest], standing);
  const fellOver = code !== 0 && Date.now() - began < 5000;
  return fellOver ? serve("the desktop app could not start here") : code;
}

/** Builds the parts whose sources changed. What it says goes to standard error: standard output belongs to the command. */
async function build(parts, force = false) {
  const stale = force ? parts : parts.filter((part) => !isFresh(root, part));
  if (stale.length === 0) return 0;
  const code = await runNode(["electron/build.mjs", ...stale]);
  if (code !== 0) throw new Error("Bidwright could not be built. The reasons are above.");
  return code;
}

function runNode([script, ...args], cwd = root) {
  return run(modernNode(root), [path.join(root, script), ...args], cwd);
}

/** Runs a program in front and passes on how it ended. Signals reach the child, which saves before it goes. */
function run(program, args, cwd = root) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: "inherit" });
    const pass = (signal) => child.kill(signal);
    process.on("SIGINT", pass).on("SIGTERM", pass);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve(signal ? 1 : (code ?? 1));
    });
  });
}

try {
  if (!Object.hasOwn(commands, command)) {
    throw new Error(`There is no command “${command}”. There are: ${Object.keys(commands).join(", ")}.`);
  }
  ensureInstalled(root);
  process.exitCode = await commands[command]();
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}
