import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeFileName, safeFolderName, uniqueNames } from "../../../src/packs/file-names.ts";

describe("a file name made from a title", () => {
  test.each([
    ['Q1: "Plan" <v2> / draft?', "Q1 Plan v2 draft.bid"],
    ["CON", "CON file.bid"],
    ["com¹", "com¹ file.bid"],
    ["..\\..\\secret", "secret.bid"],
    ["résumé", "résumé.bid"],
    ["invoice\u202efdp", "invoice fdp.bid"],
    ["   ", "Untitled.bid"],
    ["trailing. . .", "trailing.bid"],
    ["tab\tand\nline", "tab and line.bid"],
    [`${"word ".repeat(15)}and a long ending`, `${"word ".repeat(15)}and a.bid`],
  ])("%s becomes %s", (title, name) => {
    expect(safeFileName(title, ".bid")).toBe(name);
  });

  test("is accepted by Windows whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (title) => {
        const name = safeFileName(title, ".docx");
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+\.docx$/u);
        expect(name.length).toBeLessThan(200);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(name).not.toMatch(/[. ]\.docx$/);
      }),
      { numRuns: 1000 },
    );
  });
});

test("names that differ only by their capitals are told apart", () => {
  expect(uniqueNames(["Letter.pdf", "letter.PDF", "Letter.pdf", "README"])).toEqual([
    "Letter.pdf",
    "letter (2).PDF",
    "Letter (3).pdf",
    "README",
  ]);
});

test("a folder keeps what stands in it in its name, however long the title", () => {
  const long = safeFolderName(
    "Cutting crime and anti-social behaviour across Cheshire, Halton and Warrington",
    "comparison",
  );
  expect(long).toBe("Cutting crime and anti-social behaviour across Cheshire, Halton and comparison");
  expect(safeFileName(long, "")).toBe(long);
  expect(safeFolderName("Ours: <1>", "pack 2013-07-12 1400")).toBe("Ours 1 pack 2013-07-12 1400");
});
