import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { count } from "../../components/count.ts";
import { ReadyBanner } from "./ready-banner.tsx";

/** Where the bid stands: whether it can be sent, and what is to be settled first. */
export function Standing({ bid }: { bid: BidSession }) {
  const { conflicts, sections } = bid.open;
  return (
    <>
      {conflicts.length > 0 && (
        <section className="app-ready app-ready--clash" aria-labelledby="clashes-left">
          <h2 className="govuk-heading-m govuk-!-margin-bottom-2" id="clashes-left">
            {count(conflicts.length, "answer", "answers")} changed on both sides
          </h2>
          <p className="govuk-body govuk-!-margin-bottom-0">
            <a className="govuk-link" href={addressOf("settle")}>
              Choose which {conflicts.length === 1 ? "one stands" : "ones stand"}
            </a>
          </p>
        </section>
      )}
      {sections === undefined ? <ReadyBanner bid={bid} /> : <PartBanner />}
    </>
  );
}

function PartBanner() {
  return (
    <section className="app-ready" aria-labelledby="part-of-bid">
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2" id="part-of-bid">
        This is a part of a bid
      </h2>
      <p className="govuk-body govuk-!-margin-bottom-0">
        Fill in the sections below, close the bid, and send the file back to whoever sent it. They bring your answers
        in.
      </p>
    </section>
  );
}
