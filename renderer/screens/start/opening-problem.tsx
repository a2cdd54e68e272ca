import { useEffect, useRef } from "react";
import type { OperationError } from "../../../src/contract/define.ts";
import type { OpenAs, OpenedBid } from "../../app/opened-bid.ts";
import { KeptCopyList } from "./kept-copy-list.tsx";
import { openingFor } from "./ways-to-open.ts";

interface OpeningProblemProps {
  /** The file that did not open. */
  token: string;
  error: OperationError;
  onOpen(as: OpenAs): void;
  /** A copy kept on this computer was opened in its place. */
  onOpened(bid: OpenedBid): void;
}

/** Why a file did not open, and the other ways there are. */
export function OpeningProblem({ token, error, onOpen, onOpened }: OpeningProblemProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { title, ways, kept } = openingFor(error.code);
  return (
    <div className="govuk-error-summary" role="alert" ref={box} tabIndex={-1}>
      <h2 className="govuk-error-summary__title">{title}</h2>
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
      {kept && <KeptCopyList token={token} onOpened={onOpened} />}
    </div>
  );
}
