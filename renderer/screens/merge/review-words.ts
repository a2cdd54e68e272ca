import type { MergeReview } from "../../../src/contract/views.ts";
import type { Difference } from "../../../src/history/compare.ts";
import { count } from "../../components/count.ts";

/** What would come in at once. What clashes stands under the clashes alone, whichever side is shown in the form meanwhile. */
export function safeChanges({ incoming, conflicts }: MergeReview): MergeReview["incoming"] {
  const isClash = (one: Difference) =>
    conflicts.some(
      ({ question, row, column }) =>
        question === one.question && row === one.row && (column === undefined || column === one.column),
    );
  return incoming
    .map((section) => ({ ...section, differences: section.differences.filter((one) => !isClash(one)) }))
    .filter((section) => section.differences.length > 0);
}

/** How many answers and cells would change here at once. */
export function changesIn(review: MergeReview): number {
  return safeChanges(review).reduce((total, section) => total + section.differences.length, 0);
}

/** On the button: `Bring in all 3 changes`. */
export function bringInWords(review: MergeReview): string {
  const changes = changesIn(review);
  const clashes = review.conflicts.length;
  if (changes === 0 && clashes === 0) return "Bring in its history";
  if (changes === 0) return `Bring in ${count(clashes, "clash", "clashes")} to settle`;
  return changes === 1 ? "Bring in the change" : `Bring in all ${changes} changes`;
}

/** `Ann (3 saved steps) and Dana (1 saved step)`. */
export function peopleInWords({ people }: MergeReview): string {
  const named = people.map(({ who, entries }) => `${who} (${count(entries, "saved step")})`);
  const last = named.at(-1) ?? "";
  return named.length < 2 ? last : `${named.slice(0, -1).join(", ")} and ${last}`;
}
