import { useApi } from "../../app/api.ts";
import type { Asked } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { useJob } from "../../app/use-job.ts";
import { MadeDocuments } from "../../components/made-documents.tsx";

/** What is on the page as documents to send on, made in a new folder beside the bid’s file. */
export function SaveComparison({ bid, asked: { from = "", to, question } }: { bid: BidSession; asked: Asked }) {
  const api = useApi();
  const making = useJob();
  const working = making.job?.state === "working";
  const wanted = { from, ...(to === undefined ? {} : { to }), ...(question === undefined ? {} : { question }) };
  const make = () => making.start(() => api.exportComparison({ bid: bid.open.bid.id, ...wanted }));
  return (
    <div className="app-save-comparison">
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        disabled={working}
        onClick={() => void make()}
      >
        Save this comparison in Word and Excel
      </button>
      <MadeDocuments of={making} done="The comparison is saved" />
    </div>
  );
}
