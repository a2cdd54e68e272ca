import { addressWith } from "./routes.ts";
import type { BidSession } from "./use-bid.ts";

/** Says loudly that somebody else wrote the file meanwhile. Nothing is written over until that is brought in. */
export function ChangedElsewhere({ bid }: { bid: BidSession }) {
  const { saved, place } = bid.open;
  if (saved.state !== "changed-elsewhere") return null;
  return (
    <div className="govuk-error-summary app-save-failed" role="alert">
      <h2 className="govuk-error-summary__title">Somebody else changed this file</h2>
      {saved.message !== undefined && <p className="govuk-body">{saved.message}</p>}
      <p className="govuk-body">
        What you typed is safe on this computer. It goes into the file once you have brought the other changes in.
      </p>
      <a className="govuk-button govuk-!-margin-bottom-0" href={addressWith("merge", { from: place.token })}>
        Review what changed
      </a>
    </div>
  );
}
