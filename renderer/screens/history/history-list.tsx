import { useState } from "react";
import { count } from "../../components/count.ts";
import { dayOf } from "../../components/moments.ts";
import { byDay, type HistoryStep } from "./history-groups.ts";
import { HistoryRow } from "./history-row.tsx";

interface HistoryListProps {
  steps: readonly HistoryStep[];
  question: string | undefined;
  chosen: readonly string[];
  onChoose(entry: string, on: boolean): void;
}

/** How many steps are shown before the officer asks for more. */
const page = 50;

export function HistoryList({ steps, question, chosen, onChoose }: HistoryListProps) {
  const [shown, setShown] = useState(page);
  if (steps.length === 0) return <p className="govuk-body">Nothing was changed yet.</p>;
  return (
    <>
      {byDay(steps.slice(0, shown), dayOf).map(([day, own]) => (
        <section key={day} aria-label={day}>
          <h2 className="govuk-heading-s app-history__day">{day}</h2>
          <ol className="app-steps">
            {own.map((step) => (
              <HistoryRow
                key={step.entry}
                step={step}
                question={question}
                chosen={chosen.includes(step.entry)}
                onChoose={(on) => onChoose(step.entry, on)}
              />
            ))}
          </ol>
        </section>
      ))}
      {steps.length > shown && (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setShown(shown + page)}>
          Show more ({count(steps.length - shown, "older change")})
        </button>
      )}
    </>
  );
}
