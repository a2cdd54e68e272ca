import type { Finding } from "../../src/bids/findings.ts";
import { rowsOf } from "../../src/bids/edit.ts";
import { rowName, textOf } from "../../src/fields/answer.ts";
import { questionOf } from "../../src/schemes/scheme-schema.ts";
import type { BidSession } from "../app/use-bid.ts";
import { Details } from "./details.tsx";
import { PlaceLink } from "./place-link.tsx";
import { SeverityTag } from "./severity-tag.tsx";
import { SourceList } from "./source-list.tsx";

interface FindingCardProps {
  bid: BidSession;
  finding: Finding;
  level: 2 | 3 | 4;
  /** False beside the question itself. */
  withLink: boolean;
}

/** One finding: what is wanted, why, how far off, and what to do. */
export function FindingCard({ bid, finding, level, withLink }: FindingCardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className={`app-finding app-finding--${finding.severity}`}>
      <p className="app-finding__tags">
        <SeverityTag severity={finding.severity} />
        {finding.outcome === "cannot tell" && finding.kind !== "required" && <span className="app-quiet">Cannot tell yet</span>}
      </p>
      <Heading className="app-finding__says">{finding.says}</Heading>
      <p className="app-finding__line">{finding.working}</p>
      {finding.distance !== undefined && <p className="app-finding__line">How far off: {finding.distance}.</p>}
      {finding.fix !== undefined && finding.kind !== "required" && <p className="app-finding__line">{finding.fix}</p>}
      <div className="app-finding__actions">
        <ChangeButton bid={bid} finding={finding} />
        {withLink && (
          <PlaceLink scheme={bid.scheme} place={finding.place}>
            Go to {placeName(bid, finding)}
          </PlaceLink>
        )}
      </div>
      {finding.sources.length > 0 && (
        <Details summary="Where this comes from">
          <SourceList sources={finding.sources} scheme={bid.scheme} />
        </Details>
      )}
    </article>
  );
}

/** Makes the nearest change that was proved to meet the rule. */
function ChangeButton({ bid, finding }: { bid: BidSession; finding: Finding }) {
  const { change } = finding;
  const question = change && questionOf(bid.scheme, change.question);
  if (!change || !question) return null;
  return (
    <button
      type="button"
      className="govuk-button govuk-button--secondary app-finding__change"
      onClick={() => bid.edit([{ do: "answer", question: question.id, value: change.value }])}
    >
      Change to {textOf(question, change.value)}
      <span className="govuk-visually-hidden">: {question.label}</span>
    </button>
  );
}

function placeName({ scheme, open }: BidSession, { place }: Finding): string {
  const question = questionOf(scheme, place.question);
  if (!question) return "the question";
  const named = `“${question.short ?? question.label}”`;
  if (question.kind !== "table" || place.row === undefined) return named;
  const rows = rowsOf(open.bid, question.id);
  const position = rows.findIndex((row) => row.id === place.row);
  const row = rows[position];
  return row ? `${named}, ${rowName(question, row, position)}` : named;
}
