import type { Bid, Marking } from "../bids/bid-schema.ts";
import { bySection } from "../history/by-section.ts";
import type { Difference } from "../history/compare.ts";
import type { Entry } from "../history/log.ts";
import { questionOf, type Scheme } from "../schemes/scheme-schema.ts";
import { longDate } from "../shared/dates.ts";
import { dayAndTime } from "../shared/local-time.ts";

/** A bid as it stood at one point of its history. */
export interface ComparedPoint {
  bid: Bid;
  entry: Pick<Entry, "at" | "who" | "about" | "name">;
  /** The file it was read from, where two files are compared. */
  file?: string;
  /** Whether nothing had been done after it when the comparison was made. */
  newest?: boolean;
}

/** Everything the documents of a comparison are made from. */
export interface ComparisonInput {
  scheme: Scheme;
  from: ComparedPoint;
  to: ComparedPoint;
  /** What {@link compareBids} found, or a part of it. */
  differences: readonly Difference[];
  /** Two files that have no history in common. */
  strangers?: boolean;
  /** Where only one question is compared. */
  question?: string;
  /** ISO day the documents are made. */
  madeOn: string;
}

/** Said wherever two files are compared that are not copies of one bid. */
export const strangersInWords = "The two are not copies of one bid: they have no history in common.";

/** What is compared, in the words of a cover. */
export function comparisonFacts(input: ComparisonInput): [label: string, value: string][] {
  const { scheme, from, to, question, madeOn, strangers } = input;
  const only = question === undefined ? undefined : (questionOf(scheme, question)?.label ?? question);
  return [
    ["Bid", to.bid.title],
    ["Scheme", `${scheme.title}, version ${to.bid.scheme.version}`],
    ...(only === undefined ? [] : ([["Only the question", only]] as [string, string][])),
    ["From", pointLines(from).join("\n")],
    ["To", pointLines(to).join("\n")],
    ...(strangers === true ? ([["One bid or two", strangersInWords]] as [string, string][]) : []),
    ["Differences", countsInWords(input)],
    ["Marking", strictestMarking(input)],
    ["Made on", longDate(madeOn)],
  ];
}

function pointLines({ entry, file, newest }: ComparedPoint): string[] {
  const { at, who, about, name } = entry;
  return [
    ...(file === undefined ? [] : [file]),
    dayAndTime(at),
    name === undefined ? `${who}: ${about}` : `“${name}”, named by ${who}`,
    ...(newest === true ? ["The newest change when this was made"] : []),
  ];
}

/** One line for a point: when, and what was done by whom. */
export function pointInWords({ entry: { at, who, about, name } }: ComparedPoint): string {
  return `${dayAndTime(at)} (${who}: ${name ?? about})`;
}

function countsInWords({ scheme, differences }: ComparisonInput): string {
  const counts = bySection(scheme, differences).map((one) => `${one.title}: ${one.differences.length}`);
  return [String(differences.length), ...counts].join("\n");
}

/** What both points say stands in the documents, so the stricter marking holds. */
export function strictestMarking({ from, to }: ComparisonInput): Marking {
  return [from, to].some(({ bid }) => bid.marking === "OFFICIAL-SENSITIVE") ? "OFFICIAL-SENSITIVE" : "OFFICIAL";
}
