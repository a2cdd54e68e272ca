import type { ConflictView } from "../../../src/contract/views.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { Details } from "../../components/details.tsx";
import { PlaceLink } from "../../components/place-link.tsx";
import { ConflictSides } from "./conflict-sides.tsx";
import { keepWords } from "./keep-words.ts";

interface ConflictCardProps {
  bid: BidSession;
  conflict: ConflictView;
  /** `1 of 3 clashes`. */
  position: string;
  locked: boolean;
  onKeep(side: 0 | 1): void;
}

/** One clash: both texts, what was there before, and a button to keep each. */
export function ConflictCard({ bid, conflict, position, locked, onKeep }: ConflictCardProps) {
  const { id, label, before, sides, question } = conflict;
  return (
    <section className="app-conflict" id={`conflict-${id}`} aria-labelledby={`conflict-${id}-title`}>
      <span className="govuk-caption-m">{position}</span>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2 app-wrap" id={`conflict-${id}-title`} tabIndex={-1}>
        {label}
      </h2>
      <ConflictSides
        conflict={conflict}
        renderAction={(side) =>
          !locked && (
            <button
              type="button"
              className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
              onClick={() => onKeep(side)}
            >
              {keepWords(sides, side)}
              <span className="govuk-visually-hidden">: {label}</span>
            </button>
          )
        }
      />
      <div className="app-conflict__foot">
        <Details summary="What was there before">
          <p className="app-lines govuk-!-margin-bottom-0">{before === "" ? "No answer" : before}</p>
        </Details>
        <PlaceLink scheme={bid.scheme} place={{ question }}>
          Go to the question
        </PlaceLink>
      </div>
    </section>
  );
}
