import { useCallback, useState } from "react";
import type { OperationError } from "../../../src/contract/define.ts";
import { useApi } from "../../app/api.ts";
import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { useReply } from "../../app/use-reply.ts";
import { goTo } from "../../app/use-route.ts";
import { Trouble } from "../../components/trouble.tsx";
import { BroughtIn } from "./brought-in.tsx";
import { MergeReviewList } from "./merge-review-list.tsx";
import { changesIn } from "./review-words.ts";

/** What another copy would bring, and the button that brings it in. */
export function MergeReviewPage({ bid, token }: { bid: BidSession; token: string }) {
  const api = useApi();
  const id = bid.open.bid.id;
  const { flush } = bid;
  const review = useReply(
    useCallback(async () => {
      await flush();
      return api.reviewMerge({ bid: id, token });
    }, [api, flush, id, token]),
  );
  const [brought, setBrought] = useState<number>();
  const [trouble, setTrouble] = useState<OperationError>();
  const bringIn = async (changes: number) => {
    const reply = await bid.change((of) => api.bringIn({ bid: of, token }));
    setTrouble(reply.ok ? undefined : reply.error);
    if (!reply.ok) return;
    const clashes = review.state === "ready" && review.value.conflicts.length > 0;
    if (clashes) goTo(addressOf("settle"));
    else setBrought(changes);
  };
  if (brought !== undefined) return <BroughtIn changes={brought} />;
  return (
    <>
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf("merge")}>
        Choose another copy
      </a>
      <h1 className="govuk-heading-l">What the other copy would bring</h1>
      {review.state === "loading" && <p className="govuk-body">Comparing the two copies…</p>}
      {review.state === "failed" && <Trouble message={review.error.message} />}
      {trouble && <Trouble message={trouble.message} />}
      {review.state === "ready" && (
        <MergeReviewList
          review={review.value}
          locked={bid.open.readOnly !== undefined}
          ownFile={token === bid.open.place.token}
          onBringIn={() => void bringIn(changesIn(review.value))}
        />
      )}
    </>
  );
}
