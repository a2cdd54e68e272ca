import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { fail, ok, type Result } from "../../shared/result.ts";
import { isSafeLink } from "../../fields/rich-text.ts";

interface Counts {
  headings: number;
  tables: number;
  sheets: number;
  formulas: number;
}

interface Reading extends Counts {
  faults: string[];
}

/**
 * Opens a made file again without the library that made it: every part well-formed and without a document type,
 * nothing linked from outside but web pages and addresses, every formula with its value.
 *
 * @returns what was found, as a sentence for the officer, or what is wrong
 */
export async function readBack(kind: "word" | "excel", bytes: Uint8Array): Promise<Result<string, string>> {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return fail("The file that was made could not be opened again: it is not a complete package.");
  }
  const main = kind === "word" ? "word/document.xml" : "xl/workbook.xml";
  const missing = ["[Content_Types].xml", main].find((name) => !parts[name]);
  if (missing !== undefined) return fail(`The file that was made has no ${missing}.`);
  const total: Reading = { headings: 0, tables: 0, sheets: 0, formulas: 0, faults: [] };
  for (const [name, part] of Object.entries(parts)) {
    if (/\.(?:xml|rels)$/.test(name)) readPart(name, strFromU8(part), total);
  }
  const [fault] = total.faults;
  return fault === undefined ? summary(kind, total) : fail(`The file that was made is not sound: ${fault}.`);
}

function summary(kind: "word" | "excel", { headings, tables, sheets, formulas }: Counts): Result<string, string> {
  const count = (number: number, one: string) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : `${one}s`}`;
  if (kind === "word") {
    const found = `${count(headings, "heading")} and ${count(tables, "table")}`;
    return headings > 0 ? ok(found) : fail("The Word file that was made has no headings.");
  }
  const worked = formulas === 0 ? "no formula" : `${count(formulas, "formula")}, each with its value`;
  const found = `${count(sheets, "sheet")}, ${worked}`;
  return sheets > 0 ? ok(found) : fail("The Excel file that was made has no sheets.");
}

function readPart(name: string, xml: string, total: Reading): void {
  const parser = new SaxesParser({ xmlns: true });
  const cell = { formula: false, value: false };
  parser.on("error", (error) => total.faults.push(`${name}: ${error.message}`));
  parser.on("doctype", () => total.faults.push(`${name} has a document type`));
  parser.on("opentag", ({ local, attributes }) => {
    const attribute = (wanted: string) => Object.values(attributes).find((one) => one.local === wanted)?.value ?? "";
    switch (local) {
      case "c":
        Object.assign(cell, { formula: false, value: false });
        break;
      case "f":
        cell.formula = true;
        break;
      case "v":
        cell.value = true;
        break;
      case "Relationship":
        total.faults.push(...outsideLinks(name, attribute("TargetMode"), attribute("Type"), attribute("Target")));
        break;
      default:
        countPart(name, local, attribute, total);
    }
  });
  parser.on("closetag", ({ local }) => {
    if (local !== "c" || !cell.formula || !name.startsWith("xl/worksheets/")) return;
    total.formulas += 1;
    if (!cell.value) total.faults.push(`${name} has a formula without a value`);
  });
  parser.write(xml).close();
}

function countPart(name: string, local: string, attribute: (wanted: string) => string, total: Reading): void {
  if (name === "word/document.xml") {
    if (local === "pStyle" && /^Heading\d$/.test(attribute("val"))) total.headings += 1;
    if (local === "tbl") total.tables += 1;
  }
  if (name === "xl/workbook.xml" && local === "sheet") total.sheets += 1;
}

function outsideLinks(name: string, mode: string, type: string, target: string): string[] {
  if (mode !== "External") return [];
  return type.endsWith("/hyperlink") && isSafeLink(target) ? [] : [`${name} links to something outside the file`];
}
