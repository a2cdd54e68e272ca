import type { CommandPorts } from "./bid-on-disk.ts";
import { replaceOption, type Add } from "./command.ts";
import { mergeCopies } from "./merge-copies.ts";
import { recoverBid, type RecoveredBid } from "./recover-bid.ts";
import { mergeInWords, recoveryInWords, verdictInWords } from "./sharing-words.ts";
import { waitingInWords } from "./waiting.ts";
import { verifyFile } from "./verify-file.ts";

const merging = `
Both may have been changed since they were one. What only one of them changed is taken; a long answer that both
changed is brought together by paragraph and sentence; anything else that both changed is listed with both texts, and
is to be settled in the app. The result holds the history of both, so that it can be merged again with either.
THEIRS may also be a part of the bid that was sent out to be filled in. Neither file is changed.
Ends with 0 where nothing is to be settled, 1 where something is (the result is written all the same), 2 where a file
could not be read or the two are not copies of one bid.`;

const verifying = `
Works out the hash of every part and of every entry of the history, and the bid from its history.
Ends with 0 where all is sound, 1 where faults are listed, 2 where nothing could be read at all.`;

const recovering = `
Without --out the new file stands beside the old one: F (recovered).bid. Nothing is replaced.
Takes what is sound of the file. Where it is damaged, adds what the newest good backup on this computer holds; then
whatever was typed on this computer and never reached the file. Where nothing of the file says which bid it was, the one
that this computer last saved under its name is taken. What was changed in the file by something else than this app is
kept as it stands there, and listed by question. Says what came from where, what is lost, and what was damaged and
put right. The damaged file is not changed: keep it until the new one was checked.
Ends with 0 where all is there, 1 where something is lost or doubtful, 2 where nothing is to be had.`;

function isWhole({ lost, apart }: RecoveredBid): boolean {
  return lost.length === 0 && apart.length === 0;
}

/** Commands that bring people's work together and look after files. */
export function addSharingCommands(add: Add, ports: CommandPorts): void {
  add("merge <mine> <theirs>", "bring two copies of a bid together", async ([mine = "", theirs = ""], options) => {
    const { out = "", replace = false } = options;
    const merged = await mergeCopies(ports, { mine, theirs, out, replace });
    const notes = waitingInWords(merged.waiting, "neither file holds");
    return { json: merged, words: mergeInWords(merged), notes, exitCode: merged.conflicts.length === 0 ? 0 : 1 };
  })
    .requiredOption("--out <file>", "the bid file to make")
    .option(...replaceOption)
    .addHelpText("after", merging);
  add("verify <bid>", "check a bid file and the whole of its history", async ([file = ""]) => {
    const verdict = await verifyFile(ports, file);
    return { json: verdict, words: verdictInWords(verdict), exitCode: verdict.sound ? 0 : 1 };
  }).addHelpText("after", verifying);
  add("recover <bid>", "make a new file of the best that can be had of a bid", async ([file = ""], options) => {
    const { out, replace = false, bid } = options;
    const recovered = await recoverBid(ports, { file, out, replace, ...(bid === undefined ? {} : { bid }) });
    return { json: recovered, words: recoveryInWords(recovered), exitCode: isWhole(recovered) ? 0 : 1 };
  })
    .option("--out <file>", "the bid file to make; without it, one beside the damaged file")
    .option(...replaceOption)
    .option("--bid <id>", "the id of the bid, where neither its file nor this computer says it")
    .addHelpText("after", recovering);
}
