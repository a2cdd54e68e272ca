import { diffComm } from "node-diff3";
import type { RichBlock, RichText } from "../fields/rich-text.ts";
import { paragraphOf, sentencesOf, tokens } from "./passages.ts";
import { same } from "./same.ts";

/** A text that holds what two have in common once, and where they differ the first's passage and then the second's. */
export function bothTexts(first: RichText, second: RichText): RichText {
  const blocks = inTurn(tokens(first.blocks), tokens(second.blocks), bothParagraphs);
  return { blocks: blocks.map((token) => JSON.parse(token) as RichBlock) };
}

type Both = (first: string[], second: string[]) => string[];

const oneAfterOther: Both = (first, second) => [...first, ...second];

function inTurn(first: string[], second: string[], both: Both): string[] {
  return diffComm(first, second).flatMap((part) =>
    "common" in part && part.common ? part.common : both(part.buffer1 ?? [], part.buffer2 ?? []),
  );
}

/** Paragraphs that have sentences in common stay one; others stand one after the other. */
function bothParagraphs(first: string[], second: string[]): string[] {
  if (first.length !== second.length) return oneAfterOther(first, second);
  const pairs = first.map((one, index) => bothSentences(one, second[index] as string));
  return pairs.every((pair) => pair !== undefined) ? pairs : oneAfterOther(first, second);
}

function bothSentences(one: string, other: string): string | undefined {
  const [first, second] = [sentencesOf(one), sentencesOf(other)];
  if (!first || !second || !first.some((sentence) => second.includes(sentence))) return undefined;
  const sentences = inTurn(first, second, oneAfterOther);
  const paragraph = paragraphOf(sentences);
  return same(sentencesOf(paragraph), sentences) ? paragraph : undefined;
}
