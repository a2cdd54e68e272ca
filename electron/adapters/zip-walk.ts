import { inflateRawSync } from "node:zlib";
import * as yauzl from "yauzl";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { codeOf } from "./computer.ts";

/** What no file of ours comes near, counted while the zip is being read: what it says of itself proves nothing. */
export interface ZipLimits {
  entries: number;
  /** Bytes, all entries together. */
  expanded: number;
  /** Expanded to packed size, once an entry is larger than `ratioFrom` bytes. */
  ratio: number;
  ratioFrom: number;
}

const usualLimits: ZipLimits = {
  entries: 1000,
  expanded: 200 * 1024 * 1024,
  ratio: 100,
  ratioFrom: 100 * 1024,
};

const plainName = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/**
 * Reads every entry of a zip into memory, within limits.
 *
 * @returns the entries by name, or what is wrong, as the end of a sentence about the file
 */
export async function walkZip(
  bytes: Uint8Array,
  limits: ZipLimits = usualLimits,
): Promise<Result<Map<string, Uint8Array>, string>> {
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      strictFileNames: true,
    });
    if (zip.entryCount > limits.entries) throw new ZipRefusal(`holds more than ${limits.entries} parts`);
    return ok(await readEntries(zip, limits));
  } catch (fault) {
    return fail(fault instanceof ZipRefusal ? fault.message : "is damaged: it cannot be unpacked");
  }
}

/** Known reasons to refuse, in our own words. Everything else the reader throws is damage. */
class ZipRefusal extends Error {}

async function readEntries(zip: yauzl.ZipFile, limits: ZipLimits): Promise<Map<string, Uint8Array>> {
  const read = new Map<string, Uint8Array>();
  let left = limits.expanded;
  for await (const entry of zip.eachEntry()) {
    refuseEntry(entry, read, limits);
    const content = await readEntry(zip, entry, { limits, left });
    left -= content.length;
    read.set(entry.fileName, content);
  }
  return read;
}

function refuseEntry(entry: yauzl.Entry, read: ReadonlyMap<string, unknown>, limits: ZipLimits): void {
  if (read.size >= limits.entries) throw new ZipRefusal(`holds more than ${limits.entries} parts`);
  if (entry.isEncrypted()) throw new ZipRefusal("is protected by a password");
  if (!plainName.test(entry.fileName)) throw new ZipRefusal("holds a part with a name that is not allowed");
  if (read.has(entry.fileName)) throw new ZipRefusal(`holds the part ${entry.fileName} twice`);
}

async function readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  { limits, left }: { limits: ZipLimits; left: number },
): Promise<Uint8Array> {
  const packed = await readPacked(zip, entry);
  const most = Math.min(left, Math.max(limits.ratioFrom, limits.ratio * entry.compressedSize));
  const content = entry.compressionMethod === 0 ? packed : unpack(packed, entry.uncompressedSize, most);
  if (content.length > left) throw new ZipRefusal(tooMuch);
  if (content.length !== entry.uncompressedSize) throw new Error("The entry is not as long as it says");
  return content;
}

const tooMuch = "would unpack to far more than a bid can hold";

/** The bytes as they lie in the zip. To unpack them at once takes a fifth of the time of a stream. */
async function readPacked(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/**
 * @param length bytes that the entry says it has, all of which are made room for at once
 * @param most bytes; the work stops there, whatever the entry says of itself
 */
function unpack(packed: Uint8Array, length: number, most: number): Uint8Array {
  const maxOutputLength = Math.max(1, most);
  const chunkSize = Math.max(smallestChunk, Math.min(length, maxOutputLength) + 1);
  try {
    const { buffer, byteOffset, byteLength } = inflateRawSync(packed, { chunkSize, maxOutputLength });
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch (fault) {
    throw codeOf(fault) === "ERR_BUFFER_TOO_LARGE" ? new ZipRefusal(tooMuch) : fault;
  }
}

/** Bytes. One that says it is smaller than it is would be unpacked in very many steps. */
const smallestChunk = 16 * 1024;
