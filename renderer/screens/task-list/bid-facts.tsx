import { notStated } from "../../../src/documents/appraisal-working.ts";
import { formatPence } from "../../../src/money/pence.ts";
import { whenOf } from "../../../src/schemes/scheme-schema.ts";
import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";

function awardFacts({ open: { appraisal } }: BidSession): [string, string][] {
  const { awardAsked, awardFunds } = appraisal;
  if (awardFunds === "none") return [];
  return [["Award asked for", awardAsked === undefined ? notStated : formatPence(awardAsked)]];
}

/** What the bid is, and the scheme’s dates, beside the tasks. */
export function BidFacts({ bid }: { bid: BidSession }) {
  const { scheme, open } = bid;
  const strand = scheme.strands.find((one) => one.id === open.bid.strand);
  const facts: [string, string][] = [
    ["Strand", strand?.title ?? open.bid.strand],
    ...awardFacts(bid),
    ["Marking", open.bid.marking],
    ["File", open.place.label],
    ["Folder", open.place.folder],
    ...scheme.dates.map((one): [string, string] => [one.label, whenOf(one)]),
  ];
  return (
    <aside className="app-tasks__facts" aria-labelledby="bid-facts">
      <h2 className="govuk-heading-s" id="bid-facts">
        About this bid
      </h2>
      <dl className="app-facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <a className="govuk-link" href={addressOf("bid-details")}>
        Change the title, strand or marking
      </a>
    </aside>
  );
}
