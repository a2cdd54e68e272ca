import type { BidSession } from "./use-bid.ts";
import { useSaveAgain } from "./use-save-again.ts";

/** Says loudly that somebody else has the file now. What was typed here goes into a file of its own. */
export function TakenOver({ bid }: { bid: BidSession }) {
  const { state, message, notSafe } = bid.open.saved;
  const ways = useSaveAgain(bid);
  if (state !== "taken-over") return null;
  return (
    <div className="govuk-error-summary app-save-failed" role="alert">
      <h2 className="govuk-error-summary__title">Somebody else works on this file now</h2>
      {message !== undefined && <p className="govuk-body app-wrap">{message}</p>}
      <p className="govuk-body">
        {notSafe === undefined && "What you typed is safe on this computer. "}
        Save it as a working copy beside the file, and bring the two together later. The file itself is left to them.
      </p>
      {ways.problem !== undefined && <p className="govuk-body govuk-!-font-weight-bold app-wrap">{ways.problem}</p>}
      <div className="govuk-button-group govuk-!-margin-bottom-0">
        <button type="button" className="govuk-button" onClick={() => void ways.asCopy()}>
          Save as a working copy
        </button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void ways.again()}>
          Try again
        </button>
      </div>
    </div>
  );
}
