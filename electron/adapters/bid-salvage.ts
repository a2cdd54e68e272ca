import { filesNamedIn } from "../../src/bids/attached-files.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import type { Salvage, StoredBid } from "../../src/services/ports.ts";
import { readBid, readContribution, unpackBid } from "./bid-container.ts";
import { attachmentName, names, type Manifest } from "./bid-manifest.ts";
import { sha256 } from "./hash.ts";
import { readNewer } from "./newer-bid.ts";
import { rescue } from "./rescue.ts";
import { logIn } from "./sound-log.ts";
import { manifestsIn, soundPart, type FoundManifest, type Pieces } from "./sound-parts.ts";
import { salvageParts, type FoundPart } from "./zip-salvage.ts";

const partNames = /^(?:manifest\.json|bid\.json|log\.jsonl|contribution\.json|attachments\/[0-9a-f]{64})$/;

/** Takes everything sound out of the bytes of a damaged bid file, and says what is lost. Nothing is guessed. */
export async function salvageBid(bytes: Uint8Array): Promise<Salvage> {
  const parts = await salvageParts(bytes, partNames);
  const lists = manifestsIn(parts);
  const problems = lists.flatMap(({ problem }) => (problem?.code === "newer" ? [problem.says] : []));
  const newer = [...new Set(problems)].map((says) => `The file ${says}.`);
  const pieces = { parts, manifest: lists.find(({ sound, manifest }) => sound && manifest)?.manifest };
  const known = saidOf(lists, pieces);
  const rescued = newer.length > 0 && !pieces.manifest ? readNewer(pieces) : rescue(pieces);
  if (!rescued) {
    return {
      stored: undefined,
      ...known,
      lost: [...newer, "Nothing of the bid can be read from the file."],
      mended: [],
    };
  }
  const { bid, log } = rescued;
  const attached = rescueAttachments(pieces, bid);
  const contribution = rescueContribution(pieces);
  const stored: StoredBid = { bid, log, ...contribution.value, attachments: attached.files };
  const said = { ...known, ...(rescued.own ? { own: rescued.own } : {}) };
  const ours = [...rescued.lost, ...contribution.lost, ...attached.lost];
  const lost = [...newer, ...severalBids(parts, lists), ...ours, ...lostAdditions(pieces)];
  const all = lost.length === 0 && rescued.mended.length === 0;
  return { stored, ...said, lost, newer, mended: all ? await mendedFrame(bytes) : rescued.mended };
}

/** Which bid it was, as far as any list of parts says, and its newest entry, by a list that is whole. */
function saidOf(lists: readonly FoundManifest[], { manifest }: Pieces): Pick<Salvage, "bid" | "head"> {
  const [about] = lists.flatMap((one) => identified(one.manifest));
  const [whole] = identified(manifest);
  return { ...(about ? { bid: about.bid } : {}), ...(whole ? { head: whole.head } : {}) };
}

/** Since format 2 a list of parts says whose it is. */
function identified(manifest: Manifest | undefined) {
  return manifest === undefined || manifest.version === 1 ? [] : [manifest];
}

/** Every part is sound, and still the file does not open: then it was what holds the parts together. */
async function mendedFrame(bytes: Uint8Array): Promise<string[]> {
  const whole = await unpackBid(bytes);
  return whole.ok
    ? []
    : ["What holds the parts of the file together was damaged. The bid, its history and its attached files are whole."];
}

/** An attached bid whose outer parts were lost looks like the bid itself: only the officer can tell them apart. */
function severalBids(parts: readonly FoundPart[], lists: readonly FoundManifest[]): string[] {
  const listed = lists.flatMap(({ manifest }) => identified(manifest)).map(({ bid }) => bid);
  const read = parts.filter(({ name, sound }) => sound && name === names.bid).map(({ bytes }) => readBid(bytes));
  const logged = parts.filter(({ name }) => name === names.log).map((part) => logIn(part).bid);
  const ids = new Set([...listed, ...read.map((one) => (one.ok ? one.value.id : undefined)), ...logged]);
  ids.delete(undefined);
  return ids.size > 1 ? ["The file holds pieces of more than one bid: check that this is the right one."] : [];
}

/** Nothing here tells what is sound of them. */
function lostAdditions({ manifest }: Pieces): string[] {
  return manifest?.later ? ["What a newer Bidwright added to the file is not taken over."] : [];
}

function rescueContribution(pieces: Pieces): { value: Pick<StoredBid, "contribution">; lost: string[] } {
  const known: readonly { name: string }[] = pieces.manifest?.parts ?? pieces.parts;
  const listed = known.some(({ name }) => name === names.contribution);
  const read = readContribution(soundPart(pieces, names.contribution));
  const there = read.ok && read.value.contribution !== undefined;
  const lost = listed && !there ? ["The file was a contribution to a bid; to which and of what is lost."] : [];
  return { value: read.ok ? read.value : {}, lost };
}

/** Attached files by the hash of their bytes, which is also their name: nothing else can make one sound. */
function rescueAttachments({ parts, manifest }: Pieces, bid: Bid): { files: Map<string, Uint8Array>; lost: string[] } {
  const attached = parts.filter(({ name, bytes }) => attachmentName.exec(name)?.[1] === sha256(bytes));
  const files = new Map(attached.map(({ bytes }) => [sha256(bytes), new Uint8Array(bytes)]));
  const called = new Map(filesNamedIn(bid.answers).map((one) => [one.sha256, `“${one.name}”`]));
  const listed = (manifest?.parts ?? []).flatMap(({ name }) => attachmentName.exec(name)?.[1] ?? []);
  const missing = [...new Set([...called.keys(), ...listed])].filter((hash) => !files.has(hash));
  const lost = missing.map((hash) => `The attached file ${called.get(hash) ?? hash} is lost: attach it again.`);
  return { files, lost };
}
