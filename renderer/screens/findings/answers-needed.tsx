import type { Finding } from "../../../src/bids/findings.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { count } from "../../components/count.ts";
import { PlaceLink } from "../../components/place-link.tsx";
import { SeverityTag } from "../../components/severity-tag.tsx";

/** Questions that still want an answer, section by section, in place of one card for each. */
export function AnswersNeeded({ bid, findings }: { bid: BidSession; findings: readonly Finding[] }) {
  const sections = bid.scheme.sections.flatMap((section) => {
    const ids = new Set(section.questions.map((question) => question.id));
    const here = findings.filter((finding) => ids.has(finding.place.question));
    return here.length === 0 ? [] : [{ section, here }];
  });
  return (
    <article className="app-finding app-finding--blocker">
      <p className="app-finding__tags">
        <SeverityTag severity="blocker" />
      </p>
      <h3 className="app-finding__says">{count(findings.length, "answer is", "answers are")} needed</h3>
      {sections.map(({ section, here }) => (
        <div key={section.id}>
          <h4 className="app-finding__section">{section.title}</h4>
          <ul className="govuk-list app-finding__list">
            {here.map((finding) => (
              <li key={finding.id}>
                <PlaceLink scheme={bid.scheme} place={finding.place}>
                  {finding.says.replace(/: an answer is needed\.$/, "")}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </article>
  );
}
