import { useEffect } from "react";
import { useApi } from "./api.ts";
import { saveLine, saveNews } from "./save-words.ts";
import type { BidSession } from "./use-bid.ts";

/** How often the state is asked after, in milliseconds; less often while saving fails. */
const pace = { saving: 400, failed: 5_000, "changed-elsewhere": 5_000, saved: undefined };

/** When the work was last safe, on this computer and in its file. Only what is new by the minute is read out. */
export function SaveStatus({ bid }: { bid: BidSession }) {
  useSaveWatch(bid);
  const { saved } = bid.open;
  return (
    <div className="app-saved">
      <span className={`app-saved__line app-saved__line--${saved.state}`}>{saveLine(saved)}</span>
      <span className="govuk-visually-hidden app-header__saved" role="status">
        {saveNews(saved)}
      </span>
    </div>
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
