import { useCallback, useState } from "react";
import type { UnsavedWork } from "../../../src/contract/views.ts";
import { useApi } from "../../app/api.ts";
import { useReply } from "../../app/use-reply.ts";
import { AskFirst } from "../../components/ask-first.tsx";
import { Notification } from "../../components/notification.tsx";
import { unsavedInWords, unsavedName } from "./unsaved-words.ts";

interface UnsavedWorkListProps {
  onOpen(token: string): void;
}

/** What was typed and had not reached its file when the app stopped; nothing where there is none. */
export function UnsavedWorkList({ onOpen }: UnsavedWorkListProps) {
  const api = useApi();
  const kept = useReply(useCallback(() => api.unsavedWork({}), [api]));
  const [aside, setAside] = useState<ReadonlySet<string>>(new Set());
  const [trouble, setTrouble] = useState<string>();
  const left = kept.state === "ready" ? kept.value.filter(({ bid }) => !aside.has(bid)) : [];
  if (left.length === 0) return null;
  const putAside = async (bid: string) => {
    const done = await api.setAsideWork({ bid });
    if (done.ok) setAside((before) => new Set([...before, bid]));
    setTrouble(done.ok ? undefined : done.error.message);
  };
  return (
    <Notification id="unsaved-work" title="Work that has not reached its file">
      <p className="govuk-body">The app stopped before this was written to its file. It is safe on this computer.</p>
      {trouble !== undefined && (
        <p className="govuk-error-message" role="alert">
          {trouble}
        </p>
      )}
      <ul className="app-bid-list">
        {left.map((work) => (
          <UnsavedItem key={work.bid} work={work} onOpen={onOpen} onSetAside={() => void putAside(work.bid)} />
        ))}
      </ul>
    </Notification>
  );
}

interface UnsavedItemProps extends UnsavedWorkListProps {
  work: UnsavedWork;
  onSetAside(): void;
}

function UnsavedItem({ work, onOpen, onSetAside }: UnsavedItemProps) {
  const { file, fileIsThere = false, hasCopies } = work;
  const name = unsavedName(work);
  return (
    <li className="app-bid-list__item">
      <strong>{name}</strong>
      <span className="app-wrap">{unsavedInWords(work)}</span>
      {file && (fileIsThere || hasCopies) && (
        <button type="button" className="app-link-button" onClick={() => onOpen(file.token)}>
          {fileIsThere ? `Open ${file.label}` : "See the copies kept here"}
          <span className="govuk-visually-hidden">{fileIsThere ? " and have the work back" : `: ${name}`}</span>
        </button>
      )}
      <AskFirst
        quiet
        name="I do not need this work"
        about={name}
        question="It would not come back any more when the bid is opened. Is that what you want?"
        yes="Yes, leave it out"
        onYes={onSetAside}
      />
    </li>
  );
}
