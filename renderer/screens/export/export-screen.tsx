import type { BidSession } from "../../app/use-bid.ts";
import { ExportChoice } from "./export-choice.tsx";
import { JobProgress } from "./job-progress.tsx";
import { JobResult } from "./job-result.tsx";
import { useExport } from "./use-export.ts";

/** Makes the submission pack, shows how far it is, and what came out. */
export function ExportScreen({ bid }: { bid: BidSession }) {
  const { job, problem, start, cancel, openFolder } = useExport(bid);
  const working = job?.state === "working";
  return (
    <div className="app-measure">
      <h1 className="govuk-heading-l">Make the submission pack</h1>
      <ExportChoice bid={bid} busy={working} onStart={(draft) => void start(draft)} />
      {problem !== undefined && (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {working && <JobProgress job={job} onCancel={() => void cancel()} />}
      {job && !working && <JobResult job={job} onOpenFolder={openFolder} />}
    </div>
  );
}
