import { open, readdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { unpackBid } from "./bid-container.ts";
import { names, readManifest } from "./bid-manifest.ts";
import { readWithin } from "./read-within.ts";
import { localLength, methods, readPartHeader } from "./zip-layout.ts";

/** Room for the manifest of a bid with hundreds of attached files, in bytes. */
const peekLength = 64 * 1024;
const largestManifest = 1024 * 1024;

/** Other files in a file's folder that hold the same bid, by name. */
export async function copiesBeside(file: string, bid: string): Promise<string[]> {
  const folder = path.dirname(file);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const others = entries
    .filter(
      (entry) => entry.isFile() && entry.name.toLowerCase().endsWith(".bid") && entry.name !== path.basename(file),
    )
    .map((entry) => path.join(folder, entry.name));
  const copies: string[] = [];
  for (const other of others.toSorted()) if ((await bidOf(other)) === bid) copies.push(other);
  return copies;
}

/** Whose bid a file holds. The manifest is the first part, so that the beginning of the file is enough. */
export async function bidOf(file: string): Promise<string | undefined> {
  const manifest = await peek(file).catch(() => undefined);
  const read = manifest && readManifest(manifest);
  if (!read?.ok) return undefined;
  return read.value.version === 1 ? bidOfFormatOne(file) : read.value.bid;
}

const inflate = promisify(inflateRaw);

async function peek(file: string): Promise<Uint8Array | undefined> {
  const beginning = await readBeginning(file);
  if (beginning.length < localLength) return undefined;
  const { method, packed, nameLength, extraLength } = readPartHeader(beginning, 4);
  const name = beginning.toString("latin1", localLength, localLength + nameLength);
  const start = localLength + nameLength + extraLength;
  const data = beginning.subarray(start, start + packed);
  if (name !== names.manifest) return undefined;
  return method === methods.stored ? data : inflate(data, { maxOutputLength: largestManifest });
}

async function readBeginning(file: string): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(peekLength), 0, peekLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Format 1 did not name its bid in the manifest. */
async function bidOfFormatOne(file: string): Promise<string | undefined> {
  const bytes = await readWithin(file);
  const read = bytes.ok ? await unpackBid(bytes.value) : undefined;
  return read?.ok ? read.value.bid.id : undefined;
}
