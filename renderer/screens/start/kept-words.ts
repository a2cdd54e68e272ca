import type { KeptCopies } from "../../../src/contract/views.ts";
import { dayAndTime } from "../../../src/shared/local-time.ts";

/** Which bid the copies are of, and how that is known. */
export function keptInWords({ title, savedAt }: KeptCopies, first: boolean): string {
  const bid = title === undefined ? "this bid" : `“${title}”`;
  if (savedAt === undefined) return `Of ${bid}:`;
  const saved = `${bid} was last saved here, on ${dayAndTime(savedAt)}:`;
  return first ? `The file does not say which bid it was. ${saved}` : saved;
}
