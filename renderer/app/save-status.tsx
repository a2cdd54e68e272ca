import { useEffect } from "react";
import { useApi } from "./api.ts";
import type { BidSession } from "./use-bid.ts";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
/** How often a save that is under way is asked after, in milliseconds; less often while saving fails. */
const pace = { saving: 400, failed: 5_000, saved: undefined };

/** Says politely when the work was last safe in its file. */
export function SaveStatus({ bid }: { bid: BidSession }) {
  useSaveWatch(bid);
  const { state, savedAt } = bid.open.saved;
  return (
    <span className={`app-header__saved app-header__saved--${state}`} role="status">
      {state === "failed" ? "Not saved" : sentence(state, savedAt)}
    </span>
  );
}

function sentence(state: "saved" | "saving", savedAt: string | undefined): string {
  if (state === "saving") return "Saving…";
  return savedAt === undefined ? "Saved" : `Saved at ${clock.format(new Date(savedAt))}`;
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
