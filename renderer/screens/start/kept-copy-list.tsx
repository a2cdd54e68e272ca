import { useCallback, useState } from "react";
import type { KeptCopies } from "../../../src/contract/views.ts";
import { useApi } from "../../app/api.ts";
import { openWithScheme, type OpenedBid } from "../../app/opened-bid.ts";
import { useReply } from "../../app/use-reply.ts";
import { BackupList } from "../../components/backup-list.tsx";
import { keptInWords } from "./kept-words.ts";

/** How many kept copies of a bid are listed. */
const shown = 10;

interface KeptCopyListProps {
  /** The file that cannot be opened. */
  token: string;
  onOpened(bid: OpenedBid): void;
}

/** The copies that this computer keeps of a bid whose file cannot be opened. */
export function KeptCopyList({ token, onOpened }: KeptCopyListProps) {
  const api = useApi();
  const kept = useReply(useCallback(() => api.keptCopies({ token }), [api, token]));
  const [trouble, setTrouble] = useState<string>();
  const open = async (backup: string) => {
    const opened = await openWithScheme(api, { token: backup, as: "copy", beside: token });
    if (opened.ok) onOpened(opened.value);
    else setTrouble(`That copy was not opened. ${opened.error.message}`);
  };
  if (kept.state !== "ready") return null;
  if (kept.value.length === 0) {
    return <p className="govuk-body app-kept">No copies of it are kept on this computer.</p>;
  }
  return (
    <section className="app-kept" aria-labelledby="kept-copies">
      <h3 className="govuk-heading-s" id="kept-copies">
        Copies kept on this computer
      </h3>
      <p className="govuk-body">
        Opening one makes a copy to work on, with anything you typed that never reached the file. Nothing is replaced.
      </p>
      {trouble !== undefined && (
        <p className="govuk-error-message app-wrap" role="alert">
          {trouble}
        </p>
      )}
      {kept.value.map((copies, index) => (
        <KeptOfBid
          key={copies.backups[0]?.token}
          copies={copies}
          first={index === 0}
          onOpen={(one) => void open(one)}
        />
      ))}
    </section>
  );
}

interface KeptOfBidProps {
  copies: KeptCopies;
  first: boolean;
  onOpen(backup: string): void;
}

function KeptOfBid({ copies, first, onOpen }: KeptOfBidProps) {
  return (
    <>
      <p className="govuk-body govuk-!-margin-bottom-2 app-wrap">{keptInWords(copies, first)}</p>
      <BackupList backups={copies.backups} limit={shown} onOpen={onOpen} />
    </>
  );
}
