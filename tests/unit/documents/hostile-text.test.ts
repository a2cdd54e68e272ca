import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WordDocument } from "../../../src/documents/blocks.ts";
import { renderDocument, renderWithRemovals } from "../../../src/documents/render/make-documents.ts";
import { readBack } from "../../../src/documents/render/second-reader.ts";
import { safeContent, safeText } from "../../../src/documents/render/xml-safe.ts";
import type { FinancialWorkbook } from "../../../src/documents/workbook-model.ts";
import { example, projectRoot, scheme } from "../../support/bidwright.ts";
import { documentInput, documentsOf, madeOn } from "../../support/documents-builders.ts";
import { paragraphsOf, readWorkbook } from "../../support/ooxml.ts";

const award = scheme("tca-2013-14");
const like = documentsOf(documentInput(award, example(award, "cheshire").bid));

/** Both documents with nothing in them but these texts. */
function holding(texts: readonly string[]): { word: WordDocument; excel: FinancialWorkbook } {
  const blocks = [
    { type: "heading", level: 1, text: "Texts" } as const,
    ...texts.map((text) => ({ type: "text", text }) as const),
    {
      type: "rich",
      blocks: texts.map((text) => ({ type: "paragraph" as const, spans: [{ text, bold: true as const }] })),
    } as const,
  ];
  const table = { name: "texts", columns: [{ title: "Text", width: 30 }], rows: texts.map((value) => [{ value }]) };
  return {
    word: { ...like.word, title: texts[0] ?? "", subtitle: texts[0] ?? "", parts: [{ landscape: false, blocks }] },
    excel: {
      ...like.excel,
      names: [],
      subject: texts[0] ?? "",
      sheets: [{ name: "Texts", title: "Texts", notes: [], table }],
    },
  };
}

/** Every text comes back from both files as it was put in, less what no file can hold. */
async function survives(texts: readonly string[]): Promise<void> {
  const { word, excel } = holding(texts);
  const wordBytes = await renderDocument({ word }, madeOn);
  const excelBytes = await renderDocument({ excel }, madeOn);
  expect(await readBack("word", wordBytes)).toMatchObject({ ok: true });
  expect(await readBack("excel", excelBytes)).toMatchObject({ ok: true });
  const kept = texts.map((text) => safeText(text).text);
  const paragraphs = paragraphsOf(wordBytes);
  const cells = readWorkbook(excelBytes).get("Texts");
  for (const [index, text] of kept.entries()) {
    expect(paragraphs).toContain(text);
    expect(cells?.get(`A${index + 3}`)?.value ?? "").toBe(text);
  }
}

const naughty = path.join(projectRoot, "../shared/corpus/strings/blns/blns.json");

describe("Text that nobody expects", () => {
  test("of any characters at all survives in both files", async () => {
    const text = fc.string({ unit: "binary", maxLength: 60 });
    const odd = fc.constantFrom(
      "\uFFFE",
      "\uFFFF",
      "\uD800",
      "\uDC00",
      "\u0000",
      "\u000B",
      "\u007F",
      "\u{1FFFE}",
      "_x000D_",
      "=1",
      "]]>",
      " a ",
    );
    const mixed = fc.array(fc.oneof(text, odd), { maxLength: 4 }).map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(mixed, { minLength: 1, maxLength: 40 }), (texts) => survives(texts)),
      { numRuns: 15, seed: 151 },
    );
  });

  test.skipIf(!existsSync(naughty))("from the list of naughty strings survives in both files", async () => {
    const texts = JSON.parse(readFileSync(naughty, "utf8")) as string[];
    expect(texts.length).toBeGreaterThan(400);
    await survives(texts.filter((text) => text !== ""));
  });

  test("loses only what no Office file can hold, and the loss is reported with its place", async () => {
    const { word } = holding(["fine", "bad\uFFFE and\u0001 worse\uD800"]);
    const { removals } = await renderWithRemovals({ word }, madeOn);
    expect(removals).toHaveLength(2);
    expect(removals[0]).toEqual({
      path: "word.parts.0.blocks.2.text",
      near: "bad and worse",
      characters: ["U+FFFE", "U+0001", "U+D800"],
    });
  });

  test("keeps accents, scripts, emoji and joiners, and makes one line break of every kind", () => {
    const text = "Siân Ŵyn مرحبا 👩‍👩‍👧 e\u0301 \u00A0\u200D";
    expect(safeText(text)).toEqual({ text, removed: [] });
    expect(safeText("a\r\nb\rc\u2028d").text).toBe("a\nb\nc\nd");
  });

  test("leaves everything but text as it was", () => {
    const content = { a: [1, null, true, undefined], b: { c: "x" } };
    expect(safeContent(content)).toEqual({ content, removals: [] });
  });
});
