import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { count } from "../../components/count.ts";
import { ReadyBanner } from "./ready-banner.tsx";

/** Where the bid stands: whether it can be sent, and what is to be settled first. */
export function Standing({ bid }: { bid: BidSession }) {
  const { conflicts } = bid.open;
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
      <Banner bid={bid} />
    </>
  );
}

function Banner({ bid }: { bid: BidSession }) {
  if (bid.open.sections !== undefined) return <PartBanner />;
  return bid.scheme.outline === true ? <OutlineBanner bid={bid} /> : <ReadyBanner bid={bid} />;
}

/** An outline need not be complete: every fact that is known can be tested. */
function OutlineBanner({ bid }: { bid: BidSession }) {
  const { findings, ready } = bid.open.check;
  const blockers = findings.filter((finding) => finding.severity === "blocker").length;
  return (
    <section className={`app-ready ${ready ? "app-ready--yes" : ""}`} aria-labelledby="outline-standing">
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2" id="outline-standing">
        {ready ? "The facts are all there" : "Some facts are still open"}
      </h2>
      <p className="govuk-body govuk-!-margin-bottom-1">
        {ready ? "Nothing is missing and nothing disagrees." : `${count(blockers, "thing")} to settle. `}
        {!ready && (
          <a className="govuk-link" href={addressOf("findings")}>
            See what they are
          </a>
        )}
      </p>
      <p className="govuk-body govuk-!-margin-bottom-0">
        <a className="govuk-link" href={addressOf("which-fund")}>
          See which fund they fit
        </a>
      </p>
    </section>
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
