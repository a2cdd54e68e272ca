import { deflateSync, zipSync, type Zippable } from "fflate";

export interface ZipPart {
  name: string;
  bytes: Uint8Array;
  /** Whether it is worth making smaller; files that officers attach mostly are small already. */
  deflate: boolean;
}

/** The earliest day a zip can name: the same parts always make the same bytes. */
const mtime = new Date(1980, 0, 1);
/** Far from the ratio at which readers suspect a bomb: text of one letter a million times is stored as it is. */
const tightest = 50;
const worthAsking = 100 * 1024;

/** Writes a zip. What it writes, the reader's own limits let in again. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const entries = parts.map(({ name, bytes, deflate }) => {
    const level = deflate && !tooTight(bytes) ? 6 : 0;
    return [name, [bytes, { level, mtime }]] as const;
  });
  return zipSync(Object.fromEntries(entries) as Zippable);
}

function tooTight(bytes: Uint8Array): boolean {
  return bytes.length > worthAsking && deflateSync(bytes, { level: 6 }).length * tightest < bytes.length;
}
