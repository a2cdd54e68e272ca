import { useEffect } from "react";
import { useApi } from "./api.ts";
import type { BidSession } from "./use-bid.ts";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
/** How often a save that is under way is asked after, in milliseconds; less often while saving fails. */
const pace = { saving: 400, failed: 5_000, saved: undefined };

/** Shows how safe the work is. It is read out when the minute of the last save changes, not at every change. */
export function SaveStatus({ bid }: { bid: BidSession }) {
  useSaveWatch(bid);
  const { state, savedAt } = bid.open.saved;
  const safe = savedAt === undefined ? "" : `Saved at ${clock.format(new Date(savedAt))}`;
  const known = state === "failed" ? "Not saved" : safe;
  return (
    <>
      <span className={`app-header__saved app-header__saved--${state}`} aria-hidden="true">
        {state === "saving" ? "Saving…" : known}
      </span>
      <span className="govuk-visually-hidden" role="status">
        {known}
      </span>
    </>
  );
}

function useSaveWatch({ open, setSaved }: BidSession): void {
  const api = useApi();
  const { saved } = open;
  const id = open.bid.id;
  useEffect(() => {
    const wait = pace[saved.state];
    if (wait === undefined) return undefined;
    const timer = setTimeout(async () => {
      const reply = await api.saveState({ bid: id });
      setSaved(reply.ok ? reply.value : { ...saved });
    }, wait);
    return () => clearTimeout(timer);
  }, [api, id, saved, setSaved]);
}
