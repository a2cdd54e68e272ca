import type { WordChange } from "./compare.ts";

/** Words shown of what did not change, on each side of what did. */
const around = 14;

/** Leaves out the middle of long stretches that both texts have, so that what differs can be found. */
export function shortenKept(words: readonly WordChange[]): WordChange[] {
  return words.map((part, index) =>
    part.kept === undefined ? part : { kept: shorten(part.kept, index > 0, index < words.length - 1) },
  );
}

function shorten(text: string, after: boolean, before: boolean): string {
  const words = text.match(/\S+\s*/gu) ?? [];
  const head = after ? around : 0;
  const tail = before ? around : 0;
  if (words.length <= head + tail + 4 || head + tail === 0) return text;
  const end = tail === 0 ? [] : words.slice(-tail);
  return [...words.slice(0, head), "… ", ...end].join("");
}
