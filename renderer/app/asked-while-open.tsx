import { useEffect, useEffectEvent } from "react";
import type { PlaceView } from "../../src/contract/views.ts";
import { Notification } from "../components/notification.tsx";
import type { BidSession } from "./use-bid.ts";

interface AskedWhileOpenProps {
  asked: PlaceView | undefined;
  bid: BidSession;
  /** Saves and closes the bid that is open. Where that cannot be done, its state says so. */
  onClose(): Promise<void>;
  onDone(): void;
}

/** Another bid was double-clicked: the one that is open is saved and closed first, and stays where it cannot be. */
export function AskedWhileOpen({ asked, bid, onClose, onDone }: AskedWhileOpenProps) {
  const { place, saved } = bid.open;
  const answer = useEffectEvent((wanted: PlaceView) => {
    if (wanted.token === place.token) onDone();
    else void onClose();
  });
  useEffect(() => {
    if (asked) answer(asked);
  }, [asked]);
  const stuck = saved.state !== "saved" && saved.state !== "saving";
  if (!asked || !stuck) return null;
  return (
    <Notification id="asked-to-open" title="Another bid waits to be opened" onDismiss={onDone}>
      <p className="govuk-notification-banner__heading">
        {asked.label} was not opened, because this bid could not be saved and closed.
      </p>
      <button type="button" className="govuk-button" onClick={() => void onClose()}>
        Close this bid and open {asked.label}
      </button>
    </Notification>
  );
}
