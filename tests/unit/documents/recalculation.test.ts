import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bid } from "../../../src/bids/bid-schema.ts";
import { financialWorkbook } from "../../../src/documents/financial-workbook.ts";
import { renderDocument } from "../../../src/documents/render/make-documents.ts";
import { modelYears } from "../../../src/schemes/cash-model.ts";
import { example, scheme } from "../../support/bidwright.ts";
import { documentInput, madeOn } from "../../support/documents-builders.ts";
import { differences, findLibreOffice, recalculated } from "../../support/libreoffice.ts";
import { readWorkbook } from "../../support/ooxml.ts";

const award = scheme("tca-2013-14");
const office = findLibreOffice();

async function workbookOf(bid: Bid): Promise<Uint8Array> {
  return renderDocument({ excel: financialWorkbook(documentInput(award, bid)) }, madeOn);
}

async function allDifferences(bids: ReadonlyMap<string, Bid>): Promise<string[]> {
  const files = new Map<string, Uint8Array>();
  for (const [name, bid] of bids) files.set(`${name}.xlsx`, await workbookOf(bid));
  const fresh = recalculated(files);
  return [...files].flatMap(([name, bytes]) => {
    return differences(readWorkbook(bytes), fresh.get(name)).map((one) => `${name} ${one}`);
  });
}

/** Amounts that make every path of payback, rounding and dividing come up: blanks, pence, losses, large and tiny. */
const amount = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.integer({ min: 1, max: 99 }),
  fc.integer({ min: 100, max: 500_000_00 }),
  fc.integer({ min: 1_000_000_00, max: 40_000_000_00 }),
);

const bodies = fc.constantFrom(
  "Alpha Council",
  "alpha council",
  "<Beta>",
  "Gamma*",
  "=Delta",
  "  Epsilon ",
  "A_x0041_",
);

function lines(table: "costs" | "savings" | "funding", body: string, more: Record<string, fc.Arbitrary<unknown>>) {
  const years = modelYears(award);
  const amounts = fc
    .array(amount, { minLength: years.length, maxLength: years.length })
    .map((list) => Object.fromEntries(list.flatMap((one, index) => (one === undefined ? [] : [[years[index], one]]))));
  const cells = fc.record({ [body]: bodies, amounts, ...more });
  return fc
    .array(cells, { maxLength: 5 })
    .map((rows) => rows.map((row, index) => ({ id: `${table}-${index}`, cells: row })));
}

const randomAnswers = fc.record({
  costs: lines("costs", "borne-by", {
    description: fc.constantFrom("Team", "+44 lines", "@home"),
    nature: fc.constantFrom("one-off", "ongoing"),
    treatment: fc.constantFrom("capital", "revenue"),
  }),
  savings: lines("savings", "gained-by", { description: fc.constant("Posts"), cashable: fc.boolean() }),
  funding: lines("funding", "given-by", { source: fc.constantFrom("award", "own", "match", "other") }),
  "award-requested": fc.option(fc.integer({ min: 0, max: 500_000_00 }), { nil: undefined }),
  "price-basis": fc.constantFrom("real", "nominal"),
  "base-year": fc.constantFrom("1990-91", "2012-13", "2013-14"),
  "inflation-assumption": fc.constantFrom(2, 2.5, 0),
});

describe.skipIf(office === undefined)("LibreOffice works every formula out again", () => {
  test("and finds the figures that the examples’ workbooks hold", { timeout: 240_000 }, async () => {
    const names = [
      "cheshire",
      "bath-nes-ict",
      "bournemouth-dorset-poole",
      "south-holland-breckland-ict",
      "hyndburn-top-up",
    ];
    const bids = new Map(names.map((name) => [name, example(award, name).bid]));
    expect(await allDifferences(bids)).toEqual([]);
  });

  test("and finds the figures of bids of every shape, to the penny and the month", { timeout: 240_000 }, async () => {
    const like = example(award, "cheshire").bid;
    const samples = fc.sample(randomAnswers, { numRuns: 25, seed: 20_130_322 });
    const bids = new Map(samples.map((answers, index) => [`bid-${index}`, { ...like, answers: { ...answers } }]));
    expect(await allDifferences(bids)).toEqual([]);
  });

  test("and would not let a wrong figure pass", async () => {
    const bytes = await workbookOf(example(award, "cheshire").bid);
    const cached = readWorkbook(bytes);
    const net = [...(cached.get("Cover")?.values() ?? [])].find((cell) => cell.formula?.includes("total_savings-"));
    if (!net) throw new Error("The cover has no net saving");
    net.value = 999;
    expect(differences(cached, recalculated(new Map([["a.xlsx", bytes]])).get("a.xlsx"))).toHaveLength(1);
  });
});

test("LibreOffice is there wherever every check must run", () => {
  expect(office !== undefined || process.env["CI"] === undefined).toBe(true);
});
