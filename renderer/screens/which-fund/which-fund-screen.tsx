import { useCallback } from "react";
import type { FundScheme, FundStrand, FundVerdict, WhichFund } from "../../../src/bids/which-fund.ts";
import { longDate } from "../../../src/shared/dates.ts";
import { useApi } from "../../app/api.ts";
import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { useReply } from "../../app/use-reply.ts";
import { Replies } from "../../components/replies.tsx";
import { FundTable } from "./fund-table.tsx";
import { strandPlace } from "./fund-facts.ts";
import { StrandCard } from "./strand-card.tsx";

/** The facts of this bid against every strand of every scheme, and the way to a bid there. */
export function WhichFundScreen({ bid }: { bid: BidSession }) {
  const api = useApi();
  const { flush } = bid;
  const id = bid.open.bid.id;
  const ask = useCallback(async () => {
    await flush();
    return api.whichFund({ bid: id });
  }, [api, flush, id]);
  const funds = useReply(ask);
  return (
    <>
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf("task-list")}>
        Tasks
      </a>
      <h1 className="govuk-heading-l">Which fund?</h1>
      <p className="govuk-body-l app-measure">
        What this bid says, tested against the rules of every scheme on this computer. Nothing here changes the bid.
      </p>
      <Replies of={[funds]} waiting="Testing every strand…" />
      {funds.state === "ready" && <Funds funds={funds.value} />}
    </>
  );
}

function Funds({ funds }: { funds: WhichFund }) {
  return (
    <>
      <p className="govuk-body app-measure">
        “Could bid” means that no rule of a fund stands against it, not that it would win. A rule that cannot be worked
        out yet is never taken as met. Dates are compared with today, {longDate(funds.today)}.
      </p>
      {funds.strands.length === 0 ? (
        <p className="govuk-body">No scheme can be used here.</p>
      ) : (
        <FundTable funds={funds} />
      )}
      <div className="app-measure-wide">
        {groups.map(({ verdict, title }) => (
          <FundGroup
            key={verdict}
            title={title}
            strands={funds.strands.filter((one) => one.verdict === verdict)}
            funds={funds}
          />
        ))}
        <Unusable schemes={funds.unusable} />
      </div>
    </>
  );
}

const groups: readonly { verdict: FundVerdict; title: string }[] = [
  { verdict: "could bid", title: "You could bid" },
  { verdict: "not known yet", title: "Not known yet" },
  { verdict: "ruled out", title: "Ruled out by what the bid says now" },
];

function FundGroup({ title, strands, funds }: { title: string; strands: readonly FundStrand[]; funds: WhichFund }) {
  if (strands.length === 0) return null;
  const schemes = new Map(funds.schemes.map((scheme) => [scheme.id, scheme]));
  return (
    <section>
      <h2 className="govuk-heading-l">
        {title} <span className="app-quiet">({strands.length})</span>
      </h2>
      {strands.map((strand) => (
        <StrandCard
          key={strandPlace(strand)}
          strand={strand}
          scheme={schemes.get(strand.scheme) as FundScheme}
          today={funds.today}
        />
      ))}
    </section>
  );
}

/** A scheme folder with a fault is named, with why, so that its author can mend it. */
function Unusable({ schemes }: { schemes: WhichFund["unusable"] }) {
  if (schemes.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-l">Schemes that cannot be used</h2>
      {schemes.map(({ id, problems }) => (
        <div className="govuk-inset-text" key={id}>
          <p className="govuk-body">The scheme “{id}” was not tested:</p>
          <ul className="govuk-list govuk-list--bullet app-wrap">
            {problems.slice(0, 5).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
