import type { WordChange } from "./compare.ts";

/** A stretch of a text in which what differs is marked. */
export interface MarkedPiece {
  text: string;
  mark?: "taken out" | "put in";
}

/** Words one after another, to be marked. Space around a stretch stands outside its mark; between a pair it is one blank. */
export function markedPieces(words: readonly WordChange[]): MarkedPiece[] {
  const pieces = words.flatMap(({ kept = "", removed, added }): MarkedPiece[] => [
    { text: kept },
    ...(removed === undefined ? [] : marked(removed, "taken out", added === undefined ? spaceAfter(removed) : " ")),
    ...(added === undefined ? [] : marked(added, "put in", spaceAfter(added))),
  ]);
  return pieces.filter(({ text }) => text !== "");
}

function marked(text: string, mark: "taken out" | "put in", space: string): MarkedPiece[] {
  return [{ text: text.trimEnd(), mark }, { text: space }];
}

function spaceAfter(text: string): string {
  return text.slice(text.trimEnd().length);
}
