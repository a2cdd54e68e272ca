import { addressWith } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { goTo } from "../../app/use-route.ts";

interface HistoryFiltersProps {
  bid: BidSession;
  question: string | undefined;
  people: readonly string[];
  who: string;
  onWho(who: string): void;
}

/** Shows the history of one answer, or of one person. */
export function HistoryFilters({ bid, question, people, who, onWho }: HistoryFiltersProps) {
  const hidden = new Set(bid.open.check.hidden);
  return (
    <div className="app-history__filters">
      <div className="govuk-form-group">
        <label className="govuk-label govuk-!-font-weight-bold" htmlFor="history-question">
          Question
        </label>
        <select
          id="history-question"
          className="govuk-select"
          value={question ?? ""}
          onChange={(event) =>
            goTo(addressWith("history", event.target.value === "" ? {} : { question: event.target.value }))
          }
        >
          <option value="">All questions</option>
          {bid.scheme.sections.map((section) => (
            <optgroup key={section.id} label={section.title}>
              {section.questions
                .filter((one) => !hidden.has(one.id) || one.id === question)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.short ?? one.label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label govuk-!-font-weight-bold" htmlFor="history-who">
          Person
        </label>
        <select id="history-who" className="govuk-select" value={who} onChange={(event) => onWho(event.target.value)}>
          <option value="">Everybody</option>
          {people.map((person) => (
            <option key={person} value={person}>
              {person}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
