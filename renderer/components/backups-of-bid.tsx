import { useCallback, useState } from "react";
import { useApi } from "../app/api.ts";
import { openWithScheme, type OpenedBid } from "../app/opened-bid.ts";
import type { BidSession } from "../app/use-bid.ts";
import { useReply } from "../app/use-reply.ts";
import { BackupList } from "./backup-list.tsx";
import { Trouble } from "./trouble.tsx";

interface BackupsOfBidProps {
  bid: BidSession;
  limit: number;
  onOpened(bid: OpenedBid): void;
}

/** The copies kept of the bid that is open, each of which can be opened beside it. */
export function BackupsOfBid({ bid, limit, onOpened }: BackupsOfBidProps) {
  const api = useApi();
  const id = bid.open.bid.id;
  const backups = useReply(useCallback(() => api.backups({ bid: id }), [api, id]));
  const [trouble, setTrouble] = useState<string>();
  const open = async (token: string) => {
    await bid.flush();
    const closed = await api.closeBid({ bid: id });
    if (!closed.ok) return setTrouble(closed.error.message);
    const opened = await openWithScheme(api, { token, as: "copy", beside: bid.open.place.token });
    if (opened.ok) return onOpened(opened.value);
    await api.openBid({ token: bid.open.place.token });
    return setTrouble(opened.error.message);
  };
  if (backups.state === "loading") return null;
  if (backups.state === "failed") return <Trouble message={backups.error.message} />;
  if (backups.value.length === 0) return <p className="govuk-body">No copies are kept on this computer yet.</p>;
  return (
    <>
      {trouble !== undefined && <Trouble message={trouble} />}
      <BackupList backups={backups.value} limit={limit} onOpen={(token) => void open(token)} />
    </>
  );
}
