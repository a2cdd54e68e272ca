import { assertNever } from "../shared/assert-never.ts";

/** How a scheme counts words. The rule is named wherever a count is shown, because funders differ. */
export const countingRules = {
  spaces: "words between spaces, as word processors count",
  "spaces-and-dashes": "words between spaces, hyphens, dashes and slashes",
} as const;

export type CountingRule = keyof typeof countingRules;

export function countWords(text: string, rule: CountingRule): number {
  switch (rule) {
    case "spaces":
      return text.match(/\S+/gu)?.length ?? 0;
    case "spaces-and-dashes":
      return text.match(/[^\s\-\u2010-\u2015/\\]+/gu)?.length ?? 0;
    default:
      return assertNever(rule);
  }
}
