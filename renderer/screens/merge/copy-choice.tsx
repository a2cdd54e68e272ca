import { useCallback, useState } from "react";
import type { PlaceView } from "../../../src/contract/views.ts";
import { useApi } from "../../app/api.ts";
import { addressOf, addressWith } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { useReply } from "../../app/use-reply.ts";
import { goTo } from "../../app/use-route.ts";
import { Trouble } from "../../components/trouble.tsx";
import { PlaceList } from "./place-list.tsx";
import { otherPlaces } from "./other-places.ts";

/** The files that could be brought in: copies beside the bid first, then those opened lately and in the bids folder. */
export function CopyChoice({ bid }: { bid: BidSession }) {
  const api = useApi();
  const { place, bid: current } = bid.open;
  const id = current.id;
  const copies = useReply(useCallback(() => api.copies({ bid: id }), [api, id]));
  const recent = useReply(useCallback(() => api.recentBids({}), [api]));
  const places = useReply(useCallback(() => api.places({}), [api]));
  const [trouble, setTrouble] = useState<string>();
  const choose = async () => {
    const chosen = await api.chooseBid({});
    if (!chosen.ok) setTrouble(chosen.error.message);
    else if (chosen.value) goTo(addressWith("merge", { from: chosen.value.token }));
  };
  const beside = copies.state === "ready" ? copies.value : [];
  const lately = recent.state === "ready" ? recent.value : [];
  const inFolder = places.state === "ready" ? places.value.bids : [];
  const others = otherPlaces<PlaceView>([...inFolder, ...lately], [place, ...beside]);
  return (
    <div className="app-measure">
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf("share")}>
        Work together
      </a>
      <h1 className="govuk-heading-l">Bring another copy in</h1>
      <p className="govuk-body-l">
        Choose a copy of this bid that somebody else worked on, or a part that came back. You see what it would bring
        before anything changes.
      </p>
      {trouble !== undefined && <Trouble message={trouble} />}
      <PlaceList id="beside" title="Copies beside this file" places={beside}>
        There are no other copies of this bid in its folder.
      </PlaceList>
      <PlaceList id="others" title="Other files" places={others}>
        There are no others in your bids folder.
      </PlaceList>
      {places.state === "ready" && places.value.dialogs && (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void choose()}>
          Choose a file…
        </button>
      )}
    </div>
  );
}
