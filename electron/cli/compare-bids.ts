import path from "node:path";
import { compareBids, type Difference } from "../../src/history/compare.ts";
import { headEntry } from "../../src/history/log.ts";
import { bidAt } from "../../src/services/history-service.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import type { Session } from "../../src/services/bid-sessions.ts";
import { openForCommand, type CommandPorts } from "./bid-on-disk.ts";
import { findPoint, type Point } from "./find-point.ts";
import { Refusal } from "./refusal.ts";

/** One of the two versions that are compared, or the one that is shown. */
export interface Version extends Point {
  file: string;
  bid: Bid;
}

/** A bid as it stood at a point of its history. */
export function versionAt(session: Session, file: string, wanted: string): Version {
  const point = findPoint(session.log, wanted);
  const bid = bidAt(session, point.entry.id);
  if (!bid.ok) throw new Refusal([bid.error.message]);
  return { file, bid: bid.value, ...point };
}

function newestOf({ log, bid }: Session, file: string): Version {
  return { file, bid, entry: headEntry(log), apart: [] };
}

export interface Comparison {
  session: Session;
  from: Version;
  to: Version;
  /** Whether the two have history in common, or one is a part of the other. */
  copies: boolean;
  differences: Difference[];
}

/** Compares two files. Where one is a part of a bid, only the questions of that part are compared. */
export async function compareFiles(ports: CommandPorts, before: string, after: string): Promise<Comparison> {
  const [session, other] = [await openForCommand(ports, before), await openForCommand(ports, after)];
  if (session.bid.scheme.id !== other.bid.scheme.id) {
    const [one, two] = [before, after].map((file) => `“${path.basename(file)}”`);
    throw new Refusal([
      `${one} is a bid to ${session.scheme.title} and ${two} to ${other.scheme.title}: they have no questions in common.`,
    ]);
  }
  const [from, to] = [newestOf(session, before), newestOf(other, after)];
  const parts = [session, other].flatMap((one) => (one.contribution ? [new Set(one.contribution.questions)] : []));
  const differences = compareBids(session.scheme, from.bid, to.bid);
  const copies = areCopies(session, other);
  return {
    session,
    from,
    to,
    copies,
    differences: differences.filter((one) => parts.every((part) => part.has(one.question))),
  };
}

function areCopies(one: Session, other: Session): boolean {
  const [mine, theirs] = [one, other].map(({ bid, contribution }) => contribution?.of ?? bid.id);
  const shared = [...one.log.entries.keys()].some((id) => other.log.entries.has(id));
  return shared || ((one.contribution ?? other.contribution) !== undefined && mine === theirs);
}

/** Compares two points in the history of one file; without `to`, with the bid as it is now. */
export async function comparePoints(
  ports: CommandPorts,
  file: string,
  points: { from: string; to?: string },
): Promise<Comparison> {
  const session = await openForCommand(ports, file);
  const from = versionAt(session, file, points.from);
  const to = points.to === undefined ? newestOf(session, file) : versionAt(session, file, points.to);
  return { session, from, to, copies: true, differences: compareBids(session.scheme, from.bid, to.bid) };
}
