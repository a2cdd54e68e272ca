import { useCallback, useState } from "react";
import type { PlaceView } from "../../../src/contract/views.ts";
import type { OpenedBid } from "../../app/opened-bid.ts";
import { addressOf } from "../../app/routes.ts";
import { useApi } from "../../app/api.ts";
import { useReply } from "../../app/use-reply.ts";
import { Trouble } from "../../components/trouble.tsx";
import { BidList } from "./bid-list.tsx";
import { OpeningProblem } from "./opening-problem.tsx";
import { UnsavedWorkList } from "./unsaved-work-list.tsx";
import { useOpening, type FirstPage } from "./use-opening.ts";
import { WaysToStart } from "./ways-to-start.tsx";

interface StartScreenProps {
  /** The file that the system was asked to open. */
  asked: PlaceView | undefined;
  onAsked(): void;
  onOpened(bid: OpenedBid, page?: FirstPage): void;
}

/** New, open, and what was open lately. */
export function StartScreen({ asked, onAsked, onOpened }: StartScreenProps) {
  const api = useApi();
  const places = useReply(useCallback(() => api.places({}), [api]));
  const recent = useReply(useCallback(() => api.recentBids({}), [api]));
  const [trouble, setTrouble] = useState<string>();
  const { open, refused } = useOpening({ asked, onAsked, onOpened });
  const choose = async () => {
    const chosen = await api.chooseBid({});
    if (!chosen.ok) setTrouble(chosen.error.message);
    else if (chosen.value) await open(chosen.value.token);
  };
  const failed = [places, recent].find((one) => one.state === "failed");
  return (
    <>
      <h1 className="govuk-heading-xl">Prepare a bid</h1>
      {failed?.state === "failed" && <Trouble message={failed.error.message} />}
      {trouble !== undefined && <Trouble message={trouble} />}
      {refused && (
        <OpeningProblem
          key={`${refused.token} ${refused.error.message}`}
          {...refused}
          onOpen={(as) => void open(refused.token, { as, page: refused.page })}
          onOpened={onOpened}
        />
      )}
      <UnsavedWorkList onOpen={(token) => void open(token)} />
      <p className="govuk-body-l app-measure">
        From “can we bid?” to the pack you send. Everything stays on this computer: nothing needs the internet.
      </p>
      <WaysToStart />
      {places.state === "ready" && places.value.dialogs && (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void choose()}>
          Open another file
        </button>
      )}
      <OtherPages />
      <BidList
        places={places}
        recent={recent}
        onOpen={(token) => void open(token)}
        onWhichFund={(token) => void open(token, { page: "which-fund" })}
      />
    </>
  );
}

function OtherPages() {
  return (
    <ul className="govuk-list">
      <li>
        <a className="govuk-link" href={addressOf("schemes")}>
          Schemes: see, add and update
        </a>
      </li>
      <li>
        <a className="govuk-link" href={addressOf("figures")}>
          Figures that schemes share: prices, unit costs, limits and rates
        </a>
      </li>
    </ul>
  );
}
