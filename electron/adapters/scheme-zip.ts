import { crc32 } from "node:zlib";
import * as yauzl from "yauzl";
import { clashingNames, refusedName, shownName } from "../../src/schemes/package-names.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { schemeLimits, SchemeRefusal, tooLarge, tooManyFiles, tooMuch } from "./scheme-limits.ts";
import { endSignature, localSignature, methods } from "./zip-layout.ts";

interface NamedEntry {
  entry: yauzl.Entry;
  name: string;
  /** Where its bytes begin in the zip. */
  data: number;
}

/**
 * Reads every file of a zip into memory, suspecting each of them. Nothing is written and nothing is run.
 *
 * @returns the files by name, or plain sentences naming the entry that is refused
 */
export async function unzipScheme(bytes: Uint8Array): Promise<Result<Map<string, Uint8Array>, string[]>> {
  if (bytes.length > schemeLimits.zip) return fail(["The zip is larger than 20 MB, more than any scheme needs."]);
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const begins = zip.subarray(0, 4);
  if (!begins.equals(localSignature) && !begins.equals(endSignature)) return fail(["This is not a zip."]);
  try {
    return ok(await readAll(zip));
  } catch (fault) {
    return fail([fault instanceof SchemeRefusal ? fault.message : "The zip is damaged: it cannot be unpacked."]);
  }
}

async function readAll(bytes: Buffer): Promise<Map<string, Uint8Array>> {
  // Names are read and judged here: the reader would quietly turn a backslash into something else.
  const zip = await yauzl.fromBufferPromise(bytes, { decodeStrings: false });
  if (zip.entryCount > schemeLimits.files * 2) throw new SchemeRefusal(tooManyFiles);
  const entries = await listEntries(zip);
  refuseOverlaps(entries);
  const read = new Map<string, Uint8Array>();
  let left = schemeLimits.all;
  for (const one of entries) {
    if (one.name.endsWith("/")) continue;
    const content = await readEntry(zip, one, left);
    left -= content.length;
    read.set(one.name, content);
  }
  return read;
}

async function listEntries(zip: yauzl.ZipFile): Promise<NamedEntry[]> {
  const entries: NamedEntry[] = [];
  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    refuseEntry(entry, name);
    if (names.has(name)) throw new SchemeRefusal(`${shownName(name)}: stands twice in the zip.`);
    names.add(name);
    if (names.size > schemeLimits.files * 2) throw new SchemeRefusal(tooManyFiles);
    entries.push({ entry, name, data: await dataStart(zip, entry, name) });
  }
  const files = [...names].filter((name) => !name.endsWith("/"));
  if (files.length > schemeLimits.files) throw new SchemeRefusal(tooManyFiles);
  const clash = clashingNames(files);
  if (clash) throw new SchemeRefusal(clashInWords(clash));
  return entries;
}

export function clashInWords([one, other]: [string, string]): string {
  return `${shownName(other)}: cannot stand beside ${shownName(one)}. On many computers the two are one name.`;
}

/** The name as its bytes say, as an extra field may say better. */
function nameOf(entry: yauzl.Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const raw = fileNameRaw.toString("latin1");
  if (raw.includes("\\")) return raw;
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

const encryptedFlag = 0x1;
const strongEncryptionFlag = 0x40;
const maskedFlag = 0x2000;
/** The kind of file, as Unix writes it into the upper half of the attributes; 0 where the zip was made elsewhere. */
const kinds = { mask: 0o170000, file: 0o100000, folder: 0o040000, link: 0o120000 };

function refuseEntry(entry: yauzl.Entry, name: string): void {
  const why = refusedName(name) ?? refusedForm(entry);
  if (why !== undefined) throw new SchemeRefusal(`${shownName(name)}: ${why}.`);
}

function refusedForm(entry: yauzl.Entry): string | undefined {
  const { generalPurposeBitFlag: flags, compressionMethod: method } = entry;
  const kind = (entry.externalFileAttributes >>> 16) & kinds.mask;
  if (flags & (encryptedFlag | strongEncryptionFlag | maskedFlag)) return "is protected by a password";
  if (kind === kinds.link) return "is a link to another file";
  if (kind !== 0 && kind !== kinds.file && kind !== kinds.folder) return "is no ordinary file";
  if (method !== methods.stored && method !== methods.deflated) return "is packed in a way that is not read here";
  return undefined;
}

/** The zip names every file twice. Two names that differ show one file to the officer and another to whoever unpacks it. */
async function dataStart(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string): Promise<number> {
  const header = await zip.readLocalFileHeaderPromise(entry);
  if (!header.fileName.equals(entry.fileNameRaw)) {
    throw new SchemeRefusal(`${shownName(name)}: the zip calls it by another name elsewhere.`);
  }
  return header.fileDataStart;
}

function refuseOverlaps(entries: readonly NamedEntry[]): void {
  const placed = entries.toSorted((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader);
  for (const [index, { entry, data, name }] of placed.entries()) {
    const next = placed[index + 1];
    if (next && next.entry.relativeOffsetOfLocalHeader < data + entry.compressedSize) {
      throw new SchemeRefusal(`${shownName(name)}: lies over ${shownName(next.name)} in the zip.`);
    }
  }
}

async function readEntry(zip: yauzl.ZipFile, { entry, name }: NamedEntry, left: number): Promise<Uint8Array> {
  try {
    return await inflated(zip, entry, { name, left });
  } catch (fault) {
    if (fault instanceof SchemeRefusal) throw fault;
    throw new SchemeRefusal(`${shownName(name)}: is damaged and cannot be unpacked.`);
  }
}

async function inflated(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  { name, left }: { name: string; left: number },
): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > schemeLimits.file || size > left) {
      stream.destroy();
      throw size > schemeLimits.file ? tooLarge(shownName(name)) : new SchemeRefusal(tooMuch);
    }
    pieces.push(piece);
  }
  const content = Buffer.concat(pieces, size);
  if (crc32(content) !== entry.crc32) throw new Error("The checksum differs");
  return new Uint8Array(content);
}
