import { describe, expect, test } from "vitest";
import { financialWorkbook } from "../../../src/documents/financial-workbook.ts";
import { inSchemaOrder } from "../../../src/documents/render/excel.ts";
import { renderDocument } from "../../../src/documents/render/make-documents.ts";
import { readBack } from "../../../src/documents/render/second-reader.ts";
import type { CellContent, FinancialWorkbook } from "../../../src/documents/workbook-model.ts";
import { example, scheme } from "../../support/bidwright.ts";
import { documentInput, madeOn } from "../../support/documents-builders.ts";
import { partOf, partsOf, readWorkbook } from "../../support/ooxml.ts";

const award = scheme("tca-2013-14");
const workbook = financialWorkbook(documentInput(award, example(award, "cheshire").bid, { draft: true }));

function sheetWith(...rows: CellContent[][]): FinancialWorkbook {
  const columns = (rows[0] ?? []).map((_, index) => ({ title: `Column ${index + 1}`, width: 20 }));
  const table = { name: "only", columns, rows };
  return { ...workbook, names: [], sheets: [{ name: "Only", title: "Only", notes: [], table }] };
}

const bytesOf = (excel: FinancialWorkbook) => renderDocument({ excel }, madeOn);

async function cellsOf(...cells: CellContent[]) {
  const sheet = readWorkbook(await bytesOf(sheetWith(...cells.map((cell) => [cell])))).get("Only");
  return cells.map((_, index) => sheet?.get(`A${index + 3}`)?.value);
}

describe("The Excel file", () => {
  test("is read back and found sound, with a value in every formula", async () => {
    expect(await readBack("excel", await bytesOf(workbook))).toEqual({
      ok: true,
      value: expect.stringMatching(/^11 sheets, \d+ formulas, each with its value$/) as string,
    });
  });

  test("is the same to the byte when made again", async () => {
    const [one, other] = [await bytesOf(workbook), await bytesOf(workbook)];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test("has its title in A1 and merges no cells", async () => {
    const bytes = await bytesOf(workbook);
    for (const sheet of workbook.sheets)
      expect(readWorkbook(bytes).get(sheet.name)?.get("A1")?.value).toBe(sheet.title);
    expect([...partsOf(bytes).values()].some((xml) => xml.includes("mergeCell"))).toBe(false);
  });

  test("marks up one table on each sheet and protects every sheet without a password", async () => {
    const parts = partsOf(await bytesOf(workbook));
    const sheets = [...parts].filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(sheets).toHaveLength(workbook.sheets.length);
    for (const xml of sheets) {
      expect(xml).toContain('<tableParts count="1">');
      expect(xml).toContain('<sheetProtection sheet="1"');
      expect(xml).not.toMatch(/hashValue|password/);
      expect(xml).toContain('fitToHeight="0"');
      expect(xml).toContain('state="frozen"');
    }
  });

  test("prints its marking, DRAFT and page numbers, and repeats its headings", async () => {
    const parts = partsOf(await bytesOf(workbook));
    const sheet = parts.get("xl/worksheets/sheet3.xml");
    expect(sheet).toMatch(/<oddHeader>.*OFFICIAL.*DRAFT<\/oddHeader>/);
    expect(sheet).toMatch(/<oddFooter>.*OFFICIAL.*Page &amp;P of &amp;N<\/oddFooter>/);
    expect(parts.get("xl/workbook.xml")).toContain("_xlnm.Print_Titles");
  });

  test("checks what is typed over exact ranges, one rule to a range", async () => {
    const xml = partOf(await bytesOf(workbook), "xl/worksheets/sheet3.xml");
    const ranges = [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(ranges.length).toBeGreaterThan(10);
    expect(ranges.every((range) => /^[A-Z]+\d+(?::[A-Z]+\d+)?$/.test(range))).toBe(true);
    expect(new Set(ranges).size).toBe(ranges.length);
  });

  test("keeps text that looks like a formula as text, marked with Excel’s own quote", async () => {
    const typed = ["=1+1", "+44 20", "-5", "@SUM(A1)", "\tindented", "=cmd|'/c calc'!A1"];
    const bytes = await bytesOf(sheetWith(...typed.map((value) => [{ value, format: "text" as const }])));
    const sheet = readWorkbook(bytes).get("Only");
    const styles = partOf(bytes, "xl/styles.xml");
    const cells = typed.map((_, index) => sheet?.get(`A${index + 3}`));
    expect(cells.map((cell) => cell?.value)).toEqual(typed);
    expect(cells.every((cell) => cell?.formula === undefined)).toBe(true);
    const looks = (styles.split("<cellXfs")[1] ?? "").split("<xf ").slice(1);
    expect(cells.every((cell) => looks[cell?.style ?? 0]?.startsWith('quotePrefix="1"'))).toBe(true);
    expect(styles).not.toContain("@\\ ;");
  });

  test("writes a result that is nothing, false or empty as a value", async () => {
    const formula = "A1";
    const results = [0, false, ""].map((result) => ({ formula, result }));
    expect(await cellsOf(...results)).toEqual([0, false, ""]);
  });

  test("keeps words like _x0041_ as they were written", async () => {
    const words = ["_x0041_", "_x0041_x0042_", "a_xFFFF_b", "_x005F_"];
    expect(await cellsOf(...words.map((value) => ({ value })))).toEqual(words);
  });

  test("refuses a number that is none and names the cell", async () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(bytesOf(sheetWith([{ value: "a" }, { value }]))).rejects.toThrow("Only!B3");
      await expect(bytesOf(sheetWith([{ formula: "1/0", result: value }]))).rejects.toThrow("Only!A3");
    }
  });

  test("writes a day as that day, summer time or not", async () => {
    const [summer, winter] = await cellsOf(
      { value: "2013-07-14", format: "date" },
      { value: "2013-01-14", format: "date" },
    );
    expect([summer, winter]).toEqual([41_469, 41_288]);
  });

  test("writes a moment as that day and hour, summer time or not, in a form that shows both", async () => {
    const typed = ["2013-07-14T17:00", "2013-01-14T12:00", "2013-01-14T17:61"];
    const bytes = await bytesOf(sheetWith(typed.map((value) => ({ value, format: "moment" }) as const)));
    const sheet = readWorkbook(bytes).get("Only");
    const [summer, winter, none] = ["A3", "B3", "C3"].map((cell) => sheet?.get(cell)?.value);
    expect(summer).toBeCloseTo(41_469 + 17 / 24, 6);
    expect([winter, none]).toEqual([41_288.5, "2013-01-14T17:61"]);
    expect(partOf(bytes, "xl/styles.xml")).toContain('formatCode="d mmmm yyyy hh:mm"');
  });

  test("cuts a text that no cell can hold, and says so in the cell", async () => {
    const [held] = await cellsOf({ value: "😀".repeat(20_000) });
    expect(String(held).length).toBeLessThanOrEqual(32_767);
    expect(String(held)).toMatch(/😀… \[cut: a cell holds no more\]$/u);
  });

  test("tells columns of one name apart", async () => {
    const base = sheetWith([{ value: 1 }, { value: 2 }, { value: 3 }]);
    const [sheet] = base.sheets;
    if (!sheet) throw new Error("A sheet was made above");
    const columns = ["Source", "source", ""].map((title) => ({ title, width: 12 }));
    const bytes = await bytesOf({ ...base, sheets: [{ ...sheet, table: { ...sheet.table, columns } }] });
    const names = [...partOf(bytes, "xl/tables/table1.xml").matchAll(/<tableColumn [^>]*name="([^"]+)"/g)];
    expect(names.map((match) => match[1])).toEqual(["Source", "source (2)", "Column"]);
  });

  test("is refused for a day that does not exist", async () => {
    await expect(renderDocument({ excel: workbook }, "2013-13-01")).rejects.toThrow("2013-13-01");
  });
});

test("What follows a sheet’s data is put into the order the standard wants", () => {
  const wrong =
    '<worksheet><sheetData><row r="1"/></sheetData><dataValidations count="1"><dataValidation/></dataValidations>' +
    '<sheetProtection sheet="1"/><tableParts count="1"><tablePart/></tableParts><legacyDrawing r:id="a"/></worksheet>';
  const names = [...inSchemaOrder(wrong).matchAll(/<(sheetProtection|dataValidations|legacyDrawing|tableParts)[ >]/g)];
  expect(names.map((match) => match[1])).toEqual(["sheetProtection", "dataValidations", "legacyDrawing", "tableParts"]);
  expect(inSchemaOrder(wrong)).toHaveLength(wrong.length);
});
