import { useEffect, useRef } from "react";
import { addressOf } from "../../app/routes.ts";
import { count } from "../../components/count.ts";

/** Said after a copy came in with nothing left to settle. */
export function BroughtIn({ changes }: { changes: number }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="app-measure">
      <div className="app-done govuk-!-margin-top-0" role="status">
        <h1 className="govuk-heading-l govuk-!-margin-bottom-2" ref={heading} tabIndex={-1}>
          {changes === 0 ? "The two copies are together" : `${count(changes, "change")} came in`}
        </h1>
        <p className="govuk-body govuk-!-margin-bottom-0">
          There is nothing to settle. The histories of both copies are in this file now.
        </p>
      </div>
      <div className="govuk-button-group">
        <a className="govuk-button" href={addressOf("task-list")}>
          Back to the tasks
        </a>
        <a className="govuk-link" href={addressOf("history")}>
          See the history
        </a>
      </div>
    </div>
  );
}
