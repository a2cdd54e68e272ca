import { dayAndTime } from "../../../src/shared/local-time.ts";
import { addressWith, type Asked } from "../../app/routes.ts";
import type { HistoryStep } from "./history-groups.ts";

interface CompareBarProps {
  steps: readonly HistoryStep[];
  chosen: readonly string[];
  question: string | undefined;
  onClear(): void;
}

/** What is chosen for comparing, and the way to the comparison. */
export function CompareBar({ steps, chosen, question, onClear }: CompareBarProps) {
  // Steps come newest first, and a comparison reads from the older to the newer.
  const [newer, older] = steps.filter((step) => chosen.includes(step.entry));
  const asked = question === undefined ? {} : { question };
  const address = addressOfComparison(newer, older, asked);
  return (
    <section className="app-compare" aria-labelledby="compare-title">
      <h2 className="govuk-heading-s govuk-!-margin-bottom-2" id="compare-title">
        Compare
      </h2>
      <div role="status">
        {choiceInWords(newer, older).map((line) => (
          <p key={line} className="govuk-body-s app-wrap">
            {line}
          </p>
        ))}
      </div>
      {address !== undefined && (
        <div className="govuk-button-group govuk-!-margin-bottom-0">
          <a className="govuk-button" href={address}>
            {older ? "Compare the two" : "Compare with now"}
          </a>
          <button type="button" className="app-link-button" onClick={onClear}>
            Clear the choice
          </button>
        </div>
      )}
    </section>
  );
}

function addressOfComparison(newer: HistoryStep | undefined, older: HistoryStep | undefined, asked: Asked) {
  if (!newer) return undefined;
  const ends = older ? { from: older.entry, to: newer.entry } : { from: newer.entry };
  return addressWith("compare", { ...ends, ...asked });
}

function choiceInWords(newer: HistoryStep | undefined, older: HistoryStep | undefined): string[] {
  if (!newer) return ["Choose one entry to compare it with the bid as it is now, or two to compare them."];
  const name = (step: HistoryStep) => `${step.name ?? step.about} (${dayAndTime(step.at)})`;
  return older ? [`From: ${name(older)}`, `To: ${name(newer)}`] : [`From: ${name(newer)}`, "To: the bid as it is now"];
}
