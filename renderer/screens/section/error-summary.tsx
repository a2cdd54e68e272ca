import type { Finding } from "../../../src/bids/findings.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { PlaceLink } from "../../components/place-link.tsx";

/** The answers of the section that cannot stand as they are, with links to them. */
export function ErrorSummary({ bid, findings }: { bid: BidSession; findings: readonly Finding[] }) {
  const wrong = findings.filter((finding) => finding.kind === "value");
  if (wrong.length === 0) return null;
  return (
    <section className="govuk-error-summary" aria-labelledby="error-summary-title">
      <h2 className="govuk-error-summary__title" id="error-summary-title">
        There is a problem
      </h2>
      <ul className="govuk-list govuk-error-summary__list">
        {wrong.map((finding) => (
          <li key={finding.id}>
            <PlaceLink scheme={bid.scheme} place={finding.place}>
              {finding.working}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
