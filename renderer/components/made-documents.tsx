import type { useJob } from "../app/use-job.ts";
import { JobProgress } from "./job-progress.tsx";
import { JobResult } from "./job-result.tsx";

interface MadeDocumentsProps {
  of: ReturnType<typeof useJob>;
  /** What is said once it is done: “The pack is made”. */
  done: string;
}

/** How far the making of documents is, what came out, or why it could not begin. */
export function MadeDocuments({ of: { job, problem, cancel, openFolder }, done }: MadeDocumentsProps) {
  return (
    <>
      {problem !== undefined && (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {job?.state === "working" && <JobProgress job={job} onCancel={() => void cancel()} />}
      {job && job.state !== "working" && <JobResult job={job} done={done} onOpenFolder={openFolder} />}
    </>
  );
}
