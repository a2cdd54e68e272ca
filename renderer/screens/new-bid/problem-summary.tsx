import { useEffect, useRef } from "react";

/** What is missing, by the id of the question. */
export interface Problems {
  scheme?: string;
  strand?: string;
  title?: string;
}

/** Takes the focus when something is missing, and leads to each question. */
export function ProblemSummary({ problems }: { problems: Problems }) {
  const entries = Object.entries(problems);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (Object.keys(problems).length > 0) summary.current?.focus();
  }, [problems]);
  if (entries.length === 0) return null;
  return (
    <div className="govuk-error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h2 className="govuk-error-summary__title">There is a problem</h2>
      <ul className="govuk-list govuk-error-summary__list">
        {entries.map(([field, problem]) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {problem}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
