import { useApi } from "../../app/api.ts";
import { useJob } from "../../app/use-job.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { ExportChoice } from "./export-choice.tsx";
import { MadeDocuments } from "../../components/made-documents.tsx";

/** Makes the submission pack, shows how far it is, and what came out. */
export function ExportScreen({ bid }: { bid: BidSession }) {
  const api = useApi();
  const making = useJob();
  const make = async (draft: boolean) => {
    await bid.flush();
    await making.start(() => api.exportPack({ bid: bid.open.bid.id, draft }));
  };
  const working = making.job?.state === "working";
  return (
    <div className="app-measure">
      <h1 className="govuk-heading-l">Make the submission pack</h1>
      <ExportChoice bid={bid} busy={working} onStart={(draft) => void make(draft)} />
      <MadeDocuments of={making} done="The pack is made" />
    </div>
  );
}
