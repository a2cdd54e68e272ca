import { useState } from "react";
import type { Finding } from "../../src/bids/findings.ts";
import type { BidSession } from "../app/use-bid.ts";
import { FindingLink } from "./finding-link.tsx";
import { placeWords } from "./place-words.ts";
import { SeverityTag } from "./severity-tag.tsx";

/** How many places are named before the rest is left behind a button. */
const shown = 8;

/** Findings that say the same of several places, as one list of links to them. */
export function FindingGroup({
  bid,
  title,
  findings,
}: {
  bid: BidSession;
  title: string;
  findings: readonly Finding[];
}) {
  const [all, setAll] = useState(false);
  const severity = findings[0]?.severity ?? "advice";
  const listed = all ? findings : findings.slice(0, shown);
  return (
    <article className={`app-finding app-finding--${severity}`}>
      <p className="app-finding__tags">
        <SeverityTag severity={severity} />
      </p>
      <h3 className="app-finding__says">{title}</h3>
      <ul className="govuk-list app-finding__list">
        {listed.map((finding) => (
          <li key={finding.id}>
            <FindingLink scheme={bid.scheme} finding={finding}>
              {placeWords(bid, finding.place)}
            </FindingLink>
            {finding.kind === "value" && <span className="app-finding__why">{finding.working}</span>}
          </li>
        ))}
      </ul>
      {listed.length < findings.length && (
        <button type="button" className="app-link-button" onClick={() => setAll(true)}>
          Show all {findings.length}
          <span className="govuk-visually-hidden">: {title}</span>
        </button>
      )}
    </article>
  );
}
