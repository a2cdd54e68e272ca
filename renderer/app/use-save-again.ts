import { useState } from "react";
import { useApi, type Api } from "./api.ts";
import type { BidSession } from "./use-bid.ts";

/** The ways there are to save a bid whose file could not be written. */
export function useSaveAgain(bid: BidSession) {
  const api = useApi();
  const [problem, setProblem] = useState<string>();
  const id = bid.open.bid.id;

  const again = async () => {
    await bid.flush();
    const reply = await api.save({ bid: id });
    if (reply.ok) bid.setSaved(reply.value);
    setProblem(reply.ok ? undefined : reply.error.message);
  };
  const saveTo = async (to: { folder?: string }) => {
    await bid.flush();
    const reply = await api.saveElsewhere({ bid: id, ...to });
    if (reply.ok) bid.setPlace(reply.value.place, reply.value.saved);
    setProblem(reply.ok ? undefined : reply.error.message);
  };
  const elsewhere = async () => {
    const folder = await chooseFolder(api);
    if (folder !== undefined) await saveTo({ folder });
  };
  return { problem, again, elsewhere, asCopy: () => saveTo({}) };
}

/** Where no dialog can be opened, the bids folder is the other place there is. */
async function chooseFolder(api: Api): Promise<string | undefined> {
  const chosen = await api.chooseFolder({});
  if (chosen.ok) return chosen.value?.token;
  const places = await api.places({});
  return places.ok ? places.value.folder.token : undefined;
}
