import type { ConflictView } from "../../../src/contract/views.ts";
import type { BidSession } from "../../app/use-bid.ts";
import type { SettledAs } from "../../../src/history/settle.ts";
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
  onKeep(side: SettledAs): void;
}

/** One clash: both texts, what was there before, and a button to keep each, or both passages of a long answer. */
export function ConflictCard({ bid, conflict, position, locked, onKeep }: ConflictCardProps) {
  const { id, label, before, sides, question, keepBoth } = conflict;
  return (
    <section className="app-conflict" id={`conflict-${id}`} aria-labelledby={`conflict-${id}-title`}>
      <span className="govuk-caption-m">{position}</span>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2 app-wrap" id={`conflict-${id}-title`} tabIndex={-1}>
        {label}
      </h2>
      <ConflictSides
        conflict={conflict}
        standing="In the form until you choose"
        renderAction={(side) =>
          !locked && (
            <KeepButton label={label} onKeep={() => onKeep(side)}>
              {keepWords(sides, side)}
            </KeepButton>
          )
        }
      />
      {keepBoth && (
        <div className="app-conflict__both">
          <p className="govuk-body govuk-!-margin-bottom-2">
            What does not clash is in both texts. Keeping both puts the passages that clash one after the other, the
            first one first.
          </p>
          {!locked && (
            <KeepButton label={label} onKeep={() => onKeep("both")}>
              Keep both passages
            </KeepButton>
          )}
        </div>
      )}
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

interface KeepButtonProps {
  /** What clashes, for those who hear the button alone. */
  label: string;
  onKeep(): void;
  children: string;
}

function KeepButton({ label, onKeep, children }: KeepButtonProps) {
  return (
    <button
      type="button"
      className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
      onClick={() => onKeep()}
    >
      {children}
      <span className="govuk-visually-hidden">: {label}</span>
    </button>
  );
}
