import { addressOf } from "../../app/routes.ts";

/** Two ways in: with the facts of a project and no fund yet, or with a fund. */
export function WaysToStart() {
  return (
    <div className="app-starts">
      <section className="app-starts__one" aria-labelledby="with-facts">
        <h2 className="govuk-heading-m" id="with-facts">
          You have a project
        </h2>
        <p className="govuk-body">
          Write down the few facts that most funds ask for first. Then see which fund they fit, and start a bid with
          them.
        </p>
        <a className="govuk-button govuk-!-margin-bottom-0" href={addressOf("start-with-facts")}>
          Start with the facts
        </a>
      </section>
      <section className="app-starts__one" aria-labelledby="with-fund">
        <h2 className="govuk-heading-m" id="with-fund">
          You know the fund
        </h2>
        <p className="govuk-body">Choose the scheme and the strand, and write the bid they ask for.</p>
        <a className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" href={addressOf("new-bid")}>
          Start a new bid
        </a>
      </section>
    </div>
  );
}
