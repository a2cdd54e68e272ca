import { describe, expect, test } from "vitest";
import { applicationForm } from "../../../src/documents/application-form.ts";
import type { DocumentBlock, WordDocument } from "../../../src/documents/blocks.ts";
import { renderDocument } from "../../../src/documents/render/make-documents.ts";
import { readBack } from "../../../src/documents/render/second-reader.ts";
import { example, scheme } from "../../support/bidwright.ts";
import { documentInput, madeOn } from "../../support/documents-builders.ts";
import { paragraphsOf, partOf, partsOf } from "../../support/ooxml.ts";

const award = scheme("tca-2013-14");
const form = applicationForm(documentInput(award, example(award, "cheshire").bid, { draft: true }));

function documentWith(...blocks: DocumentBlock[]): WordDocument {
  const opening: DocumentBlock = { type: "heading", level: 1, text: "Answers" };
  return { ...form, parts: [{ landscape: false, blocks: [opening, ...blocks] }] };
}

const bytesOf = (word: WordDocument) => renderDocument({ word }, madeOn);

describe("The Word file", () => {
  test("is read back and found sound", async () => {
    expect(await readBack("word", await bytesOf(form))).toEqual({
      ok: true,
      value: expect.stringMatching(/^\d+ headings and \d+ tables$/) as string,
    });
  });

  test("is the same to the byte when made again", async () => {
    const [one, other] = [await bytesOf(form), await bytesOf(form)];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test("carries its marking at the head and foot of every page, and DRAFT at the head", async () => {
    const parts = partsOf(await bytesOf(form));
    const edges = [...parts].filter(([name]) => /^word\/(?:header|footer)\d+\.xml$/.test(name));
    const heads = edges.filter(([name]) => name.includes("header"));
    expect(edges.every(([, xml]) => xml.includes(">OFFICIAL<"))).toBe(true);
    expect(heads.every(([, xml]) => xml.includes(">DRAFT<"))).toBe(true);
    const sections = parts.get("word/document.xml")?.match(/<w:sectPr/g) ?? [];
    expect(heads).toHaveLength(sections.length);
    expect(parts.get("word/document.xml")).not.toContain("<w:titlePg/>");
  });

  test("says DRAFT nowhere when it is final", async () => {
    const parts = partsOf(await bytesOf({ ...form, draft: false, parts: [] }));
    expect([...parts.values()].some((xml) => xml.includes("DRAFT"))).toBe(false);
  });

  test("numbers its pages", async () => {
    const footer = partOf(await bytesOf(form), "word/footer1.xml");
    expect(footer).toContain("NUMPAGES");
    expect(footer).toMatch(/>PAGE</);
  });

  test("has contents that list its headings, each leading to one, and never asks to update them", async () => {
    const xml = partOf(await bytesOf(form), "word/document.xml");
    const targets = [...xml.matchAll(/w:anchor="([^"]+)"/g)].map((match) => match[1]);
    const marks = [...xml.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(30);
    expect(targets).toEqual(marks);
    expect(xml).not.toContain('w:dirty="true"');
    expect(xml).not.toContain("updateFields");
  });

  test("says it is in British English, what it is called and what day it is of", async () => {
    const bytes = await bytesOf(form);
    expect(partOf(bytes, "word/styles.xml")).toContain('w:lang w:val="en-GB"');
    const core = partOf(bytes, "docProps/core.xml");
    expect(core).toContain("<dc:language>en-GB</dc:language>");
    expect(core).toContain(`<dc:title>${form.title}</dc:title>`);
    expect(core.match(/2013-07-12T00:00:00Z/g)).toHaveLength(2);
  });

  test("repeats the heading row of each of its tables", async () => {
    const xml = partOf(await bytesOf(form), "word/document.xml");
    const tables = xml.split("<w:tbl>").slice(1);
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.every((table) => table.slice(0, table.indexOf("</w:tr>")).includes("<w:tblHeader/>"))).toBe(true);
  });

  test("starts every numbered list at one", async () => {
    const item = [[{ type: "paragraph" as const, spans: [{ text: "step" }] }]];
    const list = { type: "list" as const, ordered: true, items: item };
    const xml = partOf(await bytesOf(documentWith({ type: "rich", blocks: [list, list] })), "word/document.xml");
    const numbers = [...xml.matchAll(/<w:numId w:val="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(numbers).size).toBe(2);
  });

  test("keeps bold, italic, links, nested lists and tables of an answer", async () => {
    const spans = [
      { text: "plain " },
      { text: "strong", bold: true as const },
      { text: "soft", italic: true as const },
      { text: "page", link: "https://example.org/a?b=1&c=2" },
    ];
    const paragraph = { type: "paragraph" as const, spans };
    const nested = { type: "list" as const, ordered: false, items: [[paragraph]] };
    const bytes = await bytesOf(
      documentWith({
        type: "rich",
        blocks: [
          { type: "list", ordered: true, items: [[paragraph, nested]] },
          { type: "table", rows: [[[paragraph]], [[nested]]] },
        ],
      }),
    );
    const xml = partOf(bytes, "word/document.xml");
    expect(xml).toContain('<w:ilvl w:val="1"/>');
    expect(xml).toMatch(/<w:b\/>.*?strong/s);
    expect(xml).toMatch(/<w:i\/>.*?soft/s);
    expect(partOf(bytes, "word/_rels/document.xml.rels")).toContain("https://example.org/a?b=1&amp;c=2");
    expect((await readBack("word", bytes)).ok).toBe(true);
  });

  test("drops a link that is no web page or address and keeps its words", async () => {
    const spans = [{ text: "click", link: "javascript:alert(1)" }];
    const bytes = await bytesOf(documentWith({ type: "rich", blocks: [{ type: "paragraph", spans }] }));
    expect(partOf(bytes, "word/_rels/document.xml.rels")).not.toContain("javascript");
    expect(paragraphsOf(bytes)).toContain("click");
  });

  test("keeps words that mean something to the writer as words", async () => {
    const words = ["CURRENT", "TOTAL_PAGES", "SECTION", "<w:p>", "&amp;", "]]>"];
    const bytes = await bytesOf(documentWith(...words.map((text) => ({ type: "text" as const, text }))));
    expect(paragraphsOf(bytes)).toEqual(expect.arrayContaining(words));
    expect(partOf(bytes, "word/document.xml")).not.toContain("NUMPAGES");
  });

  test("keeps line breaks inside an answer", async () => {
    const bytes = await bytesOf(documentWith({ type: "text", text: "one\ntwo" }));
    expect(paragraphsOf(bytes)).toContain("one\ntwo");
  });

  test("is refused for a day that does not exist", async () => {
    await expect(renderDocument({ word: form }, "2013-02-30")).rejects.toThrow("2013-02-30");
  });
});
