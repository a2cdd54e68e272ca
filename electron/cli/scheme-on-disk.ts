import { access, mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadWithPlaces, type LoadedScheme } from "../../src/schemes/load-scheme.ts";
import type { SchemeFiles } from "../../src/schemes/scheme-files.ts";
import { schemeTexts } from "../adapters/scheme-folder.ts";
import type { CommandPorts } from "./bid-on-disk.ts";
import { Refusal } from "./refusal.ts";

export interface SchemeOnDisk {
  files: SchemeFiles;
  loaded: ReturnType<typeof loadWithPlaces>;
}

/** A scheme by its id, or by the path of its folder where a path is given. */
export async function readSchemeFolder(ports: CommandPorts, idOrFolder: string): Promise<SchemeOnDisk> {
  const files = (await ports.schemes.files(idOrFolder)) ?? (await folderTexts(idOrFolder));
  return { files, loaded: loadWithPlaces(files, await ports.schemes.sharedFigures()) };
}

async function folderTexts(folder: string): Promise<Map<string, string>> {
  const there = await access(path.join(folder, "scheme.yaml")).then(
    () => true,
    () => false,
  );
  if (there) return schemeTexts(folder);
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
 * Starts a scheme as a copy of another, under a new id and title, in a folder that is not there yet.
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
  for (const [name, text] of files) {
    const file = path.join(target, ...name.split("/"));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, renamed(name, text, { from: like, to: id }));
  }
  return target;
}

/** The id stands in scheme.yaml and in every example bid. */
function renamed(name: string, text: string, { from, to }: { from: string; to: string }): string {
  const key = name === "scheme.yaml" ? "id" : "scheme";
  return text.replace(new RegExp(`^${key}: ${path.basename(from)}$`, "m"), `${key}: ${to}`);
}
