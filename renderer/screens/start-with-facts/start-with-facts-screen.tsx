import { useCallback } from "react";
import { useApi } from "../../app/api.ts";
import type { OpenedBid } from "../../app/opened-bid.ts";
import { addressOf } from "../../app/routes.ts";
import { useReply } from "../../app/use-reply.ts";
import { Replies } from "../../components/replies.tsx";
import { Trouble } from "../../components/trouble.tsx";
import { FactsForm } from "./facts-form.tsx";

/** Begins an outline: the facts of a project before a fund is chosen. */
export function StartWithFactsScreen({ onOpened }: { onOpened(bid: OpenedBid): void }) {
  const api = useApi();
  const schemes = useReply(useCallback(() => api.listSchemes({}), [api]));
  const places = useReply(useCallback(() => api.places({}), [api]));
  const outline = schemes.state === "ready" ? schemes.value.find((one) => one.outline === true) : undefined;
  return (
    <>
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf("start")}>
        Start page
      </a>
      <h1 className="govuk-heading-l">Start with the facts</h1>
      <Replies of={[schemes, places]} waiting="Reading the schemes…" />
      {schemes.state === "ready" && !outline && (
        <Trouble message="No project outline can be used here. Start a new bid for a scheme instead." />
      )}
      {outline && places.state === "ready" && <FactsForm outline={outline} places={places.value} onOpened={onOpened} />}
    </>
  );
}
