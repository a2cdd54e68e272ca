import { CopyAllText } from "./copy-all-text.tsx";
import type { BidSession } from "./use-bid.ts";
import { useSaveAgain } from "./use-save-again.ts";

/** Says loudly that the work is not safe, or not in its file, with what can be done about it. */
export function SaveFailed({ bid }: { bid: BidSession }) {
  const { state, message, notSafe } = bid.open.saved;
  const ways = useSaveAgain(bid);
  const failed = state === "failed" || notSafe !== undefined;
  if (!failed && bid.trouble === undefined) return null;
  const says = failed ? [state === "failed" ? message : undefined, notSafe] : [bid.trouble];
  return (
    <div className="govuk-error-summary app-save-failed" role="alert">
      <h2 className="govuk-error-summary__title">
        {failed ? "Your work is not being saved" : "The last change was not taken"}
      </h2>
      {says
        .filter((one) => one !== undefined)
        .map((one) => (
          <p key={one} className="govuk-body app-wrap">
            {one}
          </p>
        ))}
      {ways.problem !== undefined && <p className="govuk-body govuk-!-font-weight-bold app-wrap">{ways.problem}</p>}
      <div className="govuk-button-group">
        <button type="button" className="govuk-button govuk-button--warning" onClick={() => void ways.again()}>
          Try again
        </button>
        {failed && (
          <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void ways.elsewhere()}>
            Save to another folder
          </button>
        )}
      </div>
      <CopyAllText bid={bid} />
    </div>
  );
}
