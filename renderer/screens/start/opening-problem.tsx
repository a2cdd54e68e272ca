import { useEffect, useRef } from "react";
import type { OperationError } from "../../../src/contract/define.ts";
import type { OpenAs } from "../../app/opened-bid.ts";
import { openingTitle, waysToOpen } from "./ways-to-open.ts";

interface OpeningProblemProps {
  error: OperationError;
  onOpen(as: OpenAs): void;
}

/** Why a file did not open, and the other ways there are. */
export function OpeningProblem({ error, onOpen }: OpeningProblemProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const ways = waysToOpen(error);
  return (
    <div className="govuk-error-summary" role="alert" ref={box} tabIndex={-1}>
      <h2 className="govuk-error-summary__title">{openingTitle(error)}</h2>
      <p className="govuk-body app-wrap">{error.message}</p>
      {ways.length > 0 && (
        <dl className="app-ways">
          {ways.map(({ as, name, about }, index) => (
            <div key={as} className="app-ways__one">
              <dt>
                <button
                  type="button"
                  className={`govuk-button govuk-!-margin-bottom-0 ${index === 0 ? "" : "govuk-button--secondary"}`}
                  onClick={() => onOpen(as)}
                >
                  {name}
                </button>
              </dt>
              <dd>{about}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
