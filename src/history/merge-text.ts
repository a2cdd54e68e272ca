import { diff3Merge } from "node-diff3";
import { mergeSpans } from "../fields/markdown.ts";
import type { RichBlock, RichText, Span } from "../fields/rich-text.ts";

/**
 * Merges two versions of a long answer by paragraph, then by sentence where both changed one paragraph.
 * Never by character: two edits of one figure would make a third that nobody wrote.
 *
 * @returns undefined where both changed the same passage
 */
export function mergeText(base: RichText, mine: RichText, theirs: RichText): RichText | undefined {
  const blocks = mergeLists(tokens(base.blocks), tokens(mine.blocks), tokens(theirs.blocks), mergeParagraphs);
  return blocks && { blocks: blocks.map((token) => JSON.parse(token) as RichBlock) };
}

type Settle = (clash: { a: string[]; o: string[]; b: string[] }) => string[] | undefined;

function tokens(parts: readonly unknown[]): string[] {
  return parts.map((part) => JSON.stringify(part));
}

function mergeLists(base: string[], mine: string[], theirs: string[], settle: Settle): string[] | undefined {
  const merged: string[] = [];
  for (const region of diff3Merge(mine, base, theirs, { excludeFalseConflicts: true })) {
    const part = region.ok ?? (region.conflict && settle(region.conflict));
    if (!part) return undefined;
    merged.push(...part);
  }
  return merged;
}

/** Neighbours that were changed by different people clash as a stretch; looked at one by one they need not. */
function oneByOne(merge: (base: string, mine: string, theirs: string) => string | undefined): Settle {
  return ({ a, o, b }) => {
    if (a.length !== o.length || b.length !== o.length) return undefined;
    const merged = o.map((base, index) => {
      const [mine, theirs] = [a[index] as string, b[index] as string];
      if (mine === theirs || theirs === base) return mine;
      return mine === base ? theirs : merge(base, mine, theirs);
    });
    return merged.every((part) => part !== undefined) ? merged : undefined;
  };
}

const mergeParagraphs = oneByOne((base, mine, theirs) => {
  const [o, a, b] = [asParagraph(base), asParagraph(mine), asParagraph(theirs)];
  if (!o || !a || !b) return undefined;
  const spans = mergeLists(
    sentences(o),
    sentences(a),
    sentences(b),
    oneByOne(() => undefined),
  );
  return (
    spans && JSON.stringify({ type: "paragraph", spans: mergeSpans(spans.map((token) => JSON.parse(token) as Span)) })
  );
});

function asParagraph(token: string): Span[] | undefined {
  const block = JSON.parse(token) as RichBlock;
  return block.type === "paragraph" ? block.spans : undefined;
}

/** Each sentence with the space after it and its marks. */
function sentences(spans: readonly Span[]): string[] {
  return spans.flatMap(({ text, ...marks }) => {
    const parts = text.match(/[^.!?]*[.!?]+\s*|[^.!?]+$/gu) ?? [text];
    return parts.map((part) => JSON.stringify({ text: part, ...marks }));
  });
}
