import type { ReactNode } from "react";
import type { Difference } from "../../src/history/compare.ts";
import { onlySetOut, setOutDifferently } from "../../src/history/set-out.ts";
import { WordMarks } from "./word-marks.tsx";

interface DifferenceListProps {
  differences: readonly Difference[];
  /** What can be done about one question; stands under its differences. */
  renderActions?(question: string, label: string): ReactNode;
}

/** What differs, question by question, each with its words before and after. */
export function DifferenceList({ differences, renderActions }: DifferenceListProps) {
  const questions = [...new Set(differences.map((one) => one.question))];
  return (
    <ul className="app-differences">
      {questions.map((question) => {
        const own = differences.filter((one) => one.question === question);
        return (
          <li key={question} className="app-differences__question">
            {own.map((one) => (
              <OneDifference key={`${one.row ?? ""} ${one.column ?? ""} ${one.after}`} difference={one} />
            ))}
            {renderActions?.(question, own[0]?.label ?? question)}
          </li>
        );
      })}
    </ul>
  );
}

function OneDifference({ difference }: { difference: Difference }) {
  return (
    <div className="app-differences__one">
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{difference.label}</h3>
      <Changed difference={difference} />
    </div>
  );
}

function Changed({ difference }: { difference: Difference }) {
  const { before, after, words } = difference;
  if (onlySetOut(difference)) return <p className="govuk-body">{setOutDifferently}</p>;
  return words.length > 0 ? <WordMarks words={words} /> : <p className="govuk-body">{`${before} → ${after}`}</p>;
}
