import type { Finding } from "../../../src/bids/findings.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { FindingList } from "../../components/finding-list.tsx";

/** What the check says of the section, beside the form. */
export function SectionFindings({ bid, findings }: { bid: BidSession; findings: readonly Finding[] }) {
  return (
    <aside className="app-section__findings" aria-labelledby="section-findings">
      <h2 className="govuk-heading-s" id="section-findings">
        What the check says
      </h2>
      {findings.length === 0 && <p className="govuk-body">Nothing stands against this section.</p>}
      <FindingList bid={bid} findings={findings} />
    </aside>
  );
}
