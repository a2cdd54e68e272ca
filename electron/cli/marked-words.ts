import type { Difference, WordChange } from "../../src/history/compare.ts";
import { onlySetOut, setOutDifferently } from "../../src/history/set-out.ts";
import { shortenKept } from "../../src/history/shorten-kept.ts";

/** A difference with what was taken out and put in marked word by word, `[-so-]{+thus+}`. */
export function markedText(difference: Difference): string {
  if (onlySetOut(difference)) return setOutDifferently;
  const { after, words } = difference;
  return words.length === 0 ? after : shortenKept(words).map(marked).join("");
}

function marked({ kept, removed = "", added = "" }: WordChange): string {
  if (kept !== undefined) return kept;
  const mark = (text: string, open: string, close: string) => (text === "" ? "" : `${open}${text.trimEnd()}${close}`);
  const space = /\s*$/u.exec(added === "" ? removed : added)?.[0] ?? "";
  return `${mark(removed, "[-", "-]")}${mark(added, "{+", "+}")}${space}`;
}
