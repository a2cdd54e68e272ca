import { Command, CommanderError } from "commander";
import { listSchemes } from "../../src/services/shelf.ts";
import { openForCommand, type CommandPorts } from "./bid-on-disk.ts";
import type { Add, Options, Printer } from "./command.ts";
import { addFigureCommands } from "./figure-commands.ts";
import { addFundCommands } from "./fund-commands.ts";
import { addHistoryCommands } from "./history-commands.ts";
import { makePack } from "./make-pack.ts";
import { addMakingCommands } from "./making-commands.ts";
import { Refusal, refusalOf, type ExitCode } from "./refusal.ts";
import { addSchemeCommands } from "./scheme-commands.ts";
import { addSharingCommands } from "./sharing-commands.ts";
import { appraisalInWords, checkInWords, packInWords, schemesInWords } from "./words.ts";

/**
 * Runs one command. Whatever goes wrong is one plain line each on standard error; with `--json` the same lines stand on
 * standard output as well, `{ "error": [...] }`.
 */
export async function runCommand(ports: CommandPorts, words: readonly string[], print: Printer): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const complaints: string[] = [];
  const program = describeProgram(print, complaints);
  const commandOf =
    (parent: Command): Add =>
    (name, about, run) =>
      parent
        .command(name)
        .description(about)
        .option("--json", "print the result as JSON")
        .action(async (...given: unknown[]) => {
          const options = given.at(-2) as Options;
          const outcome = await run(given.slice(0, -2) as (string | undefined)[], options);
          print.out(options.json === true ? `${JSON.stringify(outcome.json, undefined, 2)}\n` : lines(outcome.words));
          if (outcome.notes) print.err(lines(outcome.notes));
          exitCode = outcome.exitCode ?? 0;
        });
  addCommands(commandOf(program), ports, print);
  addFigureCommands(
    commandOf(program.command("figures").description("dated figures that hold for every scheme")),
    ports,
  );
  addSchemeCommands(commandOf(program.command("scheme").description("write, check and explain schemes")), ports, print);
  try {
    await program.parseAsync(words, { from: "user" });
    return exitCode;
  } catch (fault) {
    if (fault instanceof CommanderError && fault.exitCode === 0) return 0;
    const refusal = fault instanceof CommanderError ? new Refusal(complaints) : refusalOf(fault);
    print.err(lines(refusal.lines));
    if (words.includes("--json")) print.out(`${JSON.stringify({ error: refusal.lines }, undefined, 2)}\n`);
    return refusal.exitCode;
  }
}

const lines = (text: readonly string[]) => text.map((line) => `${line}\n`).join("");

/** @param complaints takes Commander's own, in one plain line each as well */
function describeProgram(print: Printer, complaints: string[]): Command {
  return new Command("bid")
    .description("Prepare a bid without a window")
    .exitOverride()
    .configureOutput({
      writeOut: print.out,
      writeErr: print.err,
      outputError: (text) =>
        void complaints.push(
          text
            .trim()
            .replace(/^error: /, "")
            .replaceAll(/\s*\n\s*/g, " "),
        ),
    });
}

function addCommands(add: Add, ports: CommandPorts, print: Printer): void {
  add("schemes", "list the schemes there are", async () => {
    const schemes = await listSchemes(ports);
    return { json: schemes, words: schemesInWords(schemes) };
  });
  addMakingCommands(add, ports);
  add("check <bid>", "say what the scheme still wants; ends with 1 while blockers stand", async ([file = ""]) => {
    const session = await openForCommand(ports, file);
    const { check } = session.assessment;
    return { json: check, words: checkInWords(session), exitCode: check.ready ? 0 : 1 };
  });
  add("appraise <bid>", "work out costs, savings, payback and who gains", async ([file = ""]) => {
    const session = await openForCommand(ports, file);
    return { json: session.assessment.appraisal, words: appraisalInWords(session) };
  });
  add(
    "pack <bid>",
    "make the submission pack in a new folder",
    async ([file = ""], { out = "", draft = false, json }) => {
      const onProgress = (step: string) => json === true || print.err(`${step}\n`);
      const made = await makePack(ports, file, { out, draft, onProgress });
      return { json: made, words: packInWords(made) };
    },
  )
    .requiredOption("--out <folder>", "the folder to make it in")
    .option("--draft", "mark every page as a draft and add the findings; blockers may stand");
  addFundCommands(add, ports);
  addHistoryCommands(add, ports, print);
  addSharingCommands(add, ports);
}
