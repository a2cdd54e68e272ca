import { promisify } from "node:util";
import { constants, crc32, inflateRaw, inflateRawSync } from "node:zlib";
import {
  centralLength,
  centralSignature,
  endSignature,
  localLength,
  localSignature,
  methods,
  readPartHeader,
  type PartHeader,
} from "./zip-layout.ts";

/** A part found in a damaged zip. */
export interface FoundPart {
  name: string;
  bytes: Uint8Array;
  /** Its checksum is right. Otherwise only its beginning may be there, and any of it may be wrong. */
  sound: boolean;
}

interface Header extends PartHeader {
  name: string;
  /** Where its data begins. */
  start: number;
}

/** Far more than a bid has: a file made of nothing but headers is not followed for ever. */
const mostHeaders = 5000;
const mostExpanded = 200 * 1024 * 1024;
/** All unpacking together, tries that failed too. */
const mostWork = 1024 * 1024 * 1024;

/**
 * Takes what can be had out of a zip without trusting its table of contents: by the header before each part first,
 * then what the table finds sound. There can be several parts of one name: some broken, or of a zip that stood inside.
 *
 * @param wanted names to look for; anything else is passed over
 */
export async function salvageParts(bytes: Uint8Array, wanted: RegExp): Promise<FoundPart[]> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const signatures = [localSignature, centralSignature, endSignature].flatMap((one) => placesOf(zip, one));
  const search: Search = { zip, wanted, signatures: signatures.toSorted((a, b) => a - b), work: mostWork };
  const found: FoundPart[] = [];
  for await (const part of localParts(search)) found.push(part);
  for await (const part of centralParts(search))
    if (part.sound && !found.some((one) => isSame(one, part))) found.push(part);
  return found;
}

function isSame(one: FoundPart, other: FoundPart): boolean {
  return one.name === other.name && one.sound && Buffer.compare(one.bytes, other.bytes) === 0;
}

interface Search {
  zip: Buffer;
  wanted: RegExp;
  /** Where any header begins, in order. */
  signatures: number[];
  /** Bytes that may still be unpacked. */
  work: number;
}

function placesOf(zip: Buffer, signature: Buffer): number[] {
  const places: number[] = [];
  for (let at = zip.indexOf(signature); at !== -1 && places.length < mostHeaders; at = zip.indexOf(signature, at + 4)) {
    places.push(at);
  }
  return places;
}

async function* localParts(search: Search): AsyncGenerator<FoundPart> {
  let from = 0;
  for (const at of placesOf(search.zip, localSignature)) {
    const header = at < from ? undefined : localHeader(search.zip, at);
    if (!header) continue;
    // What is inside a part is not looked at: an attached file may itself hold parts of these names.
    if (endsWell(search, header)) from = header.start + header.packed;
    const found = search.wanted.test(header.name) ? await readPart(search, header) : undefined;
    if (found) yield found;
  }
}

function localHeader(zip: Buffer, at: number): Header | undefined {
  if (at + localLength > zip.length) return undefined;
  const header = readPartHeader(zip, at + 4);
  const start = at + localLength + header.nameLength + header.extraLength;
  const name = zip.toString("latin1", at + localLength, at + localLength + header.nameLength);
  return start <= zip.length ? { ...header, name, start } : undefined;
}

/** Whether a part ends where another header or the end of the file is, so that its length can be believed. */
function endsWell({ zip, signatures }: Search, { start, packed }: Header): boolean {
  return start + packed === zip.length || signatures.includes(start + packed);
}

async function* centralParts(search: Search): AsyncGenerator<FoundPart> {
  for (const at of placesOf(search.zip, centralSignature)) {
    const header = centralHeader(search.zip, at);
    const found = header && search.wanted.test(header.name) ? await readPart(search, header) : undefined;
    if (found) yield found;
  }
}

function centralHeader(zip: Buffer, at: number): Header | undefined {
  if (at + centralLength > zip.length) return undefined;
  const header = readPartHeader(zip, at + 6);
  const name = zip.toString("latin1", at + centralLength, at + centralLength + header.nameLength);
  // Bidwright writes no extra fields, so that the data begins right after the name.
  const start = zip.readUInt32LE(at + 42) + localLength + header.nameLength;
  return start <= zip.length ? { ...header, name, start } : undefined;
}

/** Reads a part to where its header says it ends; when that is not right, to the next header. */
async function readPart(search: Search, header: Header): Promise<FoundPart | undefined> {
  const { zip, signatures } = search;
  const { name, start, crc, packed } = header;
  const next = signatures.find((at) => at >= start) ?? zip.length;
  for (const end of [start + packed, next]) {
    const bytes = await expanded(search, header, zip.subarray(start, end));
    if (bytes && crc32(bytes) === crc) return { name, bytes, sound: true };
  }
  const bytes = await beginningOf(
    search,
    header,
    zip.subarray(start, endsWell(search, header) ? start + packed : next),
  );
  return bytes.length > 0 ? { name, bytes, sound: false } : undefined;
}

const inflate = promisify(inflateRaw);
/** Packed bytes that are unpacked before anything else is done: a thread of its own would take far longer. */
const atOnce = 32 * 1024;

async function expanded(search: Search, { method }: Header, data: Buffer): Promise<Uint8Array | undefined> {
  if (method === methods.stored) return data;
  if (method !== methods.deflated || search.work <= 0) return undefined;
  const options = { maxOutputLength: mostExpanded, finishFlush: constants.Z_SYNC_FLUSH };
  const unpack = data.length > atOnce ? inflate : async () => inflateRawSync(data, options);
  const bytes = await unpack(data, options).catch(() => undefined);
  search.work -= bytes?.length ?? data.length;
  return bytes;
}

/** As much of a part as unpacks without a fault. A fault in the packed bytes is felt by every longer stretch. */
async function beginningOf(search: Search, header: Header, data: Buffer): Promise<Uint8Array> {
  if (header.method === methods.stored) return data;
  let [sound, faulty] = [0, data.length + 1];
  let longest: Uint8Array = new Uint8Array();
  while (faulty - sound > 1) {
    const middle = Math.floor((sound + faulty) / 2);
    const bytes = await expanded(search, header, data.subarray(0, middle));
    if (bytes) [sound, longest] = [middle, bytes];
    else faulty = middle;
  }
  return longest;
}
