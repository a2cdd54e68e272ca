import { access } from "node:fs/promises";
import type { SchemeInspection } from "../../src/contract/views.ts";
import { compareSchemes } from "../../src/schemes/compare-schemes.ts";
import { loadFolder } from "../../src/schemes/load-folder.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { createSessions } from "../../src/services/bid-sessions.ts";
import { schemeHandlers } from "../../src/services/scheme-handlers.ts";
import { findScheme } from "../../src/services/shelf.ts";
import type { CommandPorts } from "./bid-on-disk.ts";
import type { Add, Outcome } from "./command.ts";
import { Refusal } from "./refusal.ts";
import { changesInWords, effectsInWords } from "./update-words.ts";

/** `scheme add`, `remove` and `diff`: what stands on the shelf, and what an update changes. */
export function addShelfCommands(add: Add, ports: CommandPorts): void {
  add(
    "add <folder-or-zip>",
    "add a scheme, and say what it changes for recent bids",
    async ([file = ""], { replace }) => addScheme(ports, file, replace === true),
  ).option("--replace", "replace the scheme that has its id now; the earlier version is kept");
  add("remove <id>", "take away a scheme that was added; it is kept and can be put back", async ([id = ""]) => {
    const removed = await handlers(ports).removeScheme({ id });
    if (!removed.ok) throw new Refusal([removed.error.message]);
    return {
      json: { removed: id },
      words: [`${id} was taken away. It is kept, and can be put back on the schemes page.`],
    };
  });
  add("diff <a> <b>", "say what differs between two schemes: ids, folders or zips", async ([a = "", b = ""]) => {
    const [before, after] = [await anyScheme(ports, a), await anyScheme(ports, b)];
    const changes = compareSchemes(before, after);
    const versions = `${before.title} ${before.version} and ${after.title} ${after.version}`;
    const words = changes.length === 0 ? [`Nothing differs between ${versions}.`] : [`${versions}:`];
    return { json: changes, words: [...words, ...changesInWords(changes)], exitCode: changes.length === 0 ? 0 : 1 };
  });
}

function handlers(ports: CommandPorts) {
  return schemeHandlers(ports, createSessions(ports));
}

async function addScheme(ports: CommandPorts, file: string, replace: boolean): Promise<Outcome> {
  const app = handlers(ports);
  const looked = await app.inspectScheme({ token: ports.places.file(await thatIsThere(file)).token });
  if (!looked.ok) throw new Refusal([looked.error.message]);
  const seen = looked.value;
  if (seen.faults.length > 0) throw new Refusal(seen.faults, 1);
  if (seen.replaces && !replace) {
    const here = seen.replaces.usable ? `version ${seen.replaces.version}` : "a version that cannot be used";
    throw new Refusal([
      `The scheme “${seen.scheme?.id ?? ""}” is here already, in ${here}. Add --replace to go on; “scheme diff” says what changes.`,
    ]);
  }
  const installed = await app.installScheme({ inspection: seen.inspection });
  if (!installed.ok) throw new Refusal([installed.error.message]);
  return { json: { ...installed.value, ...reported(seen) }, words: addedInWords(seen) };
}

function reported({ files, leftOut, changes, bids }: SchemeInspection) {
  return { files: files.length, leftOut, changes, bids };
}

function addedInWords({ scheme, files, leftOut, changes, bids, replaces }: SchemeInspection): string[] {
  const title = `${scheme?.title ?? ""} ${scheme?.version ?? ""}`;
  return [
    replaces ? `${title}: added in place of version ${replaces.version}.` : `${title}: added.`,
    `${files.length} files were taken.`,
    ...(leftOut.length > 0 ? [`Left out: ${leftOut.join(", ")}.`] : []),
    ...changesInWords(changes),
    ...bids.flatMap((bid) => ["", ...effectsInWords(bid)]),
  ];
}

async function thatIsThere(file: string): Promise<string> {
  await access(file).catch(() => {
    throw new Refusal([`There is no folder or zip “${file}”.`]);
  });
  return file;
}

/** A scheme by its id, or read from a folder or a zip as carefully as one that is to be added. */
async function anyScheme(ports: CommandPorts, idOrFile: string): Promise<Scheme> {
  if ((await ports.schemes.files(idOrFile)) !== undefined) {
    const found = await findScheme(ports, idOrFile);
    if (!found.ok) throw new Refusal([found.error.message], 1);
    return found.value;
  }
  const read = await ports.ownSchemes.read(ports.places.file(await thatIsThere(idOrFile)).token);
  if (!read.ok) throw new Refusal(read.error, 1);
  // Two versions of one scheme lie in folders of different names, so the name of the folder says nothing here.
  const loaded = loadFolder(undefined, read.value.texts, await ports.schemes.sharedFigures());
  if (!loaded.ok) throw new Refusal(loaded.error, 1);
  return loaded.value.scheme;
}
