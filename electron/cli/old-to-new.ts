import type { Difference } from "../../src/history/compare.ts";

/** In characters, of each of the two texts. */
const longest = 60;
/** How much of what did not change stands before the first word that did. */
const before = 20;

/** A difference in one line: `Award asked for: £420,000 → £300,000`. Long texts are shown from where they differ. */
export function oldToNew({ label, ...texts }: Pick<Difference, "label" | "before" | "after" | "words">): string {
  if (texts.before === texts.after) return `${label}: the words are the same; how they are set out changed`;
  const from = startOf(texts);
  return `${label}: ${shown(texts.before, from)} → ${shown(texts.after, from)}`;
}

function startOf({ words, ...texts }: Pick<Difference, "before" | "after" | "words">): number {
  const short = Math.max(texts.before.length, texts.after.length) <= longest;
  const kept = words[0]?.kept ?? "";
  const wanted = kept.length - before;
  if (short || wanted <= 0) return 0;
  const space = kept.slice(wanted).search(/\s/u);
  return space === -1 ? wanted : wanted + space;
}

function shown(text: string, from: number): string {
  if (text === "") return "(nothing)";
  const rest = text.slice(from).replaceAll(/\s+/gu, " ").trim();
  const cut = rest.length > longest ? `${rest.slice(0, longest).trimEnd()}…` : rest;
  return from === 0 ? cut : `…${cut}`;
}
