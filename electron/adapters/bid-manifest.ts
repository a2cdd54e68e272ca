import * as z from "zod";
import { formatVersion } from "../../src/bids/bid-schema.ts";
import type { Additions } from "../../src/services/ports.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { sha256 } from "./hash.ts";
import { readJson } from "./plain-json.ts";

/*
 * A `.bid` file is a zip:
 *   manifest.json          { format, version, bid, head, parts: [{ name, sha256, bytes }] }, every other part named; always first
 *   bid.json               the bid as it stands, as readable JSON
 *   log.jsonl              every edit, one a line; since format 2. Since format 3 an entry may say what of a part it brought in
 *   contribution.json      in a contribution file only: which part of which bid it is
 *   attachments/<sha256>   each attached file, once
 * An app that does not know the version leaves the file alone. A later app of the same version may add parts, and members
 * of the manifest; then the manifest has a `minor` of 1 or more, and an app that does not know them keeps them as they are.
 * What is added so has to stay right whatever is done to the bid without it.
 */
export const format = "bidwright-bid";
export const names = {
  manifest: "manifest.json",
  bid: "bid.json",
  log: "log.jsonl",
  contribution: "contribution.json",
} as const;
export const attachmentName = /^attachments\/([0-9a-f]{64})$/;

export type Parts = ReadonlyMap<string, Uint8Array>;

/** Why a file cannot be opened; `says` ends a sentence about it. */
export interface ContainerProblem {
  code: "cannot-read" | "damaged" | "newer";
  says: string;
}

export const damaged = (says: string) => fail({ code: "damaged" as const, says: `is damaged: ${says}` });
export const notABid = () =>
  fail({ code: "cannot-read" as const, says: "is not a bid file: Bidwright did not write it" });

const parts = z.array(
  z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().nonnegative() }),
);
const anyManifest = z.object({
  format: z.literal(format),
  version: z.int().positive(),
  minor: z.int().nonnegative().default(0),
});
const withHistory = z.strictObject({
  format: z.literal(format),
  version: z.literal([2, formatVersion]),
  /** Id of the bid, so that copies of one bid are found without opening all of each. */
  bid: z.string(),
  /** The newest entry of the log, whose state the bid is. */
  head: z.string(),
  parts,
});
/** The list of parts, in every format there ever was. */
export const manifest = z.discriminatedUnion("version", [
  z.strictObject({ format: z.literal(format), version: z.literal(1), parts }),
  withHistory,
]);
/** The list of parts, and what of it only a later Bidwright of the same format knows. */
export type Manifest = z.infer<typeof manifest> & { later?: Omit<Additions, "parts"> };

/** Reads a manifest; one of a newer Bidwright is told from one that is damaged. */
export function readManifest(bytes: Uint8Array): Result<Manifest, ContainerProblem> {
  const read = readJson(bytes);
  const known = read.ok ? anyManifest.safeParse(read.value) : undefined;
  if (!read.ok || !known?.success) return notABid();
  const { version, minor } = known.data;
  if (version > formatVersion) {
    const says = `was saved by a newer Bidwright (bid format ${version}; this one reads up to ${formatVersion}), so it was left as it is`;
    return fail({ code: "newer", says });
  }
  const isLater = version === formatVersion && minor > 0;
  const { members, value } = isLater ? withoutLater(read.value as object) : { members: {}, value: read.value };
  const parsed = manifest.safeParse(value);
  if (!parsed.success) return damaged(issueOf(names.manifest, parsed.error));
  return ok(isLater ? { ...parsed.data, later: { minor, members } } : parsed.data);
}

const knownMembers: ReadonlySet<string> = new Set(Object.keys(withHistory.shape));

function withoutLater(value: object) {
  const known = Object.entries(value).filter(([name]) => knownMembers.has(name));
  const others = Object.entries(value).filter(([name]) => name !== "minor" && !knownMembers.has(name));
  return { value: Object.fromEntries(known), members: Object.fromEntries(others) };
}

/** The manifest's list of parts. */
export function listOf(written: readonly { name: string; bytes: Uint8Array }[]): Manifest["parts"] {
  return written.map(({ name, bytes }) => ({ name, sha256: sha256(bytes), bytes: bytes.length }));
}

/** What of the parts there differs from the parts listed. */
export function compareParts(there: Parts, { version, later, parts }: Manifest): string | undefined {
  const listed = new Set(parts.map((one) => one.name));
  const stray = [...there.keys()].find((name) => name !== names.manifest && !listed.has(name));
  if (stray) return `it holds ${stray}, which its list of parts does not name`;
  const unknown = later ? undefined : parts.find(({ name }) => !isPartOf(version, name));
  if (unknown) return `its list of parts names ${unknown.name}, which no bid has`;
  const changed = parts.find(({ name, sha256: hash, bytes }) => {
    const found = there.get(name);
    const misnamed = (attachmentName.exec(name)?.[1] ?? hash) !== hash;
    return misnamed || found?.length !== bytes || sha256(found) !== hash;
  });
  return changed && `its part ${changed.name} is missing or changed`;
}

/** What the list of parts says beside what is known of it. */
export function laterMembers(additions: Additions | undefined): object {
  return additions ? { minor: additions.minor, ...additions.members } : {};
}

/** The parts that a later Bidwright added. */
export function addedParts(parts: Parts): Map<string, Uint8Array> {
  return new Map([...parts].filter(([name]) => name !== names.manifest && !isPartOf(formatVersion, name)));
}

function isPartOf(version: Manifest["version"], name: string): boolean {
  const plain: readonly string[] = version === 1 ? [names.bid] : [names.bid, names.log, names.contribution];
  return plain.includes(name) || attachmentName.test(name);
}

/** What is wrong with a part's shape, by the path to it. */
export function issueOf(part: string, error: z.ZodError): string {
  const [issue] = error.issues;
  return [part, ...(issue?.path ?? [])].map(String).join(" › ") + `: ${issue?.message ?? "wrong shape"}`;
}
