import { useState } from "react";
import { useApi } from "./api.ts";
import { openWithScheme, type OpenedBid } from "./opened-bid.ts";
import type { BidSession } from "./use-bid.ts";

/** Reads a bid that can only be read once more, as its file now is. */
export function OpenAnew({ bid, onOpened }: { bid: BidSession; onOpened(bid: OpenedBid): void }) {
  const api = useApi();
  const [problem, setProblem] = useState<string>();
  const open = async () => {
    const opened = await openWithScheme(api, { token: bid.open.place.token, as: "read-only" });
    if (opened.ok) onOpened(opened.value);
    else setProblem(opened.error.message);
  };
  return (
    <>
      {problem !== undefined && <p className="govuk-error-message app-wrap">{problem}</p>}
      <div>
        <button type="button" className="govuk-button govuk-!-margin-bottom-2" onClick={() => void open()}>
          Open it anew
        </button>
      </div>
    </>
  );
}
