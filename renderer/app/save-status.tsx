import { useEffect } from "react";
import type { SaveState } from "../../src/contract/views.ts";
import { useApi } from "./api.ts";
import { saveLine, saveNews } from "./save-words.ts";
import type { BidSession } from "./use-bid.ts";

/** How often the state is asked after, in milliseconds: whether the file is written, or somebody else changed it. */
const pace: Record<SaveState["state"], number> = {
  saving: 400,
  failed: 5_000,
  "changed-elsewhere": 5_000,
  "taken-over": 5_000,
  saved: 10_000,
};

/** When the work was last safe, on this computer and in its file. Only what is new by the minute is read out. */
export function SaveStatus({ bid }: { bid: BidSession }) {
  useSaveWatch(bid);
  const { saved } = bid.open;
  return (
    <div className="app-saved">
      <span className={`app-saved__line app-saved__line--${saved.notSafe === undefined ? saved.state : "failed"}`}>
        {saveLine(saved)}
      </span>
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
    let passed = false;
    const timer = setInterval(async () => {
      const reply = await api.saveState({ bid: id });
      // All pages are drawn again only for what is new, and an answer that comes late is none.
      if (!passed && reply.ok && JSON.stringify(reply.value) !== JSON.stringify(saved)) setSaved(reply.value);
    }, pace[saved.state]);
    return () => {
      passed = true;
      clearInterval(timer);
    };
  }, [api, id, saved, setSaved]);
}
