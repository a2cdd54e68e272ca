import type { Difference, WordChange } from "../../src/history/compare.ts";

/** More words than this that did not change are shown by their beginning and end. */
const keptWhole = 40;
const keptEach = 12;

/** A difference with what was taken out and put in marked word by word, `[-so-]{+thus+}`. */
export function markedText({ before, after, words }: Difference): string {
  if (before === after) return "The words are the same; how they are set out changed.";
  if (words.length === 0) return after;
  return words.map((part, index) => marked(part, index === 0, index === words.length - 1)).join("");
}

function marked({ kept, removed = "", added = "" }: WordChange, first: boolean, last: boolean): string {
  if (kept !== undefined) return shortened(kept, first, last);
  const mark = (text: string, open: string, close: string) => (text === "" ? "" : `${open}${text.trimEnd()}${close}`);
  const space = /\s*$/u.exec(added === "" ? removed : added)?.[0] ?? "";
  return `${mark(removed, "[-", "-]")}${mark(added, "{+", "+}")}${space}`;
}

function shortened(text: string, first: boolean, last: boolean): string {
  const words = text.match(/\S+\s*/gu) ?? [];
  if (words.length <= keptWhole) return text;
  const [start, end] = [words.slice(0, keptEach), words.slice(-keptEach)].map((part) => part.join(""));
  return `${first ? "" : start}… ${last ? "" : end}`;
}
