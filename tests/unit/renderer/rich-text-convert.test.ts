import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromDocument, toDocument } from "../../../renderer/fields/rich-text/convert.ts";
import { mergeSpans } from "../../../src/fields/markdown.ts";
import type { RichBlock, RichText } from "../../../src/fields/rich-text.ts";

const yes = fc.constant(true as const);
const span = fc.record(
  {
    text: fc.string({ minLength: 1, unit: fc.constantFrom("a", "é", " ", "\n", "£", "😀") }),
    bold: yes,
    italic: yes,
    link: fc.constantFrom("https://example.org/a?b=c", "mailto:bids@example.org"),
  },
  { requiredKeys: ["text"] },
);
const paragraph = fc
  .array(span, { maxLength: 5 })
  .map((spans): RichBlock => ({ type: "paragraph", spans: mergeSpans(spans) }));

function blocks(depth: number): fc.Arbitrary<RichBlock[]> {
  if (depth === 0) return fc.array(paragraph, { minLength: 1, maxLength: 3 });
  const inner = blocks(depth - 1);
  const item = fc.tuple(paragraph, inner).map(([first, others]) => [first, ...others]);
  const list = fc.record({
    type: fc.constant("list" as const),
    ordered: fc.boolean(),
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
  });
  const table = fc
    .integer({ min: 1, max: 3 })
    .chain((width) => fc.array(fc.array(inner, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }))
    .map((rows): RichBlock => ({ type: "table", rows }));
  return fc.array(fc.oneof(paragraph, list, table), { minLength: 1, maxLength: 3 });
}

describe("a long answer in the editor", () => {
  test("comes back from the editor as it went in", () => {
    fc.assert(
      fc.property(blocks(2), (given) => {
        const value: RichText = { blocks: given };
        const document = toDocument(value);
        document.check();
        expect(fromDocument(document)).toEqual(value);
      }),
      { numRuns: 150 },
    );
  });

  test("an empty answer is one empty paragraph to write in", () => {
    expect(fromDocument(toDocument({ blocks: [] }))).toEqual({ blocks: [{ type: "paragraph", spans: [] }] });
  });

  test("a list inside a list item gets a paragraph before it, because the editor wants one", () => {
    const nested: RichBlock = { type: "list", ordered: true, items: [[{ type: "paragraph", spans: [{ text: "b" }] }]] };
    const value: RichText = { blocks: [{ type: "list", ordered: false, items: [[nested]] }] };
    expect(fromDocument(toDocument(value))).toEqual({
      blocks: [{ type: "list", ordered: false, items: [[{ type: "paragraph", spans: [] }, nested]] }],
    });
  });

  test("rows of different lengths become even, and the first row is the heading", () => {
    const cell = (text: string): RichBlock[] => [{ type: "paragraph", spans: [{ text }] }];
    const document = toDocument({ blocks: [{ type: "table", rows: [[cell("a"), cell("b")], [cell("c")]] }] });
    const empty: RichBlock[] = [{ type: "paragraph", spans: [] }];
    expect(fromDocument(document)).toEqual({
      blocks: [
        {
          type: "table",
          rows: [
            [cell("a"), cell("b")],
            [cell("c"), empty],
          ],
        },
      ],
    });
    expect(document.firstChild?.firstChild?.firstChild?.type.name).toBe("table_header");
    expect(document.firstChild?.child(1).firstChild?.type.name).toBe("table_cell");
  });
});
