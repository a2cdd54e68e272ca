import { useState, type ReactNode } from "react";

interface DetailsProps {
  summary: string;
  children: ReactNode;
  /** Drawn only once it is opened: for what is large or takes long to work out. */
  whenOpened?: boolean;
}

/** Text that opens on request. */
export function Details({ summary, children, whenOpened = false }: DetailsProps) {
  const [opened, setOpened] = useState(!whenOpened);
  return (
    <details className="govuk-details" onToggle={() => setOpened(true)}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{opened && children}</div>
    </details>
  );
}
