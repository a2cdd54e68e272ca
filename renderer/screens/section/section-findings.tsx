import type { Finding } from "../../../src/bids/findings.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { FindingCard } from "../../components/finding-card.tsx";
import { PlaceLink } from "../../components/place-link.tsx";

/** What the check says of the section, beside the form. Answers still wanted are one short list. */
export function SectionFindings({ bid, findings }: { bid: BidSession; findings: readonly Finding[] }) {
  const wanted = findings.filter((finding) => finding.kind === "required");
  const others = findings.filter((finding) => finding.kind !== "required");
  return (
    <aside className="app-section__findings" aria-labelledby="section-findings">
      <h2 className="govuk-heading-s" id="section-findings">
        What the check says
      </h2>
      {findings.length === 0 && <p className="govuk-body">Nothing stands against this section.</p>}
      {wanted.length > 0 && (
        <div className="app-finding app-finding--blocker">
          <h3 className="app-finding__says">{wanted.length === 1 ? "1 answer is needed" : `${wanted.length} answers are needed`}</h3>
          <ul className="govuk-list app-finding__list">
            {wanted.map((finding) => (
              <li key={finding.id}>
                <PlaceLink scheme={bid.scheme} place={finding.place}>
                  {finding.says.replace(/: an answer is needed\.$/, "")}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      {others.map((finding) => (
        <FindingCard key={finding.id} bid={bid} finding={finding} level={3} withLink />
      ))}
    </aside>
  );
}
