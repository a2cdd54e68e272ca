import { useEffect, useState } from "react";
import type { WordLimit } from "../../../src/fields/kinds/rich-text.ts";
import { plainText, type RichText } from "../../../src/fields/rich-text.ts";
import { countingRules, countWords } from "../../../src/fields/words.ts";

/** How long typing pauses before the count is read out, in milliseconds. */
const quiet = 1_000;

/** The words so far, by the counting rule that is named, and read out when typing pauses. */
export function WordCount({ value, limit }: { value: RichText; limit: WordLimit | undefined }) {
  const rule = limit?.counted ?? "spaces";
  const count = countWords(plainText(value), rule);
  const sentence = limit ? againstLimit(count, limit.max) : `${count} ${count === 1 ? "word" : "words"}`;
  const spoken = useQuiet(limit ? sentence : "");
  const over = limit !== undefined && count > limit.max;
  return (
    <>
      <p className={`govuk-hint app-word-count ${over ? "app-word-count--over" : ""}`}>
        {sentence} <span className="app-word-count__rule">(counted as {countingRules[rule]})</span>
      </p>
      <p className="govuk-visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}

function againstLimit(count: number, max: number): string {
  return count > max ? `${count} words, ${count - max} too many: ${max} are allowed` : `${count} of ${max} words`;
}

function useQuiet(text: string): string {
  const [spoken, setSpoken] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), quiet);
    return () => clearTimeout(timer);
  }, [text]);
  return spoken;
}
