import type { OrganisationMatch } from "../../../src/contract/views.ts";
import { describeMatch } from "./describe-match.ts";

interface MatchListProps {
  id: string;
  open: boolean;
  matches: readonly OrganisationMatch[];
  active: number;
  onChoose(match: OrganisationMatch): void;
}

export function MatchList({ id, open, matches, active, onChoose }: MatchListProps) {
  const found = matches.length === 1 ? "1 council found" : `${matches.length} councils found`;
  return (
    <>
      <div
        id={`${id}-list`}
        className="app-combobox__list"
        role="listbox"
        aria-label="Councils in the register"
        hidden={!open}
      >
        {matches.map((match, index) => (
          <div
            key={match.code}
            id={`${id}-option-${index}`}
            className={`app-combobox__option ${index === active ? "app-combobox__option--active" : ""}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(match)}
          >
            <span className="app-combobox__name">{match.name}</span>
            <span className="app-combobox__about">{describeMatch(match)}</span>
          </div>
        ))}
      </div>
      <p className="govuk-visually-hidden" aria-live="polite">
        {open ? `${found}. Use the up and down arrow keys.` : ""}
      </p>
    </>
  );
}
