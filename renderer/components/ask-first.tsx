import { useEffect, useId, useRef, useState } from "react";

interface AskFirstProps {
  /** On the button that asks. */
  name: string;
  /** What would happen, as a question. */
  question: string;
  /** On the button that does it. */
  yes: string;
  /** Read out after the names, where several such buttons stand on one page. */
  about?: string;
  quiet?: boolean;
  onYes(): void;
}

/** A button that asks before it does what it says. */
export function AskFirst({ name, question, yes, about = "", quiet = false, onYes }: AskFirstProps) {
  const [asking, setAsking] = useState(false);
  const asked = useRef<HTMLParagraphElement>(null);
  const id = useId();
  useEffect(() => {
    if (asking) asked.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button
        type="button"
        className={quiet ? "app-link-button" : "govuk-button govuk-button--secondary govuk-!-margin-bottom-0"}
        onClick={() => setAsking(true)}
      >
        {name}
        <Hidden about={about} />
      </button>
    );
  }
  return (
    <div className="app-ask" role="group" aria-labelledby={id}>
      <p id={id} ref={asked} tabIndex={-1} className="govuk-body govuk-!-font-weight-bold app-ask__question">
        {question}
      </p>
      <div className="govuk-button-group govuk-!-margin-bottom-0">
        <button
          type="button"
          className="govuk-button"
          onClick={() => {
            setAsking(false);
            onYes();
          }}
        >
          {yes}
          <Hidden about={about} />
        </button>
        <button type="button" className="app-link-button" onClick={() => setAsking(false)}>
          No, leave it
          <Hidden about={about} />
        </button>
      </div>
    </div>
  );
}

function Hidden({ about }: { about: string }) {
  return about === "" ? null : <span className="govuk-visually-hidden">: {about}</span>;
}
