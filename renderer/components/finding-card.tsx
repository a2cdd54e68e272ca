import type { Finding } from "../../src/bids/findings.ts";
import { textOf } from "../../src/fields/answer.ts";
import { questionOf } from "../../src/schemes/scheme-schema.ts";
import type { BidSession } from "../app/use-bid.ts";
import { Details } from "./details.tsx";
import { FindingLink } from "./finding-link.tsx";
import { placeWords } from "./place-words.ts";
import { SeverityTag } from "./severity-tag.tsx";
import { SourceList } from "./source-list.tsx";

/** One finding: what is wanted, why, how far off, and what to do. */
export function FindingCard({ bid, finding }: { bid: BidSession; finding: Finding }) {
  return (
    <article className={`app-finding app-finding--${finding.severity}`}>
      <p className="app-finding__tags">
        <SeverityTag severity={finding.severity} />
        {finding.outcome === "cannot tell" && <span className="app-quiet">Cannot tell yet</span>}
      </p>
      <h3 className="app-finding__says">{finding.says}</h3>
      {linesOf(finding).map((line) => (
        <p key={line} className="app-finding__line">
          {line}
        </p>
      ))}
      <div className="app-finding__actions">
        <ChangeButton bid={bid} finding={finding} />
        <FindingLink scheme={bid.scheme} finding={finding}>
          {finding.kind === "merge" ? "See both and choose" : `Go to “${placeWords(bid, finding.place)}”`}
        </FindingLink>
      </div>
      {finding.sources.length > 0 && (
        <Details summary="Where this comes from">
          <SourceList sources={finding.sources} scheme={bid.scheme} />
        </Details>
      )}
    </article>
  );
}

/** Where something is missing, the working and the fix both name it, so one of them is enough. */
function linesOf({ outcome, working, distance, fix }: Finding): string[] {
  if (outcome === "cannot tell") return [fix ?? working];
  return [
    working,
    ...(distance === undefined ? [] : [`How far off: ${distance}.`]),
    ...(fix === undefined ? [] : [fix]),
  ];
}

/** Makes the nearest change that was proved to meet the rule. */
function ChangeButton({ bid, finding }: { bid: BidSession; finding: Finding }) {
  const { change } = finding;
  const question = change && questionOf(bid.scheme, change.question);
  if (!change || !question || bid.open.readOnly !== undefined) return null;
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
