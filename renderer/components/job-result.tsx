import { useState } from "react";
import type { ExportedFile, JobView } from "../../src/contract/views.ts";
import { fileSize } from "../../src/fields/kinds/file.ts";
import { Details } from "./details.tsx";
import { Trouble } from "./trouble.tsx";

interface JobResultProps {
  job: JobView;
  /** What to say when it is done: “The pack is made”. */
  done: string;
  onOpenFolder(): Promise<string | undefined>;
}

/** What came out: the files with what the second reading found in them, or why there are none. */
export function JobResult({ job, done, onOpenFolder }: JobResultProps) {
  const [note, setNote] = useState<string>();
  if (job.state === "failed") return <Trouble message={job.message ?? "The documents could not be made."} />;
  if (job.state === "cancelled") {
    return (
      <p className="govuk-body" role="status">
        Stopped. No file was left behind.
      </p>
    );
  }
  return (
    <section aria-labelledby="job-done">
      <div className="app-done" role="status">
        <h2 className="govuk-heading-m govuk-!-margin-bottom-1" id="job-done">
          {done}
        </h2>
        <p className="govuk-body govuk-!-margin-bottom-0 app-wrap">{job.folder}</p>
      </div>
      <ul className="app-files">
        {job.files.map((file) => (
          <FileItem key={file.name} file={file} />
        ))}
      </ul>
      <button type="button" className="govuk-button" onClick={() => void onOpenFolder().then(setNote)}>
        Open folder
      </button>
      <p className="govuk-body app-wrap" role="status">
        {note}
      </p>
    </section>
  );
}

function FileItem({ file }: { file: ExportedFile }) {
  return (
    <li className="app-files__item">
      <strong className="app-wrap">{file.name}</strong> <span className="app-quiet">({fileSize(file.bytes)})</span>
      {file.checked !== "" && <p className="govuk-body-s govuk-!-margin-bottom-1">Checked: {file.checked}</p>}
      <Details summary="Checksum">
        <p className="govuk-body-s govuk-!-margin-bottom-0">
          SHA-256 <code className="app-wrap">{file.sha256}</code>
        </p>
      </Details>
    </li>
  );
}
