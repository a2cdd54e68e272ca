import type { Difference } from "./compare.ts";

/** What is said of an answer whose words did not change, only their paragraphs, lists or marks. */
export const setOutDifferently = "The words are the same; how they are set out changed.";

/** Whether only the look of an answer changed. */
export function onlySetOut({ before, after }: Difference): boolean {
  return before === after;
}
