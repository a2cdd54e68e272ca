import { useEffect, useState } from "react";
import type { JobView } from "../../src/contract/views.ts";
import type { Result } from "../../src/shared/result.ts";
import { useApi } from "./api.ts";

/** How often a job that runs is asked after, in milliseconds. */
const pace = 300;

export interface Job {
  job: JobView | undefined;
  problem: string | undefined;
  start(begin: () => Promise<Result<JobView, { message: string }>>): Promise<void>;
  cancel(): Promise<void>;
  /** A sentence when no file manager could be opened. */
  openFolder(): Promise<string | undefined>;
}

/** One making of documents, from start to end. */
export function useJob(): Job {
  const api = useApi();
  const [job, setJob] = useState<JobView>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (job?.state !== "working") return undefined;
    const timer = setTimeout(async () => {
      const reply = await api.job({ job: job.job });
      if (reply.ok) setJob(reply.value);
      else if (reply.error.code === "no-such-job") setJob({ ...job, state: "failed", message: reply.error.message });
      else setJob({ ...job });
    }, pace);
    return () => clearTimeout(timer);
  }, [api, job]);

  return {
    job,
    problem,
    start: async (begin) => {
      const reply = await begin();
      setProblem(reply.ok ? undefined : reply.error.message);
      setJob(reply.ok ? reply.value : undefined);
    },
    cancel: async () => {
      const reply = job && (await api.cancelJob({ job: job.job }));
      if (reply?.ok) setJob(reply.value);
    },
    openFolder: async () => {
      const reply = job && (await api.openFolder({ job: job.job }));
      if (!reply?.ok) return reply?.error.message;
      return reply.value.opened
        ? undefined
        : `No file manager could be opened here. The files are in ${reply.value.folder}`;
    },
  };
}
