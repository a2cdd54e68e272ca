import { createHash } from "node:crypto";
import * as z from "zod";
import { bid as bidSchema, formatVersion, type Bid } from "../../src/bids/bid-schema.ts";
import type { StoredBid } from "../../src/services/ports.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { readJson, sameData } from "./plain-json.ts";
import { walkZip } from "./zip-walk.ts";
import { writeZip } from "./zip-write.ts";

/*
 * A `.bid` file is a zip:
 *   manifest.json          { format, version, parts: [{ name, sha256, bytes }] }, every other part named
 *   bid.json               the bid as it stands, as readable JSON
 *   attachments/<sha256>   each attached file, once
 * A later version may add parts; an app that does not know the version leaves the file alone.
 */
const format = "bidwright-bid";
const manifestName = "manifest.json";
const bidName = "bid.json";
const attachmentName = /^attachments\/([0-9a-f]{64})$/;

const anyManifest = z.object({ format: z.literal(format), version: z.int().positive() });
const manifest = z.strictObject({
  format: z.literal(format),
  version: z.literal(formatVersion),
  parts: z.array(
    z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().nonnegative() }),
  ),
});
type Manifest = z.infer<typeof manifest>;
type Parts = ReadonlyMap<string, Uint8Array>;

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/**
 * The bytes of a `.bid` file. The bid is read back from them and compared before anything is handed out.
 *
 * @returns the bytes, or what is wrong, as the end of a sentence about the bid
 */
export function packBid({ bid, attachments }: StoredBid): Result<Uint8Array, string> {
  const bidBytes = jsonBytes(bid);
  const again = readJson(bidBytes);
  if (!again.ok) return fail(`cannot be written: it ${again.error}`);
  if (!sameData(again.value, bid)) return fail("cannot be written: it holds something that a file cannot keep");
  const parts = [
    { name: bidName, bytes: bidBytes, sha256: sha256(bidBytes) },
    ...[...attachments].map(([hash, bytes]) => ({ name: `attachments/${hash}`, bytes, sha256: hash })),
  ];
  const listed = parts.map(({ name, sha256, bytes }) => ({ name, sha256, bytes: bytes.length }));
  const list: Manifest = { format, version: formatVersion, parts: listed };
  const files = parts.map(({ name, bytes }) => ({ name, bytes, deflate: name === bidName }));
  return ok(writeZip([{ name: manifestName, bytes: jsonBytes(list), deflate: true }, ...files]));
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}

/**
 * Reads the bytes of a `.bid` file: limits first, then its manifest, then every hash, then the shape of the bid.
 *
 * @returns the bid, or what is wrong, as the end of a sentence about the file
 */
export async function unpackBid(bytes: Uint8Array): Promise<Result<StoredBid, string>> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return fail("is not a bid file: Bidwright did not write it");
  const walked = await walkZip(bytes);
  if (!walked.ok) return walked;
  const listed = readManifest(walked.value);
  if (!listed.ok) return listed;
  const damaged = compareParts(walked.value, listed.value);
  if (damaged) return fail(damaged);
  const read = readBid(walked.value.get(bidName));
  return read.ok ? ok({ bid: read.value, attachments: attachmentsOf(walked.value) }) : read;
}

function readManifest(parts: Parts): Result<Manifest, string> {
  const bytes = parts.get(manifestName);
  const read = bytes && readJson(bytes);
  const known = read?.ok ? anyManifest.safeParse(read.value) : undefined;
  if (!read?.ok || !known?.success) return fail("is not a bid file: Bidwright did not write it");
  if (known.data.version > formatVersion) {
    return fail(
      `was saved by a newer Bidwright (bid format ${known.data.version}; this one reads up to ${formatVersion}), so it was left as it is`,
    );
  }
  const parsed = manifest.safeParse(read.value);
  return parsed.success ? ok(parsed.data) : fail(`is damaged: ${issueOf(manifestName, parsed.error)}`);
}

/** What of the parts there differs from the parts listed. */
function compareParts(there: Parts, { parts }: Manifest): string | undefined {
  const listed = new Set(parts.map((one) => one.name));
  const stray = [...there.keys()].find((name) => name !== manifestName && !listed.has(name));
  if (stray) return `is damaged: it holds ${stray}, which its list of parts does not name`;
  const unknown = parts.find(({ name }) => name !== bidName && !attachmentName.test(name));
  if (unknown) return `is damaged: its list of parts names ${unknown.name}, which no bid has`;
  const changed = parts.find(({ name, sha256: hash, bytes }) => {
    const found = there.get(name);
    const misnamed = name !== bidName && attachmentName.exec(name)?.[1] !== hash;
    return misnamed || found?.length !== bytes || sha256(found) !== hash;
  });
  return changed && `is damaged: its part ${changed.name} is missing or changed`;
}

function readBid(bytes: Uint8Array | undefined): Result<Bid, string> {
  if (!bytes) return fail(`is damaged: it has no ${bidName}`);
  const read = readJson(bytes);
  if (!read.ok) return fail(`is damaged: its part ${bidName} ${read.error}`);
  const parsed = bidSchema.safeParse(read.value);
  return parsed.success ? ok(parsed.data) : fail(`cannot be used: ${issueOf(bidName, parsed.error)}`);
}

function issueOf(part: string, error: z.ZodError): string {
  const [issue] = error.issues;
  return [part, ...(issue?.path ?? [])].map(String).join(" › ") + `: ${issue?.message ?? "wrong shape"}`;
}

function attachmentsOf(parts: Parts): Map<string, Uint8Array> {
  const found = [...parts].map(([name, bytes]) => [attachmentName.exec(name)?.[1], bytes] as const);
  return new Map(found.flatMap(([hash, bytes]) => (hash === undefined ? [] : [[hash, bytes] as const])));
}
