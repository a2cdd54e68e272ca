import { InvalidArgumentError } from "commander";
import { historyOf } from "../../src/services/history-service.ts";
import type { Session } from "../../src/services/bid-sessions.ts";
import { questionOf } from "../../src/schemes/scheme-schema.ts";
import { openForCommand, type CommandPorts } from "./bid-on-disk.ts";
import type { Add, Options, Outcome, Printer } from "./command.ts";
import { compareFiles, comparePoints, versionAt, type Comparison, type Version } from "./compare-bids.ts";
import { comparisonInWords, historyInWords, versionInWords } from "./history-words.ts";
import { makeComparison } from "./make-comparison.ts";
import { Refusal } from "./refusal.ts";
import { waitingFor, waitingInWords } from "./waiting.ts";
import { packInWords } from "./words.ts";

const points = `
A point is the start of an id that “history” shows, a time, or the name of a version ("sent to finance").
A time is 2013-06-01, "2013-06-01 14:00" or with seconds, as the clock here shows it, or ISO with its zone
(2013-06-01T13:00:00Z). It takes in all of the day, minute or second it names.`;

/** Commands that look back on a bid and change nothing. */
export function addHistoryCommands(add: Add, ports: CommandPorts, print: Printer): void {
  add("history <bid>", "say who changed what, and when, newest first", ([file = ""], options) =>
    history(ports, file, options),
  )
    .option("--question <id>", "only what was done to one question")
    .option("--limit <number>", "no more than so many", wholeNumber)
    .addHelpText(
      "after",
      "\nEach line: the start of the entry's id, when (by the clock here), who, and what was done.",
    );
  add("show <bid>", "show the bid as it stood at a point of its history", ([file = ""], { at = "" }) =>
    show(ports, file, at),
  )
    .requiredOption("--at <point>", "an id, a time, or the name of a version")
    .addHelpText(
      "after",
      `${points}\n\nThe bid is printed as an answers file, which “import” reads; with --json as it is stored.`,
    );
  add("compare <bid> [other]", "compare two bids, or two points of one, by question and by cell", (files, options) =>
    compare(ports, files, options, print),
  )
    .option("--from <point>", "the earlier point of one bid")
    .option("--to <point>", "the later point; without it, the bid as it is now")
    .option("--out <folder>", "a new folder to save the comparison in, in Word and in Excel")
    .addHelpText("after", comparing);
}

const comparing = `${points}

Words that were taken out are marked [-so-], words that were put in {+so+}.
Two files that have no history in common are no copies of one bid: what differs is listed, and that is said.
With --out both documents are made in a folder that is not there yet; where nothing differs, none is made.
Ends with 0 where both are the same, 1 where they differ or are no copies of one bid, 2 where one could not be read or
nothing could be saved.`;

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number, 1 or more.");
}

async function history(ports: CommandPorts, file: string, { question, limit }: Options): Promise<Outcome> {
  const session = await openForCommand(ports, file);
  if (question !== undefined && !questionOf(session.scheme, question)) {
    throw new Refusal([`${session.scheme.title} has no question “${question}”.`]);
  }
  const wanted = { limit: limit ?? Number.POSITIVE_INFINITY, ...(question === undefined ? {} : { question }) };
  const items = historyOf(session, wanted);
  const waiting = await waitingIn(ports, session);
  return { json: { waiting, entries: items }, words: historyInWords(session, items), notes: waitingInWords(waiting) };
}

function waitingIn(ports: CommandPorts, { bid, log }: Session): Promise<number> {
  return waitingFor(ports, bid.id, log);
}

async function show(ports: CommandPorts, file: string, at: string): Promise<Outcome> {
  const session = await openForCommand(ports, file);
  const version = versionAt(session, file, at);
  const waiting = await waitingIn(ports, session);
  const json = { ...versionJson(version), waiting, bid: version.bid };
  return { json, words: versionInWords(session, version), notes: waitingInWords(waiting) };
}

async function compare(
  ports: CommandPorts,
  files: (string | undefined)[],
  options: Options,
  print: Printer,
): Promise<Outcome> {
  const comparison = await comparisonOf(ports, files, options);
  const { from, to, copies, differences } = comparison;
  const same = differences.length === 0;
  const saved = await savedIn(ports, comparison, options, print);
  const madeInWords = saved ? ["", ...packInWords(saved)] : [];
  if (options.out !== undefined && same) madeInWords.push("No documents were made, because nothing differs.");
  return {
    json: { same, copies, from: versionJson(from), to: versionJson(to), differences, ...(saved ? { saved } : {}) },
    words: [...comparisonInWords(comparison), ...madeInWords],
    exitCode: same && copies ? 0 : 1,
  };
}

/** Where nothing differs, nothing is made. */
function savedIn(ports: CommandPorts, comparison: Comparison, { out, json }: Options, print: Printer) {
  if (out === undefined || comparison.differences.length === 0) return undefined;
  const onProgress = (step: string) => json === true || print.err(`${step}\n`);
  return makeComparison(ports, comparison, { out, onProgress });
}

function comparisonOf(
  ports: CommandPorts,
  [file = "", other]: (string | undefined)[],
  { from, to }: Options,
): Promise<Comparison> {
  if (other !== undefined && from === undefined && to === undefined) return compareFiles(ports, file, other);
  if (other === undefined && from !== undefined) {
    return comparePoints(ports, file, { from, ...(to === undefined ? {} : { to }) });
  }
  throw new Refusal(["Name two bid files, or one and the point to compare from: --from <point>."]);
}

function versionJson({ file, entry: { id, at, who, about }, apart }: Version) {
  return { file, entry: id, at, who, about, apart: apart.map((one) => one.id) };
}
