import { addressWith } from "./routes.ts";
import type { BidSession } from "./use-bid.ts";
import { useSaveAgain } from "./use-save-again.ts";

/** Says loudly that somebody else wrote the file meanwhile. Nothing is written over until the officer has decided. */
export function ChangedElsewhere({ bid }: { bid: BidSession }) {
  const { saved, place } = bid.open;
  const ways = useSaveAgain(bid);
  if (saved.state !== "changed-elsewhere") return null;
  const { message, notSafe, canBringIn = false } = saved;
  return (
    <div className="govuk-error-summary app-save-failed" role="alert">
      <h2 className="govuk-error-summary__title">
        {canBringIn ? "Somebody else changed this file" : "Something else stands in place of this file"}
      </h2>
      {message !== undefined && <p className="govuk-body app-wrap">{message}</p>}
      <p className="govuk-body">
        {notSafe === undefined && "What you typed is safe on this computer. "}
        {canBringIn
          ? "It goes into the file once you have brought the other changes in."
          : "It cannot go into this file any more, so save it to another folder. What stands here is left as it is."}
      </p>
      {ways.problem !== undefined && <p className="govuk-body govuk-!-font-weight-bold app-wrap">{ways.problem}</p>}
      <div className="govuk-button-group govuk-!-margin-bottom-0">
        {canBringIn && (
          <a className="govuk-button" href={addressWith("merge", { from: place.token })}>
            Review what changed
          </a>
        )}
        <button
          type="button"
          className={`govuk-button ${canBringIn ? "govuk-button--secondary" : ""}`}
          onClick={() => void ways.elsewhere()}
        >
          Save to another folder
        </button>
      </div>
    </div>
  );
}
