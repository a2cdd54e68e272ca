import { useCallback } from "react";
import { useApi } from "../../app/api.ts";
import type { OpenedBid } from "../../app/opened-bid.ts";
import { addressOf } from "../../app/routes.ts";
import { useReply } from "../../app/use-reply.ts";
import { Replies } from "../../components/replies.tsx";
import { NewBidForm } from "./new-bid-form.tsx";

/** Chooses the scheme, the strand, the title and the folder of a new bid. */
export function NewBidScreen({ onOpened }: { onOpened(bid: OpenedBid): void }) {
  const api = useApi();
  const schemes = useReply(useCallback(() => api.listSchemes({}), [api]));
  const places = useReply(useCallback(() => api.places({}), [api]));
  return (
    <>
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf("start")}>
        Start page
      </a>
      <h1 className="govuk-heading-l">Start a new bid</h1>
      <Replies of={[schemes, places]} waiting="Reading the schemes…" />
      {schemes.state === "ready" && places.state === "ready" && (
        <NewBidForm schemes={schemes.value} places={places.value} onOpened={onOpened} />
      )}
    </>
  );
}
