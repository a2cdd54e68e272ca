import * as z from "zod";
import { bid as bidSchema, formatVersion, type Bid } from "../../src/bids/bid-schema.ts";
import { beginLog, headEntry, type Log } from "../../src/history/log.ts";
import type { Contribution, StoredBid } from "../../src/services/ports.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import * as manifests from "./bid-manifest.ts";
import { attachmentName, damaged, names, notABid, type ContainerProblem, type Parts } from "./bid-manifest.ts";
import { sha256 } from "./hash.ts";
import { linesOf, readLines } from "./log-lines.ts";
import { readJson, readText, sameData } from "./plain-json.ts";
import { canBeKept, proveLog, takeAsProven } from "./proven-log.ts";
import { localLength } from "./zip-layout.ts";
import { walkZip } from "./zip-walk.ts";
import { writeZip } from "./zip-write.ts";

/** What a contribution file says of itself. */
export const contributionSchema = z.strictObject({ of: z.string(), at: z.string(), questions: z.array(z.string()) });

/**
 * The bytes of a `.bid` file. The bid is read back from them and compared, and the log is proved to make it,
 * before anything is handed out: what could not be opened again is never written.
 *
 * @returns the bytes, or what is wrong, as the end of a sentence about the bid
 */
export async function packBid(stored: StoredBid): Promise<Result<Uint8Array, string>> {
  const { bid, log } = stored;
  const bidBytes = jsonBytes(bid);
  const again = readJson(bidBytes);
  if (!again.ok) return fail(`cannot be written: it ${again.error}`);
  if (!sameData(again.value, bid) || !canBeKept(log)) {
    return fail("cannot be written: it holds something that a file cannot keep");
  }
  const wrong = proveLog(log, bid);
  if (wrong !== undefined) return fail(`cannot be written: ${wrong}`);
  const parts = partsOf(stored, bidBytes);
  const about = { format: manifests.format, version: formatVersion, bid: bid.id, head: log.head } as const;
  const list = { ...about, parts: manifests.listOf(parts) } satisfies manifests.Manifest;
  const manifest = jsonBytes({ ...list, ...manifests.laterMembers(stored.additions) });
  return ok(await writeZip([{ name: names.manifest, bytes: manifest, deflate: true }, ...parts]));
}

function partsOf({ log, contribution, attachments, additions }: StoredBid, bidBytes: Uint8Array) {
  const texts = [
    { name: names.bid, bytes: bidBytes, deflate: true },
    { name: names.log, bytes: new TextEncoder().encode(linesOf(log)), deflate: true },
    ...(contribution ? [{ name: names.contribution, bytes: jsonBytes(contribution), deflate: true }] : []),
  ];
  const added = [...(additions?.parts ?? [])].map(([name, bytes]) => ({ name, bytes, deflate: true }));
  const files = [...attachments].map(([hash, bytes]) => ({ name: `attachments/${hash}`, bytes, deflate: false }));
  return [...texts, ...added, ...files];
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}

/**
 * Reads the bytes of a `.bid` file: limits first, then its manifest, then every hash, the shape of the bid, and its log.
 *
 * @param wasProved whether these very bytes were proved before, given the id of the bid
 */
export async function unpackBid(
  bytes: Uint8Array,
  wasProved: (bid: string) => Promise<boolean> = async () => false,
): Promise<Result<StoredBid, ContainerProblem>> {
  if (bytes.length === 0) return damaged("it is empty");
  if (!isZip(bytes)) return notAZip(bytes);
  const walked = await walkZip(bytes);
  if (!walked.ok) {
    const ours = beginsAsBid(bytes) || holdsBid(bytes);
    return fail({ code: ours ? "damaged" : "cannot-read", says: walked.error });
  }
  const parts = walked.value;
  const manifest = manifestOf(parts);
  if (!manifest.ok) return manifest;
  const differs = manifests.compareParts(parts, manifest.value);
  if (differs !== undefined) return damaged(differs);
  const list = manifest.value;
  return readParts(parts, list, list.version !== 1 && (await wasProved(list.bid)));
}

/** The list of parts. With a bid beside it, one that cannot be read is damage and no sign of another kind of file. */
function manifestOf(parts: Parts): Result<manifests.Manifest, ContainerProblem> {
  const bytes = parts.get(names.manifest);
  const manifest = bytes ? manifests.readManifest(bytes) : notABid();
  if (manifest.ok || manifest.error.code !== "cannot-read" || !parts.has(names.bid)) return manifest;
  const json = bytes && readJson(bytes);
  if (json && !json.ok) return damaged(`its part ${names.manifest} ${json.error}`);
  return damaged("its list of parts is missing or cannot be read");
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** What was cut short before its first name ended could be anything, and is looked into as a bid would be. */
function beginsAsBid(bytes: Uint8Array): boolean {
  const name = Buffer.from(bytes.subarray(localLength, localLength + names.manifest.length)).toString("latin1");
  return names.manifest.startsWith(name);
}

/** A bid whose beginning was lost is told from a file that never was a bid. */
function notAZip(bytes: Uint8Array) {
  const blank = bytes.subarray(0, 4096).every((byte) => byte === 0);
  return blank || holdsBid(bytes) ? damaged("its beginning is lost") : notABid();
}

function holdsBid(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(names.bid);
}

function readParts(
  parts: Parts,
  manifest: manifests.Manifest,
  wasProved: boolean,
): Result<StoredBid, ContainerProblem> {
  const bid = readBid(parts.get(names.bid));
  if (!bid.ok) return damaged(bid.error);
  const attachments = attachmentsOf(parts);
  if (manifest.version === 1) return ok({ ...migrated(bid.value), attachments });
  if (manifest.bid !== bid.value.id) return damaged("its list of parts is of another bid");
  const log = readLog(parts.get(names.log), manifest.head, wasProved);
  if (!log.ok) return damaged(`its part ${names.log} ${log.error}`);
  const wrong = wasProved ? takeAsProven(log.value, bid.value) : proveLog(log.value, bid.value);
  if (wrong !== undefined) return damaged(wrong);
  const contribution = readContribution(parts.get(names.contribution));
  if (!contribution.ok) return damaged(contribution.error);
  const additions = manifest.later ? { additions: { ...manifest.later, parts: manifests.addedParts(parts) } } : {};
  return ok({ bid: bid.value, log: log.value, ...contribution.value, attachments, ...additions });
}

/** The bid in its own part, checked. */
export function readBid(bytes: Uint8Array | undefined): Result<Bid, string> {
  if (!bytes) return fail(`it has no ${names.bid}`);
  const read = readJson(bytes);
  if (!read.ok) return fail(`its part ${names.bid} ${read.error}`);
  const parsed = bidSchema.safeParse(read.value);
  return parsed.success ? ok(parsed.data) : fail(manifests.issueOf(names.bid, parsed.error));
}

function readLog(bytes: Uint8Array | undefined, head: string, wasProved: boolean): Result<Log, string> {
  const text = bytes ? readText(bytes) : fail("is missing");
  if (!text.ok) return text;
  const entries = readLines(text.value, wasProved);
  return entries.ok ? ok({ entries: entries.value, head }) : fail(`is damaged: ${entries.error}`);
}

/** What a contribution file says of itself; nothing in any other. */
export function readContribution(bytes: Uint8Array | undefined): Result<{ contribution?: Contribution }, string> {
  if (!bytes) return ok({});
  const read = readJson(bytes);
  if (!read.ok) return fail(`its part ${names.contribution} ${read.error}`);
  const parsed = contributionSchema.safeParse(read.value);
  return parsed.success ? ok({ contribution: parsed.data }) : fail(manifests.issueOf(names.contribution, parsed.error));
}

function attachmentsOf(parts: Parts): Map<string, Uint8Array> {
  const found = [...parts].map(([name, bytes]) => [attachmentName.exec(name)?.[1], bytes] as const);
  return new Map(found.flatMap(([hash, bytes]) => (hash === undefined ? [] : [[hash, bytes] as const])));
}

/** Nobody knows who wrote a bid of format 1, nor when: the same file gives the same first entry wherever it is opened. */
const beforeHistory = { who: "Before history was kept", at: "1970-01-01T00:00:00.000Z" };

/** A bid from before there was a log: its log begins with the bid as it is. */
export function migrated(bid: Bid): Pick<StoredBid, "bid" | "log"> {
  const log = beginLog(bid, beforeHistory, sha256);
  return { bid: headEntry(log).start ?? bid, log };
}
