import type { MergeReview } from "../../../src/contract/views.ts";
import { count } from "../../components/count.ts";
import { DifferenceList } from "../../components/difference-list.tsx";
import { ConflictSides } from "./conflict-sides.tsx";
import { bringInWords, changesIn, peopleInWords, safeChanges } from "./review-words.ts";

interface MergeReviewListProps {
  review: MergeReview;
  locked: boolean;
  /** The other copy is the bid’s own file, which somebody else wrote meanwhile. */
  ownFile: boolean;
  onBringIn(): void;
}

export function MergeReviewList({ review, locked, ownFile, onBringIn }: MergeReviewListProps) {
  if (review.kind === "nothing new" && !ownFile)
    return (
      <p className="govuk-inset-text" role="status">
        That copy holds nothing that is not here already.
      </p>
    );
  return (
    <div className="app-measure-wide">
      <ReviewSummary review={review} />
      {locked ? (
        <p className="govuk-inset-text">This bid is open to read only, so nothing can be brought in.</p>
      ) : (
        <button type="button" className="govuk-button" onClick={onBringIn}>
          {bringInWords(review)}
        </button>
      )}
      {safeChanges(review).map(({ section, title, differences }) => (
        <section key={section} aria-labelledby={`incoming-${section}`}>
          <h2 className="govuk-heading-m app-differences__section" id={`incoming-${section}`}>
            {title} <span className="app-quiet">({differences.length})</span>
          </h2>
          <DifferenceList differences={differences} />
        </section>
      ))}
      <ClashPreview review={review} />
    </div>
  );
}

function ReviewSummary({ review }: { review: MergeReview }) {
  const changes = changesIn(review);
  const clashes = review.conflicts.length;
  return (
    <div className="govuk-inset-text govuk-!-margin-top-0" role="status">
      {review.people.length > 0 && <p className="govuk-body">From {peopleInWords(review)}.</p>}
      <p className="govuk-body">
        {changes === 0 ? "No answer would change at once." : `${count(changes, "change")} can come in at once.`}
      </p>
      {clashes > 0 && (
        <p className="govuk-body">
          {count(clashes, "answer was", "answers were")} changed on both sides. You choose which one stands after
          bringing the copy in.
        </p>
      )}
      <p className="govuk-body govuk-!-margin-bottom-0">Nothing of yours is lost: it all stays in the history.</p>
    </div>
  );
}

function ClashPreview({ review }: { review: MergeReview }) {
  if (review.conflicts.length === 0) return null;
  return (
    <section aria-labelledby="clashes">
      <h2 className="govuk-heading-m app-differences__section" id="clashes">
        Changed on both sides <span className="app-quiet">({review.conflicts.length})</span>
      </h2>
      {review.conflicts.map((conflict) => (
        <div key={conflict.id} className="app-conflict">
          <h3 className="govuk-heading-s govuk-!-margin-bottom-2">{conflict.label}</h3>
          <ConflictSides conflict={conflict} standing="Would stand until you choose" />
        </div>
      ))}
    </section>
  );
}
