import { useCallback, useState } from "react";
import { fileSize } from "../../src/fields/kinds/file.ts";
import { useApi } from "../app/api.ts";
import { openWithScheme, type OpenedBid } from "../app/opened-bid.ts";
import type { BidSession } from "../app/use-bid.ts";
import { useReply } from "../app/use-reply.ts";
import { dayAndTime } from "./moments.ts";
import { Trouble } from "./trouble.tsx";

interface BackupListProps {
  bid: BidSession;
  limit: number;
  onOpened(bid: OpenedBid): void;
}

/** Copies kept on this computer, newest first, each of which can be opened beside the bid. */
export function BackupList({ bid, limit, onOpened }: BackupListProps) {
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
  const newest = backups.value.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, limit);
  if (newest.length === 0) return <p className="govuk-body">No copies are kept on this computer yet.</p>;
  return (
    <>
      {trouble !== undefined && <Trouble message={trouble} />}
      <ul className="app-bid-list govuk-!-margin-bottom-4">
        {newest.map((backup) => (
          <li key={backup.token} className="app-bid-list__item app-bid-list__item--row">
            <span>
              {dayAndTime(backup.at)} <span className="app-quiet">({fileSize(backup.bytes)})</span>
            </span>
            <button type="button" className="app-link-button" onClick={() => void open(backup.token)}>
              Open as a copy
              <span className="govuk-visually-hidden"> the one of {dayAndTime(backup.at)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
