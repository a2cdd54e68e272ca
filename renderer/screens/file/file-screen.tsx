import type { OpenedBid } from "../../app/opened-bid.ts";
import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { BackupsOfBid } from "../../components/backups-of-bid.tsx";
import { CheckFile } from "./check-file.tsx";

/** How many kept copies are listed. */
const shown = 20;

/** The bid’s file: where it is, whether it is whole, and the copies kept of it. */
export function FileScreen({ bid, onOpened }: { bid: BidSession; onOpened(bid: OpenedBid): void }) {
  const { place } = bid.open;
  return (
    <div className="app-measure">
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf("task-list")}>
        Tasks
      </a>
      <h1 className="govuk-heading-l">The file and its copies</h1>
      <dl className="app-facts">
        <div>
          <dt>File</dt>
          <dd>{place.label}</dd>
        </div>
        <div>
          <dt>Folder</dt>
          <dd>{place.folder}</dd>
        </div>
      </dl>
      <CheckFile bid={bid} />
      <h2 className="govuk-heading-m">Copies kept on this computer</h2>
      <p className="govuk-body">
        Bidwright keeps earlier saves in its own folder. Opening one closes this bid and makes a copy to work on;
        nothing here is replaced.
      </p>
      <BackupsOfBid bid={bid} limit={shown} onOpened={onOpened} />
    </div>
  );
}
