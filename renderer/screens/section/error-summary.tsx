import { useState } from "react";
import type { Finding } from "../../../src/bids/findings.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { PlaceLink } from "../../components/place-link.tsx";
import { placeWords } from "../../components/place-words.ts";

const shown = 10;

/**
 * The answers of the section that could not stand when the officer came to it, with links to them. What is typed wrongly
 * meanwhile is said at its field only, so that the form does not move under the officer’s hands.
 */
export function ErrorSummary({ bid, findings }: { bid: BidSession; findings: readonly Finding[] }) {
  const wrong = findings.filter((finding) => finding.kind === "value");
  const [found] = useState(() => new Set(wrong.map((finding) => finding.id)));
  const left = wrong.filter((finding) => found.has(finding.id));
  if (left.length === 0) return null;
  return (
    <section className="govuk-error-summary" aria-labelledby="error-summary-title">
      <h2 className="govuk-error-summary__title" id="error-summary-title">
        There is a problem
      </h2>
      <ul className="govuk-list govuk-error-summary__list">
        {left.slice(0, shown).map((finding) => (
          <li key={finding.id}>
            <PlaceLink scheme={bid.scheme} place={finding.place}>
              {placeWords(bid, finding.place)}: {finding.working}
            </PlaceLink>
          </li>
        ))}
        {left.length > shown && <li>and {left.length - shown} more</li>}
      </ul>
    </section>
  );
}
