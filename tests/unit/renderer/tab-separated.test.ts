import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTabSeparated, writeTabSeparated } from "../../../renderer/fields/grid/tab-separated.ts";

const cell = fc.string({ unit: fc.constantFrom("a", "1", " ", "\t", "\n", '"', "£", ",") });

describe("a block copied from a spreadsheet", () => {
  test("is read by lines and tabs", () => {
    expect(readTabSeparated("a\tb\r\nc\td\r\n")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("keeps line ends, tabs and quotes that stand inside a quoted cell", () => {
    expect(readTabSeparated('"two\nlines"\t"say ""hello"""\t"a\tb"')).toEqual([["two\nlines", 'say "hello"', "a\tb"]]);
  });

  test("takes a quote that does not close its cell as a character", () => {
    expect(readTabSeparated('"quoted" word\t6" pipe')).toEqual([['"quoted" word', '6" pipe']]);
  });

  test("keeps empty cells, so that what follows stays in its column", () => {
    expect(readTabSeparated("\t\tc")).toEqual([["", "", "c"]]);
  });

  test("comes back as it was written", () => {
    const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(block, (lines) => {
        expect(readTabSeparated(writeTabSeparated(lines))).toEqual(lines);
      }),
    );
  });
});
