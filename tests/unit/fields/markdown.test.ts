import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromMarkdown, mergeSpans, toMarkdown } from "../../../src/fields/markdown.ts";
import { plainText, type RichBlock, type Span } from "../../../src/fields/rich-text.ts";

describe("a long answer written by hand", () => {
  test("keeps its paragraphs, bold, italic, lists, tables and links", () => {
    const text = [
      "We will **merge** two *back offices*.",
      "",
      "- Finance",
      "  1. Payroll",
      "- HR",
      "",
      "| Team | Posts |",
      "| --- | --- |",
      "| Finance | 12 |",
      "",
      "See [the plan](https://example.gov.uk/plan).",
    ].join("\n");
    expect(fromMarkdown(text).blocks.map((block) => block.type)).toEqual(["paragraph", "list", "table", "paragraph"]);
    expect(fromMarkdown(toMarkdown(fromMarkdown(text)))).toEqual(fromMarkdown(text));
  });

  test("drops a link that is neither a page nor a message, and keeps its words", () => {
    expect(fromMarkdown("[press](javascript:alert(1)) here")).toEqual({
      blocks: [{ type: "paragraph", spans: [{ text: "press here" }] }],
    });
  });

  test("keeps what it cannot carry as plain words", () => {
    expect(plainText(fromMarkdown("# Title\n\n`code` <b>html</b>\n\n> quoted"))).toBe(
      "Title\ncode <b>html</b>\nquoted",
    );
  });
});

const word = fc.stringMatching(/^[A-Za-z0-9£%.,()\-*_#|<>[\]&\\~]{1,12}$/);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(" "));
const span: fc.Arbitrary<Span> = fc.record({ text: words }, { requiredKeys: ["text"] });
const paragraph: fc.Arbitrary<RichBlock> = fc
  .array(span, { minLength: 1, maxLength: 3 })
  .map((spans) => ({ type: "paragraph", spans: mergeSpans(spans) }));
const list: fc.Arbitrary<RichBlock> = fc.record({
  type: fc.constant("list" as const),
  ordered: fc.boolean(),
  items: fc.array(fc.tuple(paragraph), { minLength: 1, maxLength: 3 }),
});

test("whatever words an answer holds, writing it out and reading it in gives the same answer", () => {
  const blocks = fc.array(fc.oneof(paragraph, paragraph, list), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(blocks, (content) => {
      const apart = content.filter((block, index) => !(block.type === "list" && content[index - 1]?.type === "list"));
      expect(fromMarkdown(toMarkdown({ blocks: apart }))).toEqual({ blocks: apart });
    }),
  );
});
