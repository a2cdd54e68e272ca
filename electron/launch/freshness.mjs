import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What each part of the build is made from. */
const sources = {
  machine: ["src", "electron", "package-lock.json"],
  ready: ["src", "electron", "templates", "package-lock.json"],
  window: ["src", "renderer", "electron/build.mjs", "package-lock.json"],
};

/** A fingerprint of names, sizes and times: a few milliseconds, where reading every file would take longer. */
function fingerprint(root, part) {
  const hash = createHash("sha256");
  for (const source of sources[part]) add(hash, path.join(root, source));
  return hash.digest("hex");
}

function add(hash, place) {
  const stat = statSync(place);
  if (stat.isFile()) {
    hash.update(`${place}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(place).toSorted()) add(hash, path.join(place, name));
}

const stampOf = (root, part) => path.join(root, "dist", `.${part}-built-from`);

/** Whether a part was built from the sources as they are now. */
export function isFresh(root, part) {
  try {
    return readFileSync(stampOf(root, part), "utf8") === fingerprint(root, part);
  } catch {
    return false;
  }
}

/** Takes the fingerprint before a build; the function returned writes it down after one that went well. */
export function stampFor(root, part) {
  const taken = fingerprint(root, part);
  return () => writeFileSync(stampOf(root, part), taken);
}
