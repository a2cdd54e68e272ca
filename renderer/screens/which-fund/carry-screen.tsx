import { useCallback } from "react";
import type { CarryPreview } from "../../../src/contract/views.ts";
import { useApi } from "../../app/api.ts";
import type { OpenedBid } from "../../app/opened-bid.ts";
import { addressOf, type Asked } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { useReply } from "../../app/use-reply.ts";
import { count } from "../../components/count.ts";
import { Replies } from "../../components/replies.tsx";
import { CarryForm } from "./carry-form.tsx";
import { CarryLists } from "./carry-lists.tsx";

interface CarryScreenProps {
  bid: BidSession;
  asked: Asked;
  onOpened(bid: OpenedBid): void;
}

/** Shows what would come over to a bid elsewhere, what would be missing and what stays behind, before it is made. */
export function CarryScreen({ bid, asked, onOpened }: CarryScreenProps) {
  const api = useApi();
  const { flush } = bid;
  const id = bid.open.bid.id;
  const { scheme = "", strand = "" } = asked;
  const ask = useCallback(async () => {
    await flush();
    return api.previewCarry({ bid: id, scheme, strand });
  }, [api, flush, id, scheme, strand]);
  const preview = useReply(ask);
  const places = useReply(useCallback(() => api.places({}), [api]));
  return (
    <div className="app-measure">
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf("which-fund")}>
        Which fund?
      </a>
      {preview.state === "ready" && (
        <span className="govuk-caption-l">
          {preview.value.scheme.title}: {preview.value.strand.title}
        </span>
      )}
      <h1 className="govuk-heading-l">Start a bid with these answers</h1>
      <Replies of={[preview, places]} waiting="Looking at what fits…" />
      {preview.state === "ready" && places.state === "ready" && (
        <>
          <Summary preview={preview.value} />
          <CarryLists preview={preview.value} />
          <CarryForm bid={bid} preview={preview.value} places={places.value} onOpened={onOpened} />
        </>
      )}
    </div>
  );
}

function Summary({ preview: { carried, adjusted, leftBehind, missing, files } }: { preview: CarryPreview }) {
  return (
    <>
      <p className="govuk-body-l">A new bid is made. The one that is open and its file stay as they are.</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          {count(carried.length + adjusted.length, "answer")} would come over
          {files > 0 ? `, with ${count(files, "attached file")}` : ""}
        </li>
        <li>{count(leftBehind.length, "answer")} would stay behind</li>
        <li>{count(missing.length, "required answer")} would be missing</li>
      </ul>
    </>
  );
}
