import { addressOf } from "../../app/routes.ts";
import { count } from "../../components/count.ts";
import { FocusedHeading } from "../../components/focused-heading.tsx";

/** Said after a copy came in with nothing left to settle. */
export function BroughtIn({ changes }: { changes: number }) {
  return (
    <div className="app-measure">
      <div className="app-done govuk-!-margin-top-0" role="status">
        <FocusedHeading className="govuk-!-margin-bottom-2">
          {changes === 0 ? "The two copies are together" : `${count(changes, "change")} came in`}
        </FocusedHeading>
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
