import { useEffect, useRef, useState } from "react";
import { bidInPlainText } from "../../src/documents/plain-text.ts";
import type { BidSession } from "./use-bid.ts";

/** The last way to keep what was typed: everything as plain text, on the clipboard and on the page. */
export function CopyAllText({ bid }: { bid: BidSession }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState<string>();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (text !== undefined && box.current) setCopied(copyFrom(box.current));
  }, [text]);
  const copy = () => {
    const { open, scheme } = bid;
    const words = bidInPlainText({ scheme, bid: open.bid, years: open.appraisal.years });
    if (words === text && box.current) setCopied(copyFrom(box.current));
    setText(words);
  };
  return (
    <>
      <button type="button" className="govuk-button govuk-button--secondary govuk-!-margin-bottom-2" onClick={copy}>
        Copy all text
      </button>
      {text !== undefined && (
        <div className="govuk-form-group govuk-!-margin-bottom-0">
          <label className="govuk-label" htmlFor="all-text" role="status">
            {copied
              ? "Everything you wrote is on the clipboard. Paste it into a document, and save that."
              : "Everything you wrote. Copy it with Ctrl and C, paste it into a document, and save that."}
          </label>
          <textarea className="govuk-textarea" id="all-text" rows={6} readOnly ref={box} value={text} />
        </div>
      )}
    </>
  );
}

/** By the page's own selection: that needs no permission of the system. */
function copyFrom(box: HTMLTextAreaElement): boolean {
  box.focus();
  box.select();
  return document.execCommand("copy");
}
