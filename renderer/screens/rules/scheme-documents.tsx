import { useApi } from "../../app/api.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { useJob } from "../../app/use-job.ts";
import { MadeDocuments } from "../../components/made-documents.tsx";

/** The rule book for those who approve, and the blank form for the meeting at which a bid begins. */
export function SchemeDocuments({ bid }: { bid: BidSession }) {
  const api = useApi();
  const making = useJob();
  const working = making.job?.state === "working";
  const make = () => making.start(() => api.exportSchemeDocuments({ bid: bid.open.bid.id }));
  return (
    <section aria-labelledby="scheme-documents">
      <h2 className="govuk-heading-m" id="scheme-documents">
        On paper
      </h2>
      <p className="govuk-body">
        The rule book holds every rule with its source, working and examples. The blank form holds every question with
        its limits and guidance. Both are Word documents, made in a new folder beside the bid’s file.
      </p>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        disabled={working}
        onClick={() => void make()}
      >
        Make the rule book and the blank form
      </button>
      <MadeDocuments of={making} done="The rule book and the blank form are made" />
    </section>
  );
}
