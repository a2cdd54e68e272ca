import { describe, expect, test } from "vitest";
import { renderDocument } from "../../../src/documents/render/make-documents.ts";
import { submissionPack } from "../../../src/packs/submission-pack.ts";
import type { Scheme } from "../../../src/schemes/scheme-schema.ts";
import { assessed, example, reference, scheme } from "../../support/bidwright.ts";
import { scriptedScheme } from "../../support/scripted-scheme.ts";
import { partsOf } from "../../support/ooxml.ts";

const award = scheme("tca-2013-14");
const hostile = scriptedScheme(award);

/** The texts of every XML part of both documents of a bid under a scheme. */
async function parts(under: Scheme): Promise<{ name: string; xml: string }[]> {
  const { bid } = example(award, "cheshire");
  const { check, appraisal } = assessed(under, bid);
  const input = { scheme: under, bid, check, appraisal, reference: reference(), madeOn: "2013-06-01", draft: true };
  const made = submissionPack(input).documents.map(({ content }) => renderDocument(content, "2013-06-01"));
  return (await Promise.all(made)).flatMap((bytes) => [...partsOf(bytes)].map(([name, xml]) => ({ name, xml })));
}

/** The formulas of a sheet without the texts they compare with: a choice stands there by its label, in quotation marks. */
function formulasWithoutTexts(xml: string): string[] {
  const formulas = [...xml.matchAll(/<(?:f|formula1|definedName)\b[^>]*>([^<]*)</g)].map((one) => one[1] ?? "");
  return formulas.map((formula) => formula.replaceAll("&quot;", '"').replaceAll(/"(?:[^"]|"")*"/g, '""'));
}

describe("script in every text of a scheme", () => {
  test("stands in Word and Excel as its own characters, and never as markup", async () => {
    const made = await parts(hostile);
    expect(made.some(({ xml }) => xml.includes("&lt;script&gt;"))).toBe(true);
    for (const { name, xml } of made) {
      expect(xml, name).not.toMatch(/<\s*(?:script|img|iframe|svg|object)\b/i);
      expect(formulasWithoutTexts(xml).join(), name).not.toMatch(/script|harmed/);
    }
  });

  test("adds no part, no relation and no link to either file", async () => {
    const names = (made: { name: string }[]) => made.map(({ name }) => name).toSorted();
    const [plain, scripted] = [await parts(award), await parts(hostile)];
    expect(names(scripted)).toEqual(names(plain));
    const outside = (made: typeof plain) => made.filter(({ xml }) => xml.includes('TargetMode="External"')).length;
    expect(outside(scripted)).toBe(outside(plain));
  });
});
