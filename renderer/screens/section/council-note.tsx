import { useState } from "react";
import type { Question } from "../../../src/schemes/scheme-schema.ts";
import { useApi } from "../../app/api.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { LightMarkdown } from "../../components/light-markdown.tsx";

/** What the council itself says about a question, kept whatever becomes of the scheme. */
export function CouncilNote({ bid, question }: { bid: BidSession; question: Question }) {
  const note = bid.scheme.council?.notes[question.id];
  const [writing, setWriting] = useState(false);
  if (writing) return <NoteForm bid={bid} question={question} note={note ?? ""} onDone={() => setWriting(false)} />;
  const mayWrite = bid.open.readOnly === undefined;
  return (
    <>
      {note !== undefined && (
        <>
          <p className="govuk-body govuk-!-font-weight-bold">Your council’s note</p>
          <div className="app-prose">
            <LightMarkdown text={note} />
          </div>
        </>
      )}
      {mayWrite && (
        <button type="button" className="app-link-button" onClick={() => setWriting(true)}>
          {note === undefined ? "Add your council’s note" : "Change your council’s note"}
          <span className="govuk-visually-hidden"> on {question.label}</span>
        </button>
      )}
    </>
  );
}

interface NoteFormProps {
  bid: BidSession;
  question: Question;
  note: string;
  onDone(): void;
}

function NoteForm({ bid, question, note, onDone }: NoteFormProps) {
  const api = useApi();
  const [text, setText] = useState(note);
  const [trouble, setTrouble] = useState<string>();
  const id = `note-${question.id}`;
  const save = async () => {
    const saved = await bid.changeScheme((bidId) => api.saveCouncilNote({ bid: bidId, question: question.id, text }));
    if (saved.ok) onDone();
    else setTrouble(saved.error.message);
  };
  return (
    <div className="govuk-form-group">
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        Your council’s note
      </label>
      <div className="govuk-hint" id={`${id}-hint`}>
        Seen beside this question in every bid to this scheme on this computer. It stands in no document. Empty it to
        take it away.
      </div>
      {trouble !== undefined && (
        <p className="govuk-error-message" role="alert">
          {trouble}
        </p>
      )}
      <textarea
        className="govuk-textarea"
        id={id}
        rows={4}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="govuk-button-group">
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void save()}>
          Keep the note
        </button>
        <button type="button" className="app-link-button" onClick={onDone}>
          Cancel
        </button>
      </div>
    </div>
  );
}
