import { useCallback, useEffect } from "react";
import { Trouble } from "../components/trouble.tsx";
import { useApi } from "./api.ts";
import { openWithScheme, type OpenedBid } from "./opened-bid.ts";
import { Page } from "./page.tsx";
import { addressOf } from "./routes.ts";
import { useReply } from "./use-reply.ts";

/** Opens the bid again after the page was loaded anew. */
export function ReopenBid({ token, onOpened }: { token: string; onOpened(bid: OpenedBid): void }) {
  const api = useApi();
  const opened = useReply(useCallback(() => openWithScheme(api, token), [api, token]));
  useEffect(() => {
    if (opened.state === "ready") onOpened(opened.value);
  }, [opened, onOpened]);
  return (
    <Page route={{ page: "start" }}>
      <h1 className="govuk-heading-l">Opening your bid</h1>
      {opened.state === "failed" && (
        <>
          <Trouble message={opened.error.message} />
          <a className="govuk-link" href={addressOf("start")}>
            Go to the start page
          </a>
        </>
      )}
    </Page>
  );
}
