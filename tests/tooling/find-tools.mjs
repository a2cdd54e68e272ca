import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";

const root = path.resolve(import.meta.dirname, "../..");
const fetchLimit = 300_000;

/** Draws what Chromium draws, in two thirds of the time: it has no window to keep. */
const quickBrowser = "chromium-headless-shell";
const browsers = [
  quickBrowser,
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const browserPrograms = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const officePrograms = [
  "/usr/lib/libreoffice/program/soffice",
  "/opt/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

const isRoot = () => process.getuid?.() === 0;

/** An installed browser of the Chromium family, else the one Playwright fetched. `BIDWRIGHT_BROWSER` names another. */
export function findBrowser() {
  const named = [process.env.BIDWRIGHT_BROWSER, onPath(browsers), ...browserPrograms, chromium.executablePath()];
  return named.find((file) => file !== undefined && existsSync(file));
}

/** Chromium's own sandbox does not start for root; its pages here are only ours. */
export function sandboxFlags() {
  return isRoot() ? ["--no-sandbox"] : [];
}

const findOffice = () =>
  [process.env.LIBREOFFICE, onPath(["soffice", "libreoffice"]), ...officePrograms].find(
    (file) => file !== undefined && existsSync(file),
  );

const sharedTools = existsSync(path.join(root, "../shared/tools"));
const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : onPath(["python3"]);

function findPythonModules() {
  if (!python) return undefined;
  return spawnSync(python, ["-c", "import lxml, openpyxl"]).status === 0 ? python : undefined;
}

/** What the tests use beside Node, how to look for it, and what else may bring it. */
const wanted = [
  {
    name: "a browser",
    missing: "the app was not used in a browser",
    find: findBrowser,
    fetch: () =>
      spawnSync(process.execPath, [path.join(root, "node_modules/playwright/cli.js"), "install", "chromium"], {
        stdio: "ignore",
        timeout: fetchLimit,
      }),
    packages: ["chromium"],
  },
  {
    name: "LibreOffice",
    missing: "documents were not opened, drawn or recalculated by it",
    find: findOffice,
    packages: ["libreoffice-calc", "libreoffice-writer"],
  },
  {
    name: "poppler",
    missing: "pages of documents were not drawn",
    find: () => onPath(["pdftoppm", "pdftoppm.exe"]),
    packages: ["poppler-utils"],
  },
  ...(sharedTools
    ? [
        {
          name: "Python with lxml and openpyxl",
          missing: "documents were not looked at by the tools beside the project",
          find: findPythonModules,
          packages: ["python3", "python3-lxml", "python3-openpyxl"],
        },
      ]
    : []),
];

let listsAreFresh = false;

/** Debian's own packages, which only root can install. */
function installPackages(packages) {
  const apt = isRoot() ? onPath(["apt-get"]) : undefined;
  if (!apt) return;
  const run = (...words) =>
    spawnSync(apt, words, {
      stdio: "ignore",
      timeout: fetchLimit,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  if (!listsAreFresh) run("update");
  listsAreFresh = true;
  run("install", "-y", "--no-install-recommends", ...packages);
}

/**
 * Finds or brings everything the tests use.
 *
 * @param hurry brings what makes them faster, too
 * @returns one plain sentence for each thing that cannot be had
 */
export function gatherTools(hurry = false) {
  if (hurry && !onPath([quickBrowser])) installPackages([quickBrowser]);
  return wanted.flatMap((tool) => {
    if (tool.find()) return [];
    process.stdout.write(`Looking for ${tool.name}.\n`);
    if (tool.fetch) tool.fetch();
    if (!tool.find()) installPackages(tool.packages);
    return tool.find() ? [] : [`${tool.name} could not be found or installed: ${tool.missing}.`];
  });
}
