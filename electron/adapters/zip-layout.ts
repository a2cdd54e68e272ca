/* Where things stand in the headers of a zip, as far as Bidwright writes and rescues them. Every number is little-endian. */

export const localSignature = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
export const centralSignature = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
export const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/** Bytes before the name. */
export const localLength = 30;
export const centralLength = 46;

export const methods = { stored: 0, deflated: 8 } as const;

/** What both headers of a part say of it, in the same order; the central one two bytes further on. */
export interface PartHeader {
  method: number;
  crc: number;
  packed: number;
  expanded: number;
  nameLength: number;
  extraLength: number;
}

/** @param at where the header's version number stands: 4 bytes after a local signature, 6 after a central one */
export function readPartHeader(bytes: Buffer, at: number): PartHeader {
  return {
    method: bytes.readUInt16LE(at + 4),
    crc: bytes.readUInt32LE(at + 10),
    packed: bytes.readUInt32LE(at + 14),
    expanded: bytes.readUInt32LE(at + 18),
    nameLength: bytes.readUInt16LE(at + 22),
    extraLength: bytes.readUInt16LE(at + 24),
  };
}

const version = 20;
/** The earliest day a zip can name: the same parts always make the same bytes. */
const firstDay = 0x21;

/** The other way round; 26 bytes, for a part without extra fields. */
export function partHeader({ method, crc, packed, expanded, nameLength }: Omit<PartHeader, "extraLength">): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(version, 0);
  header.writeUInt16LE(method, 4);
  header.writeUInt16LE(firstDay, 8);
  header.writeUInt32LE(crc, 10);
  header.writeUInt32LE(packed, 14);
  header.writeUInt32LE(expanded, 18);
  header.writeUInt16LE(nameLength, 22);
  return header;
}
