import { textOf } from "../../../src/fields/answer.ts";
import { questionOf, whenOf } from "../../../src/schemes/scheme-schema.ts";
import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";

function awardFacts({ scheme, open }: BidSession): [string, string][] {
  const id = scheme.appraisal["award-asked"];
  const award = id === undefined ? undefined : questionOf(scheme, id);
  if (!award) return [];
  const asked = textOf(award, open.bid.answers[award.id]);
  return [["Award asked for", asked === "" ? "Not given yet" : asked]];
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
