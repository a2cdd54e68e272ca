import { mergeSpans } from "../fields/markdown.ts";
import type { RichBlock, Span } from "../fields/rich-text.ts";

/** Words that end with a dot and end no sentence, and single letters. More of them make passages larger, never smaller. */
const abbreviation = String.raw`(?<!(?<!\p{L})(?:\p{L}|Mr|Mrs|Ms|Dr|Prof|Rev|St|Cllrs?|Nos?|approx|incl|est|etc|vs|Ltd|Co|Dept|Govt))`;

/**
 * Where a sentence ends: at its mark, with quotes and brackets that close after it, and the space that follows. What goes
 * on with a figure or a small letter is no new sentence, so that money, dates and numbers are never cut in two.
 */
const sentenceEnd = new RegExp(String.raw`${abbreviation}[.!?]["'”’»)\]]*\s+(?=[^\s\d\p{Ll}]|$)`, "gu");

/** Passages as text, so that they can be compared. */
export function tokens(parts: readonly unknown[]): string[] {
  return parts.map((part) => JSON.stringify(part));
}

/** The sentences of a paragraph, each with its marks and the space after it; nothing where the block is no paragraph. */
export function sentencesOf(token: string): string[] | undefined {
  const block = JSON.parse(token) as RichBlock;
  if (block.type !== "paragraph") return undefined;
  const spans = endedWithSpace(block.spans);
  const text = spans.map((span) => span.text).join("");
  const ends = [...text.matchAll(sentenceEnd)].map((end) => end.index + end[0].length);
  const parts = [0, ...ends].map((from, index) => stretch(spans, from, ends[index] ?? text.length));
  return tokens(parts.filter((part) => part.length > 0));
}

/** A paragraph of sentences. */
export function paragraphOf(sentences: readonly string[]): string {
  const spans = sentences.flatMap((sentence) => JSON.parse(sentence) as Span[]);
  const ended = mergeSpans(withEnd(mergeSpans(spans), (text) => text.trimEnd()));
  return JSON.stringify({ type: "paragraph", spans: ended } satisfies RichBlock);
}

/** The last sentence is the same sentence when another follows it. */
function endedWithSpace(spans: readonly Span[]): Span[] {
  return withEnd(spans, (text) => (/\s$/u.test(text) ? text : `${text} `));
}

function withEnd(spans: readonly Span[], end: (text: string) => string): Span[] {
  return spans.map((span, index) => (index === spans.length - 1 ? { ...span, text: end(span.text) } : span));
}

function stretch(spans: readonly Span[], from: number, to: number): Span[] {
  let at = 0;
  const parts = spans.map((span) => {
    const start = at;
    at += span.text.length;
    return { ...span, text: span.text.slice(Math.max(0, from - start), Math.max(0, to - start)) };
  });
  return parts.filter((part) => part.text !== "");
}
