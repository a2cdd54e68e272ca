import { useEffect, useRef } from "react";
import type { DraftProblems } from "./rule-draft.ts";

/** What is still missing, each leading to its field, and why a rule was not taken. */
export function ErrorSummary({ problems, refused }: { problems: DraftProblems; refused: string | undefined }) {
  const summary = useRef<HTMLDivElement>(null);
  const entries = Object.entries(problems);
  useEffect(() => {
    if (Object.keys(problems).length > 0 || refused !== undefined) summary.current?.focus();
  }, [problems, refused]);
  if (entries.length === 0 && refused === undefined) return null;
  return (
    <div className="govuk-error-summary" tabIndex={-1} ref={summary}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <ul className="govuk-list govuk-error-summary__list">
          {entries.map(([field, problem]) => (
            <li key={field}>
              <a
                href={`#rule-${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(`rule-${field}`)?.focus();
                }}
              >
                {problem}
              </a>
            </li>
          ))}
          {refused !== undefined && <li>{refused}</li>}
        </ul>
      </div>
    </div>
  );
}
