import type { FindingPlace } from "../../src/bids/findings.ts";

/** The id in the page of the first control of a question, or of a column of a line. */
export function fieldId({ question, row, column }: FindingPlace): string {
  return ["field", question, row, column].filter((part) => part !== undefined).join("-");
}

/** Puts the focus on a field and brings it into view. Answers whether it is there. */
export function focusField(place: FindingPlace): boolean {
  const control = document.getElementById(fieldId(place));
  if (!control) return false;
  control.scrollIntoView({ block: "center" });
  control.focus({ preventScroll: true });
  return true;
}
