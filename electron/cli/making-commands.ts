import { beginStored } from "../../src/services/bid-sessions.ts";
import { emptyBid } from "../../src/services/open-bids.ts";
import { filesBeside, folderFor, writeExport } from "./answer-files.ts";
import { answersOfBid, bidFromAnswers } from "./answers.ts";
import { schemeOf, writeBid, type CommandPorts, type Written } from "./bid-on-disk.ts";
import { replaceOption, type Add, type Options, type Outcome } from "./command.ts";
import { Refusal } from "./refusal.ts";

const importing = `
Attached files are looked for in the folder that “bid export” makes beside an answers file: for ours.yaml, “ours files”.
What is not there, or was changed since, is named, and the bid is made all the same; that ends with 1.`;

/** Commands that make bid files, and answers files of them. */
export function addMakingCommands(add: Add, ports: CommandPorts): void {
  add("new", "make an empty bid", (_, options) => makeEmpty(ports, options))
    .requiredOption("--scheme <id>", "the scheme to bid to")
    .requiredOption("--strand <id>", "the strand of the scheme")
    .option("--title <text>", "what the bid is called")
    .requiredOption("--out <file>", "the bid file to make")
    .option(...replaceOption);
  add("import <answers>", "make a bid from an answers file", ([file = ""], options) =>
    importAnswers(ports, file, options),
  )
    .requiredOption("--out <file>", "the bid file to make")
    .option(...replaceOption)
    .addHelpText("after", importing);
  add("export <bid>", "write a bid as an answers file", ([file = ""], options) => exportAnswers(ports, file, options))
    .option(
      "--out <file>",
      "the answers file to make, with a folder for attached files; without it the text is printed",
    )
    .option(...replaceOption);
}

async function makeEmpty(
  ports: CommandPorts,
  { scheme: id = "", strand = "", title, out = "", replace = false }: Options,
): Promise<Outcome> {
  const scheme = await schemeOf(ports, id);
  if (!scheme.strands.some((one) => one.id === strand)) {
    const strands = scheme.strands.map((one) => one.id).join(", ");
    throw new Refusal([`${scheme.title} has no strand “${strand}”. It has: ${strands}.`]);
  }
  const bid = emptyBid(scheme, { id: ports.ids.next(), title: title ?? scheme.title, strand });
  const written = await writeBid(ports, await beginStored(ports, bid), { out, replace });
  return { json: { ...written, title: bid.title }, words: [saying(written, bid.title)] };
}

async function importAnswers(
  ports: CommandPorts,
  file: string,
  { out = "", replace = false }: Options,
): Promise<Outcome> {
  const bid = await bidFromAnswers(ports, file);
  const { attachments, missing } = await filesBeside(file, bid);
  const written = await writeBid(ports, { ...(await beginStored(ports, bid)), attachments }, { out, replace });
  return {
    json: { ...written, title: bid.title, attachments: attachments.size, missing },
    words: [saying(written, bid.title), ...missing],
    exitCode: missing.length === 0 ? 0 : 1,
  };
}

async function exportAnswers(ports: CommandPorts, bid: string, { out, replace = false }: Options): Promise<Outcome> {
  const answers = await answersOfBid(ports, bid);
  if (out === undefined) return { json: { answers: answers.text }, words: [answers.text.trimEnd()] };
  const [file, ...files] = await writeExport(out, answers, replace);
  const beside = files.length === 0 ? [] : [`Attached files in ${folderFor(out)}: ${files.length}.`];
  return { json: { file, files }, words: [`Written to ${out}.`, ...beside] };
}

function saying({ file }: Written, title: string): string {
  return `${title}: written to ${file}.`;
}
