import type { WordChange } from "../../src/history/compare.ts";
import { shortenKept } from "./shorten-kept.ts";

/** A text with what was taken out and put in. It is said in words too: many screen readers pass over the marks. */
export function WordMarks({ words, whole = false }: { words: readonly WordChange[]; whole?: boolean }) {
  const parts = whole ? words : shortenKept(words);
  return (
    <p className="govuk-body app-marks">
      {parts.map((part, index) => (
        <WordPart key={index} part={part} />
      ))}
    </p>
  );
}

/** Space around a stretch stands outside its mark; between a pair it is one blank, so that both stay on one line. */
function WordPart({ part: { kept, removed, added } }: { part: WordChange }) {
  return (
    <>
      {kept}
      {removed !== undefined && (
        <>
          <del>
            <span className="govuk-visually-hidden">Taken out: </span>
            {removed.trimEnd()}
          </del>
          {added === undefined ? spaceAfter(removed) : " "}
        </>
      )}
      {added !== undefined && (
        <>
          <ins>
            <span className="govuk-visually-hidden">Put in: </span>
            {added.trimEnd()}
          </ins>
          {spaceAfter(added)}
        </>
      )}
    </>
  );
}

function spaceAfter(text: string): string {
  return text.slice(text.trimEnd().length);
}
