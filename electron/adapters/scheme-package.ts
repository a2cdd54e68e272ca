import path from "node:path";
import { lstat } from "node:fs/promises";
import { partOfPackage, schemeRoot, shownName } from "../../src/schemes/package-names.ts";
import type { SchemePackage } from "../../src/services/scheme-ports.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { readText } from "./plain-json.ts";
import { readZipFile } from "./read-within.ts";
import { schemeLimits } from "./scheme-limits.ts";
import { readSchemeTree } from "./scheme-tree.ts";
import { unzipScheme } from "./scheme-zip.ts";

type Read = Result<SchemePackage, string[]>;

/** Reads a scheme from a folder or a zip that anybody may have made. */
export async function readSchemePackage(file: string): Promise<Read> {
  const found = await lstat(file).catch(() => undefined);
  if (!found?.isDirectory()) {
    const bytes = await readZipFile(file, schemeLimits.zip);
    if (!bytes.ok) return fail([`${path.basename(file)}: ${bytes.error}`]);
    return unpackScheme(path.basename(file), bytes.value);
  }
  const tree = await readSchemeTree(file);
  if (!tree.ok) return tree;
  const { files, others } = tree.value;
  return packageOf({ name: path.basename(file), folder: path.basename(file), files }, others);
}

/** The same, from the bytes of a zip. */
export async function unpackScheme(name: string, zip: Uint8Array): Promise<Read> {
  const unpacked = await unzipScheme(zip);
  if (!unpacked.ok) return unpacked;
  const names = [...unpacked.value.keys()];
  const root = schemeRoot(names);
  if (root === undefined) return fail([noScheme(names)]);
  if (root === "") return packageOf({ name, folder: undefined, files: unpacked.value }, []);
  const inside = new Map<string, Uint8Array>();
  const others: string[] = [];
  for (const [entry, bytes] of unpacked.value) {
    if (entry.startsWith(`${root}/`)) inside.set(entry.slice(root.length + 1), bytes);
    else others.push(entry);
  }
  return packageOf({ name, folder: root, files: inside }, others);
}

function noScheme(names: readonly string[]): string {
  const several = names.filter((name) => /^[^/]+\/scheme\.yaml$/.test(name));
  if (several.length > 1)
    return `The zip holds more than one scheme: ${several.map(shownName).join(", ")}. Add one at a time.`;
  return "There is no scheme.yaml at the top of the zip, nor in the one folder it holds.";
}

interface Found {
  name: string;
  folder: string | undefined;
  files: ReadonlyMap<string, Uint8Array>;
}

function packageOf({ name, folder, files }: Found, others: readonly string[]): Read {
  const taken: SchemePackage = { name, folder, texts: new Map(), files: new Map(), leftOut: others.map(shownName) };
  const faults: string[] = [];
  for (const [file, bytes] of files) {
    const part = partOfPackage(file);
    if (part === "other") {
      taken.leftOut.push(shownName(file));
      continue;
    }
    const fault = part === "text" ? readInto(taken, file, bytes) : refusedContent(file, bytes);
    if (fault !== undefined) faults.push(fault);
    taken.files.set(file, bytes);
  }
  if (!taken.texts.has("scheme.yaml") && faults.length === 0) faults.push("There is no scheme.yaml in the folder.");
  return faults.length === 0 ? ok(taken) : fail(faults);
}

function readInto({ texts }: SchemePackage, file: string, bytes: Uint8Array): string | undefined {
  const text = readText(bytes);
  if (!text.ok) return `${shownName(file)}: is not text in UTF-8.`;
  texts.set(file, text.value.replace(/^\uFEFF/, ""));
  return undefined;
}

/** The first bytes of each kind of file that may stand beside the texts. */
const beginnings: Readonly<Record<string, readonly number[]>> = {
  docx: [0x50, 0x4b, 0x03, 0x04],
  xlsx: [0x50, 0x4b, 0x03, 0x04],
  png: [0x89, 0x50, 0x4e, 0x47],
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  gif: [0x47, 0x49, 0x46, 0x38],
};

function refusedContent(file: string, bytes: Uint8Array): string | undefined {
  const ending = path.extname(file).slice(1);
  const begins = (beginnings[ending] ?? []).every((byte, at) => bytes[at] === byte);
  return begins ? undefined : `${shownName(file)}: does not hold what its ending (.${ending}) says.`;
}
