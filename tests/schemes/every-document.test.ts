import { describe, expect, test } from "vitest";
import { renderDocument } from "../../src/documents/render/make-documents.ts";
import { readBack } from "../../src/documents/render/second-reader.ts";
import { formatPence } from "../../src/money/pence.ts";
import { schemeDocuments } from "../../src/packs/scheme-documents.ts";
import { assessed, example, exampleNames, scheme, schemeIds } from "../support/bidwright.ts";
import { documentInput, documentsOf, madeOn } from "../support/documents-builders.ts";
import { differences, findLibreOffice, recalculated } from "../support/libreoffice.ts";
import { partOf, readWorkbook } from "../support/ooxml.ts";

const sound = { ok: true };

/** Three bids that pass and two that fail: what every scheme has to show at least. */
function chosenExamples(id: string): { passing: string[]; failing: string[] } {
  const loaded = scheme(id);
  const names = exampleNames(id).map((name) => ({
    name,
    ready: assessed(loaded, example(loaded, name).bid).check.ready,
  }));
  const those = (ready: boolean) => names.filter((one) => one.ready === ready).map(({ name }) => name);
  return { passing: those(true).slice(0, 3), failing: those(false).slice(0, 2) };
}

describe.each(schemeIds())("%s", (id) => {
  const loaded = scheme(id);
  const { passing, failing } = chosenExamples(id);

  test("has three example bids that pass and two that fail", () => {
    expect([passing.length, failing.length]).toEqual([3, 2]);
  });

  test.each([...passing, ...failing])(
    "the example %s comes through check, appraisal, Word and Excel with the same figures",
    async (name) => {
      const input = documentInput(loaded, example(loaded, name).bid, { draft: failing.includes(name) });
      const { word, excel } = documentsOf(input);
      const [wordBytes, excelBytes] = await Promise.all([
        renderDocument({ word }, madeOn),
        renderDocument({ excel }, madeOn),
      ]);
      expect(await readBack("word", wordBytes)).toMatchObject(sound);
      expect(await readBack("excel", excelBytes)).toMatchObject(sound);
      const { costs, savings } = input.appraisal.totals;
      const text = partOf(wordBytes, "word/document.xml");
      const cells = [...readWorkbook(excelBytes).values()].flatMap((sheet) => [...sheet.values()]);
      for (const pence of [costs, savings].filter((total) => total > 0)) {
        expect(text).toContain(formatPence(pence));
        expect(cells.map((cell) => cell.value)).toContain(pence / 100);
      }
    },
  );

  test("its rule book and its blank form are sound Word documents that leave no rule and no question out", async () => {
    const [book, form] = await Promise.all(
      schemeDocuments(loaded).map(({ content }) => renderDocument(content, madeOn)),
    );
    for (const bytes of [book, form]) expect(await readBack("word", bytes as Uint8Array)).toMatchObject(sound);
    const registers = loaded.rules.map((rule) => `${rule.register}: `);
    const labels = loaded.sections.flatMap((section) => section.questions.map(({ label }) => label));
    const [bookText, formText] = [book, form].map((bytes) => textOf(partOf(bytes as Uint8Array, "word/document.xml")));
    expect(registers.filter((one) => !bookText?.includes(one))).toEqual([]);
    expect(labels.filter((one) => !formText?.includes(one))).toEqual([]);
  });
});

describe.skipIf(findLibreOffice() === undefined)("LibreOffice works every formula out again", () => {
  test("and finds the figures in the workbook of one passing bid of every scheme", { timeout: 300_000 }, async () => {
    const files = new Map<string, Uint8Array>();
    for (const id of schemeIds()) {
      const loaded = scheme(id);
      const [name = ""] = chosenExamples(id).passing;
      const { excel } = documentsOf(documentInput(loaded, example(loaded, name).bid));
      files.set(`${id}.xlsx`, await renderDocument({ excel }, madeOn));
    }
    const fresh = recalculated(files);
    const all = [...files].flatMap(([name, bytes]) => differences(readWorkbook(bytes), fresh.get(name)));
    expect(all).toEqual([]);
  });
});

/** What a reader sees, with the marks that XML needs taken out. */
function textOf(xml: string): string {
  const plain = xml.replaceAll(/<[^>]+>/g, "");
  return plain.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
