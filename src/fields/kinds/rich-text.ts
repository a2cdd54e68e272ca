import * as z from "zod";
import { defineKind } from "../kind.ts";
import { fromMarkdown, toMarkdown } from "../markdown.ts";
import { plainText, richTextShape } from "../rich-text.ts";
import { countingRules, countWords, type CountingRule } from "../words.ts";

const ruleNames = Object.keys(countingRules) as [CountingRule, ...CountingRule[]];

const wordLimit = z.strictObject({
  max: z.int().positive(),
  counted: z.enum(ruleNames).default("spaces"),
});
export type WordLimit = z.infer<typeof wordLimit>;

export const richText = defineKind({
  name: "rich-text",
  title: "long answer",
  options: z.strictObject({ words: wordLimit.optional() }),
  shape: richTextShape,
  problem: (value, field) => {
    if (!field.words) return undefined;
    const { max, counted } = field.words;
    const count = countWords(plainText(value), counted);
    return count > max
      ? `${count} words; ${max} are allowed (${countingRules[counted]}). Cut ${count - max}.`
      : undefined;
  },
  text: plainText,
  comparable: (value) => ({ unit: "text", text: plainText(value).trim() }),
  empty: (value) => plainText(value).trim() === "",
  read: (written) => (typeof written === "string" ? fromMarkdown(written) : undefined),
  write: toMarkdown,
});
