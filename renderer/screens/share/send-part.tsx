import { useState } from "react";
import type { PlaceView } from "../../../src/contract/views.ts";
import { useApi } from "../../app/api.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { Notification } from "../../components/notification.tsx";
import { Trouble } from "../../components/trouble.tsx";
import { SectionBoxes } from "./section-boxes.tsx";

/** Writes chosen sections to a file of their own, for somebody else to fill in. */
export function SendPart({ bid }: { bid: BidSession }) {
  const part = usePart(bid);
  const needed = new Set(
    bid.open.check.sections.filter((state) => state.status !== "not needed").map((state) => state.section),
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void part.make();
      }}
    >
      {part.trouble !== undefined && <Trouble message={part.trouble} />}
      <SectionBoxes
        sections={bid.scheme.sections.filter((section) => needed.has(section.id))}
        chosen={part.chosen}
        error={part.error}
        onChoose={part.choose}
      />
      <button type="submit" className="govuk-button govuk-button--secondary">
        Make the file
      </button>
      {part.made && <PartMade place={part.made} />}
    </form>
  );
}

function PartMade({ place: { label, folder } }: { place: PlaceView }) {
  return (
    <Notification id="part-made" title="The part is written" success>
      <p className="govuk-notification-banner__heading app-wrap">{label}</p>
      <p className="govuk-body app-wrap">It is in {folder}.</p>
      <p className="govuk-body govuk-!-margin-bottom-0">
        Send it to whoever fills it in. When it comes back, choose it under “Bring another copy in”.
      </p>
    </Notification>
  );
}

function usePart(bid: BidSession) {
  const api = useApi();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [error, setError] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const [made, setMade] = useState<PlaceView>();
  const choose = (section: string, on: boolean) => {
    setChosen(on ? [...chosen, section] : chosen.filter((one) => one !== section));
    setError(undefined);
  };
  const make = async () => {
    if (chosen.length === 0) return setError("Choose at least one section to send");
    await bid.flush();
    const reply = await api.makeContribution({ bid: bid.open.bid.id, sections: [...chosen] });
    setTrouble(reply.ok ? undefined : reply.error.message);
    return setMade(reply.ok ? reply.value : undefined);
  };
  return { chosen, error, trouble, made, choose, make };
}
