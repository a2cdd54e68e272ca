import type { ConflictView } from "../../../src/contract/views.ts";
import { dayAndTime } from "../../../src/shared/local-time.ts";

/** `Keep Ann’s`; with the time where one person made both. */
export function keepWords(sides: ConflictView["sides"], side: 0 | 1): string {
  const { who, at } = sides[side];
  const whose = `Keep ${who}’s`;
  return sides[0].who === sides[1].who ? `${whose} of ${dayAndTime(at)}` : whose;
}
