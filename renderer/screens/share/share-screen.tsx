import { addressOf, addressWith } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { count } from "../../components/count.ts";
import { SendPart } from "./send-part.tsx";

/** Working on one bid with other people: send a part, bring a copy in, settle what clashes. */
export function ShareScreen({ bid }: { bid: BidSession }) {
  const clashes = bid.open.conflicts.length;
  return (
    <div className="app-measure">
      <h1 className="govuk-heading-l">Work together</h1>
      <p className="govuk-body-l">
        Several people can work on one bid, each on a copy or a part, without a server. Their work comes together here,
        answer by answer.
      </p>
      {clashes > 0 && (
        <div className="govuk-inset-text app-blocked">
          <p className="govuk-body govuk-!-margin-bottom-0">
            {count(clashes, "answer was", "answers were")} changed on both sides.{" "}
            <a className="govuk-link" href={addressWith("settle", {})}>
              Settle {clashes === 1 ? "it" : "them"}
            </a>
          </p>
        </div>
      )}
      <h2 className="govuk-heading-m">Bring another copy in</h2>
      <p className="govuk-body">
        A copy that a colleague worked on, or a part that came back. You see what it would bring before anything
        changes.
      </p>
      <a className="govuk-button govuk-button--secondary" href={addressOf("merge")}>
        Choose a copy
      </a>
      <SendPart bid={bid} />
      <h2 className="govuk-heading-m">This file</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={addressOf("file")}>
          Check the file and see the copies kept on this computer
        </a>
      </p>
    </div>
  );
}
