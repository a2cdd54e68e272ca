import path from "node:path";
import type { HistoryItem } from "../../src/contract/views.ts";
import { strangersInWords } from "../../src/documents/comparison-input.ts";
import { writeAnswersFile } from "../../src/bids/answers-file.ts";
import type { Session } from "../../src/services/bid-sessions.ts";
import type { Comparison, Version } from "./compare-bids.ts";
import { shortLength } from "./find-point.ts";
import { localTime } from "./local-time.ts";
import { markedText } from "./marked-words.ts";

/** One line each: short id, when, who, what. */
export function historyInWords({ log }: Session, items: readonly HistoryItem[]): string[] {
  if (items.length === 0) return ["Nothing in the history of this bid is about that."];
  const length = shortLength(log);
  const widest = Math.max(...items.map(({ who }) => who.length));
  return items.map(({ entry, at, who, about }) =>
    [entry.slice(0, length), localTime(at), who.padEnd(widest), about].join("  "),
  );
}

/** The bid as an answers file, with what it shows above it as a comment. */
export function versionInWords(session: Session, version: Version): string[] {
  const about = [pointInWords(session, version), ...apartInWords(session, version)];
  return [...about.map((line) => `# ${line}`), writeAnswersFile(version.bid, session.scheme).trimEnd()];
}

function pointInWords({ log }: Pick<Session, "log">, { file, entry }: Version): string {
  const id = entry.id.slice(0, shortLength(log));
  return `${path.basename(file)} after ${id}, ${localTime(entry.at)}, ${entry.who}: ${entry.about}`;
}

/** Two people's copies stood apart then, and only one of them can be shown. */
function apartInWords({ log }: Session, { apart }: Version): string[] {
  const length = shortLength(log);
  return apart.map(
    ({ id, who }) => `Another copy stood apart then, by ${who}: ask for ${id.slice(0, length)} to see it.`,
  );
}

export function comparisonInWords({ session, from, to, copies, differences }: Comparison): string[] {
  const count = differences.length;
  const says = count === 0 ? "No difference" : `${count} ${count === 1 ? "difference" : "differences"}`;
  const points = [from, to].map(
    (version, index) => `${index === 0 ? "from" : "to  "} ${pointInWords(session, version)}`,
  );
  const strangers = copies ? [] : [strangersInWords];
  const apart = [from, to].flatMap((version) => apartInWords(session, version));
  const changes = differences.flatMap((one) => [
    "",
    one.label,
    ...markedText(one)
      .split("\n")
      .map((line) => `  ${line}`),
  ]);
  return [`${session.bid.title}: ${says}`, ...points, ...strangers, ...apart, ...changes];
}
