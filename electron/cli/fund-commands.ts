import { carriedStored } from "../../src/services/carry-bid.ts";
import { whichFund } from "../../src/services/which-fund.ts";
import { openForCommand, writeBid, type CommandPorts } from "./bid-on-disk.ts";
import { replaceOption, type Add, type Options, type Outcome } from "./command.ts";
import { carriedInWords, fundsInWords } from "./fund-words.ts";
import { Refusal } from "./refusal.ts";

const asking = `
Every answer that a scheme asks for is taken over, and the scheme's rules are judged. Nothing is written.
could bid: no blocker stands. not known yet: none is broken, and some wait for an answer. ruled out: one is not met.
Whether a scheme is closed is said beside that, by its last date and the clock of this computer.
Ends with 0 where there is a strand to bid to, 1 where there is none.`;

const carrying = `
Answers are taken over by the ids of their questions. What does not fit stays behind and is listed; where the new
scheme has no such question it is kept in the new bid all the same. The bid itself is not changed.`;

/** Commands that take the facts of one bid to other schemes. */
export function addFundCommands(add: Add, ports: CommandPorts): void {
  add("which-fund <bid>", "test the facts of a bid against every strand of every scheme", async ([file = ""]) => {
    const session = await openForCommand(ports, file);
    const funds = await whichFund(ports, session);
    const any = funds.strands.some((one) => one.verdict === "could bid");
    return { json: funds, words: fundsInWords(session.bid.title, funds), exitCode: any ? 0 : 1 };
  }).addHelpText("after", asking);
  add("carry <bid>", "make a new bid, to another scheme or strand, of a bid's answers", ([file = ""], options) =>
    carry(ports, file, options),
  )
    .requiredOption("--scheme <id>", "the scheme to bid to")
    .requiredOption("--strand <id>", "the strand of the scheme")
    .option("--title <text>", "what the new bid is called; without it, the same as the first")
    .requiredOption("--out <file>", "the bid file to make")
    .option(...replaceOption)
    .addHelpText("after", carrying);
}

async function carry(ports: CommandPorts, file: string, options: Options): Promise<Outcome> {
  const { scheme = "", strand = "", out = "", replace = false } = options;
  const session = await openForCommand(ports, file);
  const title = options.title ?? session.bid.title;
  const made = await carriedStored(ports, session, { scheme, strand, title });
  if (!made.ok) throw new Refusal([made.error.message]);
  const { stored, carried } = made.value;
  const written = await writeBid(ports, stored, { out, replace });
  const { bid, ...lists } = carried;
  return { json: { ...written, title: bid.title, ...lists }, words: carriedInWords(carried, written.file) };
}
