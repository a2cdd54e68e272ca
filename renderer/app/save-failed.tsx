import { useState } from "react";
import { useApi } from "./api.ts";
import type { BidSession } from "./use-bid.ts";

/** Says loudly that the work is not safe in its file, with what can be done about it. */
export function SaveFailed({ bid }: { bid: BidSession }) {
  const { saved } = bid.open;
  const ways = useSaveAgain(bid);
  if (saved.state !== "failed" && bid.trouble === undefined) return null;
  const failed = saved.state === "failed";
  return (
    <div className="govuk-error-summary app-save-failed" role="alert">
      <h2 className="govuk-error-summary__title">
        {failed ? "Your work is not being saved" : "The last change was not taken"}
      </h2>
      <p className="govuk-body">{failed ? saved.message : bid.trouble}</p>
      {ways.problem !== undefined && <p className="govuk-body govuk-!-font-weight-bold">{ways.problem}</p>}
      <div className="govuk-button-group">
        <button type="button" className="govuk-button govuk-button--warning" onClick={() => void ways.again()}>
          Try again
        </button>
        {failed && (
          <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void ways.elsewhere()}>
            Save to another folder
          </button>
        )}
      </div>
    </div>
  );
}

function useSaveAgain(bid: BidSession) {
  const api = useApi();
  const [problem, setProblem] = useState<string>();
  const id = bid.open.bid.id;

  const again = async () => {
    await bid.flush();
    const reply = await api.save({ bid: id });
    if (reply.ok) bid.setSaved(reply.value);
    setProblem(reply.ok ? undefined : reply.error.message);
  };
  const elsewhere = async () => {
    const folder = await chooseFolder(api);
    if (folder === undefined) return;
    const reply = await api.saveElsewhere({ bid: id, folder });
    if (reply.ok) bid.setPlace(reply.value.place, reply.value.saved);
    setProblem(reply.ok ? undefined : reply.error.message);
  };
  return { problem, again, elsewhere };
}

/** Where no dialog can be opened, the bids folder is the other place there is. */
async function chooseFolder(api: ReturnType<typeof useApi>): Promise<string | undefined> {
  const chosen = await api.chooseFolder({});
  if (chosen.ok) return chosen.value?.token;
  const places = await api.places({});
  return places.ok ? places.value.folder.token : undefined;
}
