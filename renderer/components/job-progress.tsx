import type { JobView } from "../../src/contract/views.ts";

/** How far a making of documents is, and a way to stop it. */
export function JobProgress({ job, onCancel }: { job: JobView; onCancel(): void }) {
  const percent = Math.round(job.progress * 100);
  return (
    <section className="app-progress" aria-labelledby="progress-step">
      <p className="govuk-body" id="progress-step" role="status">
        {job.step}
      </p>
      <progress className="app-progress__bar" max={100} value={percent} aria-labelledby="progress-step">
        {percent}%
      </progress>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={onCancel}>
        Cancel
      </button>
    </section>
  );
}
