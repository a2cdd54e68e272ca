import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { modernNode } from "./install.mjs";

const fetchLimit = 180_000;
const tryAgainAfter = 24 * 60 * 60 * 1000;

/**
 * The desktop runtime's program, or one line on why there is none.
 *
 * @param {string} root
 * @param {{ fetch: boolean }} may whether one that is not there may be fetched
 * @returns {{ runtime?: string, because?: string }}
 */
export function desktopRuntime(root, { fetch } = { fetch: true }) {
  const because = (reason) => ({ because: reason });
  if (!hasDisplay()) return because("there is no display");
  const there = findRuntime(root);
  if (there) return { runtime: there };
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    return because("no Electron runtime is where ELECTRON_OVERRIDE_DIST_PATH points");
  }
  if (!fetch) return because("the Electron runtime is not installed");
  if (triedLately(root)) return because("the Electron runtime could not be fetched today");
  fetchRuntime(root);
  const fetched = findRuntime(root);
  return fetched ? { runtime: fetched } : because("the Electron runtime could not be fetched");
}

/** Windows and macOS always have one where a person sits; elsewhere it is named in the environment. */
function hasDisplay() {
  const named = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? "";
  return process.platform === "win32" || process.platform === "darwin" || named !== "";
}

function findRuntime(root) {
  const folder = path.join(root, "node_modules", "electron");
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const program = programName(folder);
  const file = path.join(override ?? path.join(folder, "dist"), program);
  return existsSync(file) ? file : undefined;
}

function programName(folder) {
  const named = path.join(folder, "path.txt");
  if (existsSync(named)) return readFileSync(named, "utf8").trim();
  if (process.platform === "win32") return "electron.exe";
  return process.platform === "darwin" ? "Electron.app/Contents/MacOS/Electron" : "electron";
}

function fetchRuntime(root) {
  process.stderr.write("Fetching the Electron runtime, once. Without it Bidwright runs in your browser.\n");
  const install = path.join(root, "node_modules", "electron", "install.js");
  spawnSync(modernNode(root), [install], { cwd: root, stdio: ["ignore", "ignore", "ignore"], timeout: fetchLimit });
  if (findRuntime(root)) return;
  mkdirSync(path.join(root, "dist"), { recursive: true });
  writeFileSync(triedFile(root), "");
}

const triedFile = (root) => path.join(root, "dist", ".runtime-not-fetched");

function triedLately(root) {
  const tried = statSync(triedFile(root), { throwIfNoEntry: false });
  return tried !== undefined && Date.now() - tried.mtimeMs < tryAgainAfter;
}
