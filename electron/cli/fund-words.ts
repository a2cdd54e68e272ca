import type { CarriedBid } from "../../src/bids/carry-bid.ts";
import type { FundRule, FundScheme, FundStrand, WhichFund } from "../../src/bids/which-fund.ts";
import { severities } from "../../src/rules/rule.ts";
import { longDate } from "../../src/shared/dates.ts";
import { counted } from "./recovery.ts";

/** What became of the question which fund, for people. */
export function fundsInWords(title: string, { today, schemes, strands, unusable }: WhichFund): string[] {
  const schemeOf = new Map(schemes.map((scheme) => [scheme.id, scheme]));
  return [
    `${title}: which fund? (judged on ${longDate(today)})`,
    ...strands.flatMap((strand) => ["", ...strandInWords(strand, schemeOf.get(strand.scheme))]),
    ...unusable.flatMap(({ id, problems }) => ["", `${id} cannot be used:`, ...problems.map((one) => `  ${one}`)]),
  ];
}

function strandInWords(strand: FundStrand, scheme: FundScheme | undefined): string[] {
  const { carried, adjusted, leftBehind, missing } = strand.answers;
  return [
    `${strand.verdict.toUpperCase()}  ${scheme?.title ?? strand.scheme}: ${strand.title}`,
    `  --scheme ${strand.scheme} --strand ${strand.strand}${strand.own ? "  (this bid)" : ""}`,
    ...(scheme?.closed ? [`  closed: “${scheme.closed.label}” was ${longDate(scheme.closed.date)}`] : []),
    ...countsInWords(strand),
    `  answers that come over: ${carried + adjusted}; that stay behind: ${leftBehind}; required and missing: ${missing}`,
    ...(strand.yearsOutside.length > 0 ? [`  amounts outside its years: ${strand.yearsOutside.join(", ")}`] : []),
    ...strand.failed.flatMap(ruleInWords),
    ...(strand.needed.length > 0
      ? [`  needed to tell (${strand.needed.length}): ${strand.needed.map((one) => one.label).join("; ")}`]
      : []),
  ];
}

/** Severities of which the strand has no rule are left out. */
function countsInWords({ counts }: FundStrand): string[] {
  return severities.flatMap((severity) => {
    const { met, "not met": notMet, "cannot tell": open, "does not apply": apart } = counts[severity];
    if (met + notMet + open + apart === 0) return [];
    return [`  ${severity}: ${met} met, ${notMet} not met, ${open} cannot tell, ${apart} do not apply`];
  });
}

function ruleInWords({ finding: { severity, says, working, fix } }: FundRule): string[] {
  return [
    `  ${severity.toUpperCase()} not met: ${says}`,
    `    ${working}`,
    ...(fix === undefined ? [] : [`    to put it right: ${fix}`]),
  ];
}

/** What came over to a new bid, and what did not. */
export function carriedInWords(made: CarriedBid, file: string): string[] {
  const { bid, carried, adjusted, leftBehind, missing, yearsOutside } = made;
  return [
    `${bid.title}: written to ${file}.`,
    `Came over whole: ${counted(carried.length, "answer", "answers")}.`,
    ...listed(
      "Came over with a change, or in part",
      adjusted.flatMap(({ label, changes, left }) => [
        `  ${label}${changes.length === 0 ? "" : `: ${changes.join(" ")}`}`,
        ...left.map((one) => `    stayed behind, ${one.label}: ${firstLine(one.text)}. ${one.reason}`),
      ]),
    ),
    ...listed(
      "Stayed behind",
      leftBehind.map(({ label, text, reason, kept }) => {
        return `  ${label}: ${firstLine(text)}. ${reason}${kept ? " It is kept in the new bid." : ""}`;
      }),
    ),
    ...listed(
      "Still to answer",
      missing.map((one) => `  ${one.label}`),
    ),
    ...(yearsOutside.length > 0
      ? [`Amounts in ${yearsOutside.join(", ")} lie outside the new scheme's years, and no total counts them.`]
      : []),
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}

const longest = 80;

function firstLine(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
