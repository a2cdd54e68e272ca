import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { renderDocument } from "../../../src/documents/render/make-documents.ts";
import { readBack } from "../../../src/documents/render/second-reader.ts";
import { assessed, example, exampleNames, projectRoot, scheme } from "../../support/bidwright.ts";
import { largeBid } from "../../support/bids.ts";
import { documentInput, documentsOf, madeOn } from "../../support/documents-builders.ts";
import { convert, drawPages, findLibreOffice, findPdfToPng } from "../../support/libreoffice.ts";

const award = scheme("tca-2013-14");
const [checker, python] = [path.join(projectRoot, "../shared/tools/check-ooxml.py"), "/usr/bin/python3"];
const checkable = existsSync(checker) && existsSync(python);
const drawable = findLibreOffice() !== undefined && findPdfToPng() !== undefined;

async function filesOf(name: string, draft: boolean): Promise<Map<string, Uint8Array>> {
  const { word, excel } = documentsOf(documentInput(award, example(award, name).bid, { draft }));
  return new Map([
    [`${name}.docx`, await renderDocument({ word }, madeOn)],
    [`${name}.xlsx`, await renderDocument({ excel }, madeOn)],
  ]);
}

/** Runs work in a folder that is gone afterwards. */
function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "bidwright-documents-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.skipIf(!checkable)("Both files of every example keep to the published standard", async () => {
  const names = exampleNames(award.id);
  const files = new Map<string, Uint8Array>();
  for (const name of names) for (const [file, bytes] of await filesOf(name, true)) files.set(file, bytes);
  inFolder((folder) => {
    const paths = [...files].map(([name, bytes]) => {
      writeFileSync(path.join(folder, name), bytes);
      return path.join(folder, name);
    });
    const said = execFileSync(python, [checker, ...paths], { encoding: "utf8" });
    expect(said.match(/ 0 errors/g)).toHaveLength(names.length * 2);
  });
});

describe.skipIf(!drawable)("Another office program", () => {
  test("draws every page of both files", async () => {
    const files = await filesOf("cheshire", true);
    for (const [name, pdf] of new Map(
      [...files].flatMap(([file, bytes]) =>
        [...convert(new Map([[file, bytes]]), "pdf")].map((made) => [file, made[1]] as const),
      ),
    )) {
      inFolder((folder) => {
        const pages = drawPages(pdf, folder);
        expect(pages.length).toBeGreaterThan(name.endsWith(".docx") ? 12 : 9);
        const smallest = Math.min(...pages.map((page) => statSync(path.join(folder, page)).size));
        expect(smallest).toBeGreaterThan(2000);
        expect(
          readFileSync(path.join(folder, pages[0] ?? ""))
            .subarray(1, 4)
            .toString(),
        ).toBe("PNG");
      });
    }
  });
});

test("A bid of sixty answers and five hundred lines becomes both files", async () => {
  const bid = largeBid(award, example(award, "cheshire").bid, 500);
  expect(assessed(award, bid).appraisal.totals.costs).toBeGreaterThan(0);
  const { word, excel } = documentsOf(documentInput(award, bid));
  for (const content of [{ word }, { excel }]) {
    const read = await readBack("word" in content ? "word" : "excel", await renderDocument(content, madeOn));
    expect(read.ok).toBe(true);
  }
});
