import type { BidSession } from "./use-bid.ts";

/** Stands over every page of a bid that can be read and not changed. */
export function ReadOnlyNotice({ bid }: { bid: BidSession }) {
  const { readOnly } = bid.open;
  if (readOnly === undefined) return null;
  return (
    <div className="govuk-inset-text app-reading govuk-!-margin-top-0" role="note">
      <p className="govuk-body govuk-!-margin-bottom-0">
        <strong>You can read this bid, and not change it.</strong> {readOnly}
      </p>
    </div>
  );
}
