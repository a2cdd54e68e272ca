import type { ReactNode, SyntheticEvent } from "react";
import { isReadingKey } from "./reading-keys.ts";

const writingPlaces = ".app-rich-text, [role='grid']";

/** Switches off every control inside while a bid can only be read. Moving about, copying and following links still work. */
export function ReadingOnly({ on, children }: { on: boolean; children: ReactNode }) {
  if (!on) return children;
  return (
    <fieldset
      className="govuk-fieldset app-read-only"
      disabled
      onFocusCapture={(event) => isIn(event, ".app-rich-text") && event.stopPropagation()}
      onMouseDownCapture={(event) => isIn(event, ".app-rich-text") && event.stopPropagation()}
      onDoubleClickCapture={(event) => isIn(event, writingPlaces) && event.stopPropagation()}
      onPasteCapture={refuse}
      onCutCapture={refuse}
      onKeyDownCapture={(event) => isIn(event, writingPlaces) && !isReadingKey(event) && event.stopPropagation()}
    >
      {children}
    </fieldset>
  );
}

/** Editors and grids are no form controls, so the fieldset does not reach them. */
function isIn(event: SyntheticEvent, places: string): boolean {
  return event.target instanceof Element && event.target.closest(places) !== null;
}

function refuse(event: SyntheticEvent): void {
  event.stopPropagation();
  event.preventDefault();
}
