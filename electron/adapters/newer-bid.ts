import { bid as bidSchema, type Bid } from "../../src/bids/bid-schema.ts";
import { beginLog, headEntry } from "../../src/history/log.ts";
import { same } from "../../src/history/same.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { issueOf, names } from "./bid-manifest.ts";
import { sha256 } from "./hash.ts";
import { readJson } from "./plain-json.ts";
import { foldTo } from "./proven-log.ts";
import type { Rescued } from "./rescue.ts";
import { soundLog, type SoundLog } from "./sound-log.ts";
import { soundPart, type Pieces } from "./sound-parts.ts";

/**
 * What this Bidwright understands of a bid that a newer one wrote: the bid as it stands goes before what its history
 * makes of it, even where members of it are not known here.
 */
export function readNewer(pieces: Pieces): Rescued | undefined {
  const standing = readKnown(soundPart(pieces, names.bid));
  const found = soundLog(pieces, standing.ok ? standing.value.bid.id : undefined);
  return standing.ok ? asItStands(standing.value, found) : asItsHistoryHasIt(standing.error, found);
}

interface Known {
  bid: Bid;
  /** Members that only a newer Bidwright knows, by where they stand. */
  unknown: string[];
}

function readKnown(bytes: Uint8Array | undefined): Result<Known, string> {
  const read = bytes ? readJson(bytes) : fail("is missing or damaged");
  if (!read.ok) return fail(`its part ${names.bid} ${read.error}`);
  const unknown = takeOutUnknown(read.value);
  const parsed = bidSchema.safeParse(read.value);
  return parsed.success ? ok({ bid: parsed.data, unknown }) : fail(issueOf(names.bid, parsed.error));
}

/** Takes them out of what was just read, and says where they stood. */
function takeOutUnknown(value: unknown): string[] {
  const issues = bidSchema.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [];
    const holder = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], value);
    for (const key of issue.keys) Reflect.deleteProperty(holder as object, key);
    return issue.keys.map((key) => [...issue.path, key].map(String).join(" › "));
  });
}

function asItStands({ bid, unknown }: Known, found: SoundLog | undefined): Rescued {
  const members = unknown.map((one) => `It holds “${one}”, which this Bidwright does not know and does not show.`);
  const state = found && foldTo(found.log);
  if (found && state?.ok && same(state.value, bid)) return { bid, log: found.log, lost: members, mended: [] };
  const log = beginLog(bid, { who: "A newer Bidwright", at: "1970-01-01T00:00:00.000Z" }, sha256);
  const history = "Its history cannot be read by this Bidwright and is not shown.";
  return { bid: headEntry(log).start ?? bid, log, lost: [...members, history], mended: [] };
}

function asItsHistoryHasIt(why: string, found: SoundLog | undefined): Rescued | undefined {
  const state = found && foldTo(found.log);
  if (!found || !state?.ok) return undefined;
  const { at, who } = headEntry(found.log);
  const older = `The bid as it now stands cannot be read by this Bidwright: ${why}.`;
  const shown = `You see it as its history has it at ${at} (${who}). It may have been changed since.`;
  return { bid: state.value, log: found.log, lost: [older, shown], mended: [] };
}
