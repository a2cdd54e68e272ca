import { diff3Merge } from "node-diff3";
import type { RichBlock, RichText } from "../fields/rich-text.ts";
import { same } from "./same.ts";
import { paragraphOf, sentencesOf, tokens } from "./passages.ts";

/** A text with all that does not clash of both, and one side's passages where they clash. */
export interface MergedText {
  mine: RichText;
  theirs: RichText;
  clashes: boolean;
}

/**
 * Merges two versions of a long answer by paragraph, then by sentence where both changed one paragraph.
 * Never by character: two edits of one figure would make a third that nobody wrote.
 */
export function mergeText(base: RichText, mine: RichText, theirs: RichText): MergedText {
  const [o, a, b] = [tokens(base.blocks), tokens(mine.blocks), tokens(theirs.blocks)];
  const merged = mergeLists({ o, a, b }, mergeParagraphs);
  const textOf = (blocks: readonly string[]) => ({ blocks: blocks.map((token) => JSON.parse(token) as RichBlock) });
  return { mine: textOf(merged.mine), theirs: textOf(merged.theirs), clashes: merged.clashes };
}

/** Passages before, as one side has them and as the other has them. */
interface Stretch {
  o: string[];
  a: string[];
  b: string[];
}

interface Merged {
  mine: string[];
  theirs: string[];
  clashes: boolean;
}

type Settle = (base: string, mine: string, theirs: string) => Merged;

function mergeLists({ o, a, b }: Stretch, settle: Settle): Merged {
  const regions = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  return joined(regions.map(({ ok, conflict }) => (conflict ? mergeStretch(conflict, settle) : agreed(ok ?? []))));
}

function agreed(passages: string[]): Merged {
  return { mine: passages, theirs: passages, clashes: false };
}

function apart(mine: string[], theirs: string[]): Merged {
  return { mine, theirs, clashes: true };
}

function joined(parts: readonly Merged[]): Merged {
  return {
    mine: parts.flatMap((part) => part.mine),
    theirs: parts.flatMap((part) => part.theirs),
    clashes: parts.some((part) => part.clashes),
  };
}

/** Neighbours that were changed by different people clash as a stretch; looked at one by one they need not. */
function mergeStretch(clash: Stretch, settle: Settle): Merged {
  const rest = { a: [...clash.a], o: [...clash.o], b: [...clash.b] };
  const before = agreed(peel(rest, "front"));
  const after = agreed(peel(rest, "back").toReversed());
  return joined([before, mergeRest(rest, settle), after]);
}

function mergeRest({ o, a, b }: Stretch, settle: Settle): Merged {
  if (same(a, b) || same(b, o)) return agreed(a);
  if (same(a, o)) return agreed(b);
  if (a.length !== o.length || b.length !== o.length) return apart(a, b);
  return joined(o.map((base, index) => mergeOne([base, a[index] as string, b[index] as string], settle)));
}

function mergeOne([base, mine, theirs]: [string, string, string], settle: Settle): Merged {
  const one = oneSided(base, mine, theirs);
  return one ? agreed(one) : settle(base, mine, theirs);
}

/** Takes passages away from one end for as long as no more than one side changed them. */
function peel(rest: Stretch, end: "front" | "back"): string[] {
  const taken: string[] = [];
  const index = end === "front" ? 0 : -1;
  for (let base = rest.o.at(index); base !== undefined; base = rest.o.at(index)) {
    const one = oneSided(base, rest.a.at(index), rest.b.at(index));
    if (!one) break;
    taken.push(...one);
    for (const list of [rest.o, rest.a, rest.b]) list.splice(index, 1);
  }
  return taken;
}

/** What stands of a passage that no more than one side changed; undefined where both did. Taken out is empty. */
function oneSided(base: string, mine: string | undefined, theirs: string | undefined): string[] | undefined {
  if (mine === theirs || theirs === base) return mine === undefined ? [] : [mine];
  if (mine === base) return theirs === undefined ? [] : [theirs];
  return undefined;
}

/** What would run into the next sentence, for want of a mark at its end, is left for a person with its whole paragraph. */
function mergeParagraphs(base: string, mine: string, theirs: string): Merged {
  const [o, a, b] = [sentencesOf(base), sentencesOf(mine), sentencesOf(theirs)];
  if (!o || !a || !b) return apart([mine], [theirs]);
  const merged = mergeLists({ o, a, b }, (_, one, other) => apart([one], [other]));
  const [here, there] = [paragraphOf(merged.mine), paragraphOf(merged.theirs)];
  const isWhole = same(sentencesOf(here), merged.mine) && same(sentencesOf(there), merged.theirs);
  return isWhole ? { ...merged, mine: [here], theirs: [there] } : apart([mine], [theirs]);
}
