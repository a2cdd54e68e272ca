import type { PlaceView, RecentBid } from "../../../src/contract/views.ts";
import type { Loading } from "../../app/use-reply.ts";

interface BidListProps {
  places: Loading<{ folder: PlaceView; bids: PlaceView[] }>;
  recent: Loading<RecentBid[]>;
  onOpen(token: string): void;
  /** Opens the bid on the page that says which fund its facts could go to. */
  onWhichFund(token: string): void;
}

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

/** Bids opened lately, and the others in the bids folder. */
export function BidList({ places, recent, onOpen, onWhichFund }: BidListProps) {
  const lately = recent.state === "ready" ? recent.value : [];
  const seen = new Set(lately.map((bid) => `${bid.folder} ${bid.label}`));
  const others =
    places.state === "ready" ? places.value.bids.filter((bid) => !seen.has(`${bid.folder} ${bid.label}`)) : [];
  return (
    <>
      {lately.length > 0 && (
        <section aria-labelledby="recent-bids">
          <h2 className="govuk-heading-m" id="recent-bids">
            Opened lately
          </h2>
          <ul className="app-bid-list">
            {lately.map((bid) => (
              <BidItem
                key={bid.token}
                name={bid.title}
                about={`${bid.label}, opened ${day.format(new Date(bid.openedAt))}`}
                onOpen={() => onOpen(bid.token)}
                onWhichFund={() => onWhichFund(bid.token)}
              />
            ))}
          </ul>
        </section>
      )}
      {places.state === "ready" && (
        <section aria-labelledby="folder-bids">
          <h2 className="govuk-heading-m" id="folder-bids">
            {lately.length > 0 ? "Others in your bids folder" : "In your bids folder"}
          </h2>
          <p className="govuk-hint app-wrap">{places.value.folder.folder}</p>
          {others.length === 0 && <p className="govuk-body">{lately.length > 0 ? "No others." : "No bids yet."}</p>}
          <ul className="app-bid-list">
            {others.map((bid) => (
              <BidItem
                key={bid.token}
                name={bid.label}
                about=""
                onOpen={() => onOpen(bid.token)}
                onWhichFund={() => onWhichFund(bid.token)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface BidItemProps {
  name: string;
  about: string;
  onOpen(): void;
  onWhichFund(): void;
}

function BidItem({ name, about, onOpen, onWhichFund }: BidItemProps) {
  return (
    <li className="app-bid-list__item">
      <button type="button" className="app-link-button app-bid-list__name" onClick={onOpen}>
        <span className="govuk-visually-hidden">Open </span>
        {name}
      </button>
      {about !== "" && <span className="app-quiet app-wrap">{about}</span>}
      <button type="button" className="app-link-button" onClick={onWhichFund}>
        See which fund its facts fit
        <span className="govuk-visually-hidden">: {name}</span>
      </button>
    </li>
  );
}
