import { useCallback, useEffect, useState } from "react";
import type { OperationError } from "../../src/contract/define.ts";
import { OpeningProblem } from "../screens/start/opening-problem.tsx";
import { useApi } from "./api.ts";
import { openWithScheme, type OpenAs, type OpenedBid } from "./opened-bid.ts";
import { Page } from "./page.tsx";
import { addressOf } from "./routes.ts";
import { useReply } from "./use-reply.ts";

interface ReopenBidProps {
  token: string;
  /** The way it was opened before. */
  as: OpenAs;
  onOpened(bid: OpenedBid): void;
}

/** Opens the bid again after the page was loaded anew. */
export function ReopenBid({ token, as, onOpened }: ReopenBidProps) {
  const api = useApi();
  const opened = useReply(useCallback(() => openWithScheme(api, { token, as }), [api, token, as]));
  const [refused, setRefused] = useState<OperationError>();
  useEffect(() => {
    if (opened.state === "ready") onOpened(opened.value);
  }, [opened, onOpened]);
  const openAs = async (other: OpenAs) => {
    const again = await openWithScheme(api, { token, as: other });
    if (again.ok) onOpened(again.value);
    else setRefused(again.error);
  };
  const error = refused ?? (opened.state === "failed" ? opened.error : undefined);
  return (
    <Page route={{ page: "start" }}>
      <h1 className="govuk-heading-l">Opening your bid</h1>
      {error && (
        <>
          <OpeningProblem
            key={error.message}
            token={token}
            error={error}
            onOpen={(other) => void openAs(other)}
            onOpened={onOpened}
          />
          <a className="govuk-link" href={addressOf("start")}>
            Go to the start page
          </a>
        </>
      )}
    </Page>
  );
}
