import type { WordChange } from "../../src/history/compare.ts";
import { markedPieces, type MarkedPiece } from "../../src/history/marked-pieces.ts";
import { shortenKept } from "../../src/history/shorten-kept.ts";

/** A text with what was taken out and put in. It is said in words too: many screen readers pass over the marks. */
export function WordMarks({ words, whole = false }: { words: readonly WordChange[]; whole?: boolean }) {
  const pieces = markedPieces(whole ? words : shortenKept(words));
  return (
    <p className="govuk-body app-marks">
      {pieces.map((piece, index) => (
        <Piece key={index} piece={piece} />
      ))}
    </p>
  );
}

function Piece({ piece: { text, mark } }: { piece: MarkedPiece }) {
  if (mark === undefined) return text;
  const Mark = mark === "taken out" ? "del" : "ins";
  return (
    <Mark>
      <span className="govuk-visually-hidden">{mark === "taken out" ? "Taken out: " : "Put in: "}</span>
      {text}
    </Mark>
  );
}
