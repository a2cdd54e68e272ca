import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { renderDocument } from "../../../src/documents/render/make-documents.ts";
import { readBack } from "../../../src/documents/render/second-reader.ts";
import { example, scheme } from "../../support/bidwright.ts";
import { documentInput, documentsOf, madeOn } from "../../support/documents-builders.ts";
import { partOf } from "../../support/ooxml.ts";

const award = scheme("tca-2013-14");
const made = documentsOf(documentInput(award, example(award, "cheshire").bid));
const word = await renderDocument({ word: made.word }, madeOn);
const excel = await renderDocument({ excel: made.excel }, madeOn);

/** The file with one part changed. */
function spoiled(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [name]: strToU8(change(partOf(bytes, name))) });
}

async function errorOf(kind: "word" | "excel", bytes: Uint8Array): Promise<string> {
  const read = await readBack(kind, bytes);
  return read.ok ? "" : read.error;
}

describe("The second reading of a made file", () => {
  test("finds a part that is not well-formed", async () => {
    const broken = spoiled(word, "word/styles.xml", (xml) => xml.replace("</w:styles>", ""));
    expect(await errorOf("word", broken)).toContain("word/styles.xml");
  });

  test("finds a character that no file may hold", async () => {
    const broken = spoiled(word, "word/document.xml", (xml) => xml.replace("Answer", "Ans\uFFFEwer"));
    expect(await errorOf("word", broken)).toContain("word/document.xml");
  });

  test("finds a document type", async () => {
    const typed = spoiled(excel, "xl/workbook.xml", (xml) => xml.replace("<workbook", "<!DOCTYPE workbook><workbook"));
    expect(await errorOf("excel", typed)).toContain("document type");
  });

  test("finds a link to something outside that is no web page", async () => {
    const link =
      '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.org/a.dotm" TargetMode="External"/>';
    const linked = spoiled(word, "word/_rels/document.xml.rels", (xml) =>
      xml.replace("</Relationships>", `${link}</Relationships>`),
    );
    expect(await errorOf("word", linked)).toContain("outside the file");
  });

  test("finds a formula without a value", async () => {
    const name = "xl/worksheets/sheet3.xml";
    const emptied = spoiled(excel, name, (xml) => xml.replace(/<\/f><v>[^<]*<\/v>/, "</f>"));
    expect(await errorOf("excel", emptied)).toContain("formula without a value");
  });

  test("finds a file cut short, and one of the wrong kind", async () => {
    expect(await errorOf("word", word.slice(0, word.length / 2))).toContain("could not be opened");
    expect(await errorOf("excel", word)).toContain("xl/workbook.xml");
  });

  test("says in words what a sound file holds", async () => {
    expect(await readBack("word", word)).toMatchObject({ ok: true });
    expect(await readBack("excel", excel)).toMatchObject({ ok: true });
  });
});
