import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { centralSignature, endSignature, localSignature, methods, partHeader } from "./zip-layout.ts";

export interface ZipPart {
  name: string;
  bytes: Uint8Array;
  /** Whether it is worth making smaller; files that officers attach mostly are small already. */
  deflate: boolean;
}

/** Far from the ratio at which readers suspect a bomb: text of one letter a million times is stored as it is. */
const tightest = 50;
const worthAsking = 100 * 1024;

interface Placed {
  name: Buffer;
  header: Buffer;
  data: Uint8Array;
  /** Where its local header begins. */
  offset: number;
}

/** Writes a zip, its parts in the order given. What it writes, the reader's own limits let in again. */
export async function writeZip(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const placed: Placed[] = [];
  let offset = 0;
  for (const part of parts) {
    const [name, data] = [Buffer.from(part.name), part.deflate ? await packed(part.bytes) : part.bytes];
    const header = headerOf(part.bytes, { name, data });
    placed.push({ name, header, data, offset });
    offset += localSignature.length + header.length + name.length + data.length;
  }
  const local = placed.flatMap(({ name, header, data }) => [localSignature, header, name, data]);
  const central = Buffer.concat(placed.flatMap((one) => [centralSignature, centralHeader(one), one.name]));
  return new Uint8Array(Buffer.concat([...local, central, end(placed.length, { offset, length: central.length })]));
}

const deflate = promisify(deflateRaw);

/** The tightest level costs a few hundredths of a second for the longest log, off the thread that answers the window. */
async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  const smaller = await deflate(bytes, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
  const tooTight = bytes.length > worthAsking && smaller.length * tightest < bytes.length;
  return tooTight || smaller.length >= bytes.length ? bytes : smaller;
}

function headerOf(bytes: Uint8Array, { name, data }: Pick<Placed, "name" | "data">): Buffer {
  const method = data === bytes ? methods.stored : methods.deflated;
  const sizes = { packed: data.length, expanded: bytes.length };
  return partHeader({ method, crc: crc32(bytes), ...sizes, nameLength: name.length });
}

function centralHeader({ header, offset }: Placed): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([header.subarray(0, 2), header, rest]);
}

function end(count: number, central: { offset: number; length: number }): Buffer {
  const record = Buffer.alloc(18);
  record.writeUInt16LE(count, 4);
  record.writeUInt16LE(count, 6);
  record.writeUInt32LE(central.length, 8);
  record.writeUInt32LE(central.offset, 12);
  return Buffer.concat([endSignature, record]);
}
