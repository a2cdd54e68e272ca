import type { BidSession } from "../../app/use-bid.ts";
import { addressOf } from "../../app/routes.ts";
import { Bodies } from "./bodies.tsx";
import { GroupTables } from "./group-tables.tsx";
import { Headlines } from "./headlines.tsx";
import { PricesStatement } from "./prices-statement.tsx";
import { YearTable } from "./year-table.tsx";
import { CumulativeChart } from "./cumulative-chart.tsx";
import { YearChart } from "./year-chart.tsx";

/** The money worked out: the figures first, then the tables they come from. */
export function AppraisalScreen({ bid }: { bid: BidSession }) {
  const { appraisal } = bid.open;
  const nothing = appraisal.totals.costs === 0 && appraisal.totals.savings === 0;
  return (
    <>
      <h1 className="govuk-heading-l">The money</h1>
      <PricesStatement bid={bid} />
      <p className="govuk-body">
        <a className="govuk-link" href={addressOf("figures")}>
          Bring an amount to another year’s prices, or look up a unit cost
        </a>
      </p>
      {nothing ? (
        <p className="govuk-inset-text">
          There are no costs or savings yet.{" "}
          <a className="govuk-link" href={addressOf("task-list")}>
            Fill them in from the tasks.
          </a>
        </p>
      ) : (
        <>
          <Headlines bid={bid} />
          <h2 className="govuk-heading-m">Year by year</h2>
          <div className="app-charts">
            <YearChart appraisal={appraisal} />
            <CumulativeChart appraisal={appraisal} />
          </div>
          <YearTable appraisal={appraisal} />
          <GroupTables appraisal={appraisal} />
          <Bodies appraisal={appraisal} />
        </>
      )}
    </>
  );
}
