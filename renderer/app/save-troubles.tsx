import { useEffect, useRef, useState, type RefObject } from "react";
import { ChangedElsewhere } from "./changed-elsewhere.tsx";
import { SaveFailed } from "./save-failed.tsx";
import { TakenOver } from "./taken-over.tsx";
import type { BidSession } from "./use-bid.ts";

/** Why the work is not in its file, at the top of the page; and at the foot of the window while that is out of sight. */
export function SaveTroubles({ bid }: { bid: BidSession }) {
  const boxes = useRef<HTMLDivElement>(null);
  const unseen = useUnseenHeading(boxes);
  const show = () => {
    const heading = boxes.current?.querySelector("h2");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  };
  return (
    <>
      <div ref={boxes}>
        <SaveFailed bid={bid} />
        <ChangedElsewhere bid={bid} />
        <TakenOver bid={bid} />
      </div>
      {unseen !== undefined && (
        <div className="app-alarm">
          <div className="govuk-width-container app-alarm__bar">
            <strong>{unseen}</strong>
            <button type="button" className="app-link-button app-alarm__show" onClick={show}>
              See why, and what you can do
            </button>
          </div>
        </div>
      )}
    </>
  );
}

/** The words of the first heading in there, while it is above what the window shows. */
function useUnseenHeading(boxes: RefObject<HTMLElement | null>): string | undefined {
  const [unseen, setUnseen] = useState<string>();
  useEffect(() => {
    const look = () => {
      const heading = boxes.current?.querySelector("h2");
      setUnseen(heading && heading.getBoundingClientRect().bottom < 0 ? heading.textContent : undefined);
    };
    look();
    const changes = new MutationObserver(look);
    if (boxes.current) changes.observe(boxes.current, { childList: true, subtree: true, characterData: true });
    window.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    return () => {
      changes.disconnect();
      window.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
    };
  }, [boxes]);
  return unseen;
}
