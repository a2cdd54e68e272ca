import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { BidFacts } from "./bid-facts.tsx";
import { PageItem } from "./page-item.tsx";
import { SectionItem } from "./section-item.tsx";
import { Standing } from "./standing.tsx";
import { TogetherItems } from "./together-items.tsx";

/** All sections with their computed states, whether the bid is ready, and the ways to its other pages. */
export function TaskListScreen({ bid }: { bid: BidSession }) {
  const { scheme, open } = bid;
  const outline = scheme.outline === true;
  return (
    <>
      <span className="govuk-caption-xl">{scheme.title}</span>
      <h1 className="govuk-heading-xl">{open.bid.title}</h1>
      <div className="app-tasks">
        <div>
          <Standing bid={bid} />
          <h2 className="govuk-heading-m">{outline ? "Write down the facts" : "Fill in the bid"}</h2>
          <ul className="govuk-task-list">
            {open.check.sections.map((state) => (
              <SectionItem key={state.section} state={state} scheme={scheme} />
            ))}
          </ul>
          {open.sections === undefined && <SendingItems outline={outline} />}
          <TogetherItems bid={bid} />
        </div>
        <BidFacts bid={bid} />
      </div>
    </>
  );
}

/** An outline is sent to nobody: what comes of it is a bid to a fund, so that comes first. */
function SendingItems({ outline }: { outline: boolean }) {
  return (
    <>
      {outline && (
        <>
          <h2 className="govuk-heading-m">Choose a fund</h2>
          <ul className="govuk-task-list">
            <WhichFundItem />
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m">{outline ? "Check the outline" : "Check and send"}</h2>
      <ul className="govuk-task-list">
        <PageItem
          href={addressOf("findings")}
          name="Read what the check says"
          hint="Everything that stands against the bid, with its source."
        />
        <PageItem
          href={addressOf("appraisal")}
          name="Look at the money"
          hint="Costs, savings, payback, and who pays and gains."
        />
        <PageItem
          href={addressOf("rules")}
          name="Read the scheme’s rules"
          hint="Every rule, whether it is met, and where it comes from."
        />
        <PageItem
          href={addressOf("export")}
          name={outline ? "Make it in Word and Excel" : "Make the submission pack"}
          hint={outline ? "To show the project to others." : "A Word application form and an Excel financial workbook."}
        />
        {!outline && <WhichFundItem />}
      </ul>
    </>
  );
}

function WhichFundItem() {
  return (
    <PageItem
      href={addressOf("which-fund")}
      name="Which fund?"
      hint="These facts against every scheme here, and a bid elsewhere with these answers."
    />
  );
}
