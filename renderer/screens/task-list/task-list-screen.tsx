import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { BidFacts } from "./bid-facts.tsx";
import { ReadyBanner } from "./ready-banner.tsx";
import { SectionItem } from "./section-item.tsx";

/** All sections with their computed states, whether the bid is ready, and the ways to its other pages. */
export function TaskListScreen({ bid }: { bid: BidSession }) {
  const { scheme, open } = bid;
  return (
    <>
      <span className="govuk-caption-xl">{scheme.title}</span>
      <h1 className="govuk-heading-xl">{open.bid.title}</h1>
      <div className="app-tasks">
        <div>
          <ReadyBanner bid={bid} />
          <h2 className="govuk-heading-m">Fill in the bid</h2>
          <ul className="govuk-task-list">
            {open.check.sections.map((state) => (
              <SectionItem key={state.section} state={state} scheme={scheme} />
            ))}
          </ul>
          <h2 className="govuk-heading-m">Check and send</h2>
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
              name="Make the submission pack"
              hint="A Word application form and an Excel financial workbook."
            />
          </ul>
        </div>
        <BidFacts bid={bid} />
      </div>
    </>
  );
}

function PageItem({ href, name, hint }: { href: string; name: string; hint: string }) {
  return (
    <li className="govuk-task-list__item govuk-task-list__item--with-link">
      <div className="govuk-task-list__name-and-hint">
        <a className="govuk-link govuk-task-list__link" href={href}>
          {name}
        </a>
        <div className="govuk-task-list__hint">{hint}</div>
      </div>
    </li>
  );
}
