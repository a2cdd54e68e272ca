import { useState } from "react";
import type { OpeningNotice } from "../../src/contract/views.ts";
import { BackupsOfBid } from "../components/backups-of-bid.tsx";
import { Notification } from "../components/notification.tsx";
import type { OpenedBid } from "./opened-bid.ts";
import { OpenAnew } from "./open-anew.tsx";
import { VersionNotice } from "./version-notice.tsx";
import { addressWith } from "./routes.ts";
import { DamageList } from "./damage-list.tsx";
import { noticeTitle } from "./notice-title.ts";
import type { BidSession } from "./use-bid.ts";

const canWait: ReadonlySet<OpeningNotice["kind"]> = new Set(["copies", "carried", "added"]);

interface OpeningNoticesProps {
  bid: BidSession;
  /** On the page a bid opens with, everything is told; on the others only what cannot wait. */
  all: boolean;
  onOpened(bid: OpenedBid): void;
}

/** What an officer should know about the file as it was opened, and what became of it since. */
export function OpeningNotices({ bid, all, onOpened }: OpeningNoticesProps) {
  const { notices, saved } = bid.open;
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const told = saved.news ? [saved.news, ...notices] : notices;
  return told
    .filter(
      (notice) => !hidden.includes(keyOf(notice)) && (all || notice.at !== undefined || !canWait.has(notice.kind)),
    )
    .filter(({ scheme }) => scheme?.version !== bid.open.bid.scheme.version)
    .map((notice, index) => (
      <Notification
        key={keyOf(notice)}
        id={`notice-${index}`}
        title={noticeTitle(notice)}
        onDismiss={() => setHidden([...hidden, keyOf(notice)])}
      >
        <p className="govuk-notification-banner__heading">{notice.message}</p>
        <DamageList notice={notice} />
        {notice.kind === "damaged" && <BackupsOfBid bid={bid} limit={3} onOpened={onOpened} />}
        <CopyLinks bid={bid} notice={notice} />
        {notice.kind === "newer-state" && <OpenAnew bid={bid} onOpened={onOpened} />}
        {notice.scheme && <VersionNotice bid={bid} scheme={notice.scheme} />}
      </Notification>
    ));
}

function keyOf({ at = "", message }: OpeningNotice): string {
  return `${at} ${message}`;
}

function CopyLinks({ bid, notice: { copies = [] } }: { bid: BidSession; notice: OpeningNotice }) {
  if (copies.length === 0 || bid.open.readOnly !== undefined) return null;
  return (
    <ul className="govuk-list app-wrap">
      {copies.map((copy) => (
        <li key={copy.token}>
          <a className="govuk-notification-banner__link" href={addressWith("merge", { from: copy.token })}>
            See what {copy.label} would bring
          </a>
        </li>
      ))}
    </ul>
  );
}
