import path from "node:path";
import type { ConflictView } from "../../src/contract/views.ts";
import { localTime } from "./local-time.ts";
import type { MergedCopies } from "./merge-copies.ts";
import { counted } from "./recovery.ts";
import type { RecoveredBid } from "./recover-bid.ts";
import { sideBySide } from "./side-by-side.ts";
import { oldToNew } from "./old-to-new.ts";
import type { Verdict } from "./verify-file.ts";

const columnWidth = 50;

const kinds: Record<MergedCopies["kind"], string> = {
  "nothing new": "there was nothing to bring in",
  "caught up": "only the other copy had anything new, and all of it came in",
  merged: "both copies had something new, and they were brought together",
  contribution: "the part was brought into the bid",
};

export function mergeInWords({ title, kind, people, incoming, conflicts, file }: MergedCopies): string[] {
  const unsettled = new Set(conflicts.map(placeOf));
  return [
    `${title}: ${kinds[kind]}.`,
    ...people.map(({ who, entries }) => `  from ${who}: ${counted(entries, "entry", "entries")}`),
    ...incoming.flatMap((section) => {
      const safe = section.differences.filter((one) => !unsettled.has(placeOf(one)));
      return safe.length === 0 ? [] : [`Came in, ${section.title}:`, ...safe.map((one) => `  ${oldToNew(one)}`)];
    }),
    ...conflictsInWords(conflicts),
    `Written to ${file}.`,
  ];
}

function placeOf({ question, row, column }: { question: string; row?: string; column?: string }): string {
  return JSON.stringify([question, row, column]);
}

function conflictsInWords(conflicts: readonly ConflictView[]): string[] {
  if (conflicts.length === 0) return [];
  return [
    "",
    `To be settled: ${conflicts.length}. Until then the text on the left stands.`,
    ...conflicts.flatMap(conflictInWords),
    "",
  ];
}

function conflictInWords({ id, label, before, sides: [one, other] }: ConflictView): string[] {
  const head = ({ who, at }: ConflictView["sides"][number]) => `${who}, ${localTime(at)}`;
  const shown = (text: string) => (text === "" ? "(nothing)" : text);
  return [
    "",
    `${id}  ${label}`,
    ...sideBySide(`Before: ${shown(before)}`, "", columnWidth * 2).map((line) => line.replace(/ +\|$/, "")),
    ...sideBySide(head(one), head(other), columnWidth),
    ...sideBySide(shown(one.text), shown(other.text), columnWidth),
  ];
}

export function verdictInWords({
  file,
  sound,
  faults,
  lost,
  mended,
  title,
  entries,
  attachments,
  newest,
  waiting,
}: Verdict): string[] {
  const name = path.basename(file);
  const held = `${counted(entries, "entry", "entries")}, the newest of ${localTime(newest)}; attached files: ${attachments}`;
  return [
    sound ? `${name} is sound: ${title}. ${held}.` : `${name} is not sound: ${title}.`,
    ...faults.map((fault) => `  ${fault}`),
    ...listed("Lost or doubtful:", lost),
    ...listed("Damaged, and put right when it is recovered:", mended),
    ...(sound ? [] : [`What is sound of it can be had: recover ${name}`]),
    ...(waiting === 0
      ? []
      : [`This computer keeps ${counted(waiting, "change", "changes")} of this bid that the file does not hold.`]),
  ];
}

function listed(heading: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [heading, ...sentences.map((one) => `  ${one}`)];
}

export function recoveryInWords(recovered: RecoveredBid): string[] {
  const { title, file, sources, lost, mended, apart, others, conflicts } = recovered;
  return [
    `${title}: written to ${file}.`,
    ...sources.map(({ says }) => `  ${says}`),
    ...(lost.length === 0 ? ["Nothing is lost."] : listed("Lost or doubtful:", lost)),
    ...listed("Kept as it stands in the file, though its history does not say it:", apart.map(oldToNew)),
    ...listed("Damaged, and put right:", mended),
    ...others,
    ...conflictsInWords(conflicts),
  ];
}
