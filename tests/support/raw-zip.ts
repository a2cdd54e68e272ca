import { crc32, deflateRawSync } from "node:zlib";

/** One entry of a zip, with everything that a hostile one would lie about. */
export interface RawEntry {
  name: string;
  bytes?: Uint8Array;
  deflate?: boolean;
  method?: number;
  flags?: number;
  /** The kind of file and its rights, as Unix writes them. */
  mode?: number;
  /** Another name in the header beside the bytes. */
  localName?: string;
  /** What the headers say the bytes unpack to. */
  expanded?: number;
  crc?: number;
  /** Use the bytes of the entry at this position instead of its own. */
  over?: number;
}

const namesAreUtf8 = 0x800;

/** What both headers of an entry say, in the same order, without its name. */
function headerOf(entry: RawEntry, data: Uint8Array, bytes: Uint8Array): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(entry.flags ?? (name.some((byte) => byte > 0x7f) ? namesAreUtf8 : 0), 2);
  header.writeUInt16LE(entry.method ?? (entry.deflate === true ? 8 : 0), 4);
  header.writeUInt32LE(entry.crc ?? crc32(bytes), 10);
  header.writeUInt32LE(data.length, 14);
  header.writeUInt32LE(entry.expanded ?? bytes.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

function localPart(entry: RawEntry, header: Buffer, data: Uint8Array): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  const own = Buffer.from(header);
  own.writeUInt16LE(name.length, 22);
  return Buffer.concat([Buffer.from("PK\u0003\u0004"), own, name, data]);
}

function listedPart({ name, mode = 0o100644 }: RawEntry, header: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(Math.imul(mode, 0x10000) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  const madeOnUnix = Buffer.from([20, 3]);
  return Buffer.concat([Buffer.from("PK\u0001\u0002"), madeOnUnix, header, rest, Buffer.from(name)]);
}

/** Writes a zip just as it is told to, sound or not. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const local: Buffer[] = [];
  const listed: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const bytes = entry.bytes ?? new Uint8Array();
    const data = entry.deflate === true ? deflateRawSync(bytes) : Buffer.from(bytes);
    const header = headerOf(entry, data, bytes);
    const offset = entry.over === undefined ? at : (offsets[entry.over] as number);
    offsets.push(offset);
    listed.push(listedPart(entry, header, offset));
    if (entry.over !== undefined) continue;
    local.push(localPart(entry, header, data));
    at += local.at(-1)?.length ?? 0;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...local, list, Buffer.from("PK\u0005\u0006"), end]));
}
