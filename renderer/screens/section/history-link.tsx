import { addressWith } from "../../app/routes.ts";

/** The way to what one answer was before. */
export function HistoryLink({ question, label }: { question: string; label: string }) {
  return (
    <a className="govuk-link app-question__history" href={addressWith("history", { question })}>
      History<span className="govuk-visually-hidden"> of {label}</span>
    </a>
  );
}
