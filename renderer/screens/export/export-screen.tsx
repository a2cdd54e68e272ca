import { useApi } from "../../app/api.ts";
import { useJob } from "../../app/use-job.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { ExportChoice } from "./export-choice.tsx";
import { JobProgress } from "../../components/job-progress.tsx";
import { JobResult } from "../../components/job-result.tsx";

/** Makes the submission pack, shows how far it is, and what came out. */
export function ExportScreen({ bid }: { bid: BidSession }) {
  const api = useApi();
  const { job, problem, start, cancel, openFolder } = useJob();
  const make = async (draft: boolean) => {
    await bid.flush();
    await start(() => api.exportPack({ bid: bid.open.bid.id, draft }));
  };
  const working = job?.state === "working";
  return (
    <div className="app-measure">
      <h1 className="govuk-heading-l">Make the submission pack</h1>
      <ExportChoice bid={bid} busy={working} onStart={(draft) => void make(draft)} />
      {problem !== undefined && (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {working && <JobProgress job={job} onCancel={() => void cancel()} />}
      {job && !working && <JobResult job={job} done="The pack is made" onOpenFolder={openFolder} />}
    </div>
  );
}
