import type { BackupView } from "../../src/contract/views.ts";
import { fileSize } from "../../src/fields/kinds/file.ts";
import { dayAndTime } from "../../src/shared/local-time.ts";

interface BackupListProps {
  backups: readonly BackupView[];
  limit: number;
  /** Opens one of them as a copy. */
  onOpen(token: string): void;
}

/** Copies kept on this computer, newest first. */
export function BackupList({ backups, limit, onOpen }: BackupListProps) {
  const newest = backups.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, limit);
  return (
    <ul className="app-bid-list govuk-!-margin-bottom-4">
      {newest.map((backup) => (
        <li key={backup.token} className="app-bid-list__item app-bid-list__item--row">
          <span>
            {dayAndTime(backup.at)} <span className="app-quiet">({fileSize(backup.bytes)})</span>
          </span>
          <button type="button" className="app-link-button" onClick={() => onOpen(backup.token)}>
            Open as a copy
            <span className="govuk-visually-hidden"> the one of {dayAndTime(backup.at)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
