import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { PageItem } from "./page-item.tsx";

/** Working with others, and looking back. A part of a bid is only filled in and looked back on. */
export function TogetherItems({ bid }: { bid: BidSession }) {
  const part = bid.open.sections !== undefined;
  return (
    <>
      <h2 className="govuk-heading-m">Work together and look back</h2>
      <ul className="govuk-task-list">
        {!part && (
          <>
            <PageItem
              href={addressOf("merge")}
              name="Bring another copy in"
              hint="What a colleague changed in a copy, or a part that came back."
            />
            <PageItem
              href={addressOf("share")}
              name="Send sections to somebody"
              hint="A file with only the sections you choose."
            />
          </>
        )}
        <PageItem
          href={addressOf("history")}
          name="See the history"
          hint="Who changed what and when. Compare, name a version, or put answers back."
        />
        <PageItem
          href={addressOf("file")}
          name="Check the file"
          hint="Whether it is whole, and the copies kept of it."
        />
      </ul>
    </>
  );
}
