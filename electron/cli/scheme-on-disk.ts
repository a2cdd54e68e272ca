import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadFolder } from "../../src/schemes/load-folder.ts";
import type { LoadedScheme } from "../../src/schemes/load-scheme.ts";
import type { SchemeFiles } from "../../src/schemes/scheme-files.ts";
import { schemeTexts } from "../adapters/scheme-folder.ts";
import { isThere } from "../adapters/is-there.ts";
import type { CommandPorts } from "./bid-on-disk.ts";
import { Refusal } from "./refusal.ts";

export interface SchemeOnDisk {
  files: SchemeFiles;
  loaded: ReturnType<typeof loadFolder>;
}

/** A scheme by its id, or by the path of its folder where a path is given. */
export async function readSchemeFolder(ports: CommandPorts, idOrFolder: string): Promise<SchemeOnDisk> {
  const files = (await ports.schemes.files(idOrFolder)) ?? (await folderTexts(idOrFolder));
  const name = path.basename(path.resolve(idOrFolder));
  return { files, loaded: loadFolder(name, files, await ports.schemes.sharedFigures()) };
}

async function folderTexts(folder: string): Promise<Map<string, string>> {
  if (await isThere(path.join(folder, "scheme.yaml"))) return schemeTexts(folder);
  throw new Refusal([
    `There is no scheme “${folder}” here, and no folder of that name with a scheme.yaml in it. The command “schemes” lists those there are.`,
  ]);
}

/** The same, refused with everything that is wrong where it cannot be used. */
export async function usableScheme(
  ports: CommandPorts,
  idOrFolder: string,
): Promise<LoadedScheme & { files: SchemeFiles }> {
  const { files, loaded } = await readSchemeFolder(ports, idOrFolder);
  if (!loaded.ok) throw new Refusal(loaded.error, 1);
  return { files, ...loaded.value };
}

/**
 * Starts a scheme as a copy of another, under a new id, in a folder that is not there yet. Example bids stay behind:
 * they are bids to the other scheme.
 *
 * @throws {@link Refusal} where the folder is there already or the id could not be one
 */
export async function newScheme(
  ports: CommandPorts,
  { id, like, folder }: { id: string; like: string; folder: string },
): Promise<string> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new Refusal([`“${id}” cannot be the id of a scheme. Use lower case words joined by hyphens.`]);
  }
  const files = (await ports.schemes.files(like)) ?? (await folderTexts(like));
  const target = path.join(folder, id);
  const inside = await readdir(target).catch(() => []);
  if (inside.length > 0) throw new Refusal([`The folder “${target}” is there already, and not empty.`]);
  const schemas = await isThere(path.join(folder, "..", "schemas"));
  const copied = [...files].filter(([name]) => !name.startsWith("examples/"));
  const texts = copied.map(([name, text]) => {
    const own = name === "scheme.yaml" ? text.replace(/^id: .*$/m, `id: ${id}`) : text;
    return [name, schemas ? own : own.replace(editorLine, "")] as const;
  });
  await writeTexts(target, new Map(texts));
  return target;
}

/** The first line by which an editor finds the JSON Schema of a file; of no use where the schemas do not lie. */
const editorLine = /^# yaml-language-server: .*\n/;

/** Writes texts into a folder by their names inside it. */
export async function writeTexts(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of texts) {
    const file = path.join(folder, ...name.split("/"));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

const marks = { begin: "<!-- made by: scheme table -->", end: "<!-- end of what scheme table made -->" };

/**
 * Puts a text between the marks of a Markdown file, in place of what stood there.
 *
 * @throws {@link Refusal} where the marks are not in the file
 */
export async function writeBetweenMarks(file: string, text: string): Promise<void> {
  const whole = await readFile(file, "utf8").catch(() => "");
  const [from, to] = [whole.indexOf(marks.begin), whole.indexOf(marks.end)];
  if (from === -1 || to < from) {
    throw new Refusal([`“${path.basename(file)}” has not both marks: ${marks.begin} and ${marks.end}.`]);
  }
  await writeFile(file, `${whole.slice(0, from + marks.begin.length)}\n\n${text}\n\n${whole.slice(to)}`);
}
