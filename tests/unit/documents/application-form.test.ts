import { describe, expect, test } from "vitest";
import type { Row } from "../../../src/fields/kinds/table.ts";
import { applicationForm } from "../../../src/documents/application-form.ts";
import type { DocumentBlock, DocumentTable, WordDocument } from "../../../src/documents/blocks.ts";
import { financialWorkbook } from "../../../src/documents/financial-workbook.ts";
import type { CellContent } from "../../../src/documents/workbook-model.ts";
import { formatPence } from "../../../src/money/pence.ts";
import { example, exampleNames, scheme } from "../../support/bidwright.ts";
import { emptyBid } from "../../support/bids.ts";
import { documentInput } from "../../support/documents-builders.ts";
import { momentScheme } from "../../support/moment-scheme.ts";

const award = scheme("tca-2013-14");
const cheshire = example(award, "cheshire").bid;

function blocksOf(document: WordDocument): DocumentBlock[] {
  return document.parts.flatMap((part) => part.blocks);
}

function headingsOf(document: WordDocument, level: number): string[] {
  return blocksOf(document).flatMap((block) => (block.type === "heading" && block.level === level ? [block.text] : []));
}

function tableOf(document: WordDocument, caption: string): DocumentTable {
  const found = blocksOf(document).find((block) => block.type === "table" && block.caption === caption);
  if (found?.type !== "table") throw new Error(`No table “${caption}”`);
  return found;
}

function textOf(document: WordDocument): string {
  return JSON.stringify(document.parts);
}

describe("The application form", () => {
  const input = documentInput(award, cheshire);
  const form = applicationForm(input);

  test("holds every section the bid shows, in the scheme’s order, then the appraisal and the declarations", () => {
    const hidden = new Set(input.check.hidden);
    const shown = award.sections.filter((section) => section.questions.some((one) => !hidden.has(one.id)));
    const numbered = shown.map((section, index) => `${index + 1}. ${section.title}`);
    expect(headingsOf(form, 1)).toEqual([...numbered, "Appraisal", "Declarations"]);
  });

  test("says on its cover who asks whom for how much, and that the layout is ours", () => {
    expect(Object.fromEntries(form.cover)).toMatchObject({
      "Prepared for": award.publisher,
      "Lead authority": "Cheshire West and Chester Council",
      "Award asked for": "£420,000",
      Marking: "OFFICIAL",
      "Made on": "12 July 2013",
    });
    expect(form.notes).toEqual([award.pack["layout-note"]]);
  });

  test("says a moment with its hour, and keeps what could not be read as one", () => {
    const timed = momentScheme();
    const answers = {
      ...cheshire.answers,
      "sent-at": "2013-07-12T17:00",
      meetings: [
        { id: "a", cells: { about: "Cabinet", starts: "2013-06-03T12:00" } },
        { id: "b", cells: { about: "Board", starts: { unread: "<w:p>=1+1" } } },
      ],
    };
    const written = applicationForm(documentInput(timed, { ...cheshire, answers }));
    expect(textOf(written)).toContain("5pm on 12 July 2013");
    expect(tableOf(written, "Meetings").rows).toEqual([
      ["Cabinet", "midday on 3 June 2013"],
      ["Board", "<w:p>=1+1"],
    ]);
  });

  test("leaves out a question that does not apply, whatever was once answered there", () => {
    const answers = { ...cheshire.answers, "has-partners": false };
    const without = applicationForm(documentInput(award, { ...cheshire, answers }));
    expect(textOf(form)).toContain("owen.brassington@cheshireeast.example");
    expect(textOf(without)).not.toContain("owen.brassington@cheshireeast.example");
  });

  test("keeps the structure of a long answer", () => {
    const summary = cheshire.answers["summary"] as { blocks: unknown };
    expect(blocksOf(form)).toContainEqual({ type: "rich", blocks: summary.blocks });
  });

  test("carries no findings when it is final", () => {
    expect(textOf(form)).not.toContain("Findings on this draft");
    expect(form.cover.map(([label]) => label)).not.toContain("Findings");
  });

  test("shows the lines of costs with a total for each year that is the appraisal’s own", () => {
    const table = tableOf(form, "Costs by financial year");
    const { costs, totals } = input.appraisal;
    expect(table.rows).toHaveLength((cheshire.answers["costs"] as Row[]).length + 1);
    expect(table.rows.at(-1)).toEqual(["Total", ...costs.map(formatPence), formatPence(totals.costs)]);
  });

  test("shows who pays and who gains, and both add up", () => {
    const table = tableOf(form, "Costs borne, money given and savings gained by each body");
    expect(table.rows).toHaveLength(input.appraisal.bodies.length + 1);
    expect(table.rows.at(-1)?.[1]).toBe(formatPence(input.appraisal.totals.costs));
  });

  test("names the source of its discount rates", () => {
    expect(textOf(form)).toContain("Discount rates: Green Book standard real discount rates");
  });

  test("says the same main figures as the workbook", () => {
    const { sheets } = financialWorkbook(input);
    const cover = new Map(sheets[0]?.table.rows.map((row) => [String(Object.values(row[0] ?? {})[0]), row[1]]));
    const main = new Map(tableOf(form, "Main figures of the appraisal").rows.map((row) => [row[0], row[1]]));
    const same = ["Total costs", "Total savings", "Savings less costs", "Funding gap", "Net present value"];
    for (const label of same) {
      const cell = cover.get(label);
      if (!cell || !("result" in cell) || typeof cell.result !== "number") throw new Error(`No ${label} on the cover`);
      expect([label, main.get(label)]).toEqual([label, formatPence(Math.round(cell.result * 100))]);
    }
  });
});

describe("Word and Excel", () => {
  test.each(exampleNames(award.id))("hold the same figures in every year table: %s", (name) => {
    const of = documentInput(award, example(award, name).bid, { draft: true });
    const [word, excel] = [applicationForm(of), financialWorkbook(of)];
    const sheet = excel.sheets.find((one) => one.name === "Appraisal")?.table;
    if (!sheet) throw new Error("No sheet Appraisal");
    const shown = (row: readonly CellContent[], columns: readonly number[]) =>
      columns.map((column) => {
        const cell = row[column];
        if (!cell || !("formula" in cell) || typeof cell.result !== "number") throw new Error("Not a figure");
        return formatPence(Math.round(cell.result * 100));
      });
    const plain = tableOf(word, "Costs, savings and funding, year by year").rows;
    for (const [index, row] of sheet.rows.entries())
      expect(plain[index]?.slice(1)).toEqual(shown(row, [1, 2, 4, 5, 7]));
    if (!of.appraisal.discounted) return;
    const present = tableOf(word, "Present values, year by year").rows;
    for (const [index, row] of sheet.rows.entries()) {
      expect(present[index]?.slice(2)).toEqual(shown(row, [10, 11, 12, 13]));
    }
  });
});

describe("A draft", () => {
  const input = documentInput(award, emptyBid(), { draft: true });
  const draft = applicationForm(input);

  test("says of every question without an answer that it is not answered", () => {
    const tables = blocksOf(draft).flatMap((block) => (block.type === "table" ? block.rows : []));
    expect(tables.filter((row) => row[1] === "Not answered").length).toBeGreaterThan(5);
    expect(blocksOf(draft)).toContainEqual({ type: "text", text: "Not answered", style: "hint" });
  });

  test("carries every finding with its working, its fix and its source, the gravest first", () => {
    const shown = blocksOf(draft).flatMap((block) => (block.type === "finding" ? [block] : []));
    expect(shown.map((block) => block.says)).toEqual(input.check.findings.map((finding) => finding.says));
    expect(shown.every((block) => block.working !== "")).toBe(true);
    expect(shown.some((block) => block.source.includes("("))).toBe(true);
    const headings = headingsOf(draft, 2).filter((text) => /^(?:Blockers|Warnings|Advice) \(\d+\)$/.test(text));
    expect(headings[0]).toMatch(/^Blockers/);
  });

  test("says why there are no present values yet", () => {
    expect(textOf(draft)).toContain(input.appraisal.notDiscountedBecause);
  });

  test("names the words used of those allowed", () => {
    const limited = structuredClone(award);
    const summary = limited.sections.flatMap((section) => section.questions).find((one) => one.id === "summary");
    if (summary?.kind !== "rich-text") throw new Error("The summary is a long answer");
    summary.words = { max: 500, counted: "spaces" };
    expect(textOf(applicationForm(documentInput(limited, cheshire, { draft: true })))).toMatch(/\d+ of 500 words/);
  });
});

describe("Tables", () => {
  test("of many columns are cut in two, each part naming its lines", () => {
    const form = applicationForm(documentInput(award, cheshire));
    const [first, second] = [tableOf(form, "Partners (1 of 2)"), tableOf(form, "Partners (2 of 2)")];
    expect(first.rows.map((row) => row[0])).toEqual(second.rows.map((row) => row[0]));
  });

  test("of years stand on landscape pages, and everything else does not", () => {
    const form = applicationForm(documentInput(award, cheshire));
    const landscape = form.parts.filter((part) => part.landscape).flatMap((part) => part.blocks);
    const captions = landscape.flatMap((block) => (block.type === "table" ? [block.caption] : []));
    expect(captions).toContain("Savings by financial year");
    expect(captions).not.toContain("Milestones");
  });

  test("of long amounts hold fewer years, so that no amount is broken", () => {
    const rows = (cheshire.answers["costs"] as Row[]).map((row) => ({
      ...row,
      cells: { ...row.cells, amounts: { "2013-14": 123_456_789_01 } },
    }));
    const form = applicationForm(documentInput(award, { ...cheshire, answers: { ...cheshire.answers, costs: rows } }));
    const captions = blocksOf(form).flatMap((block) => (block.type === "table" ? [block.caption] : []));
    expect(captions).toContain("Costs by financial year (2013-14 to 2017-18)");
    expect(captions).toContain("Costs by financial year (2018-19 to 2022-23)");
  });

  test("of long horizons never hold more than ten years", () => {
    const long = structuredClone(award);
    long.appraisal.years.count = 25;
    const form = applicationForm(documentInput(long, cheshire));
    const widths = blocksOf(form).flatMap((block) =>
      block.type === "table" ? [block.columns.filter((column) => /^\d{4}-\d\d$/.test(column.title)).length] : [],
    );
    expect(Math.max(...widths)).toBeLessThanOrEqual(10);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(25 * 3);
  });
});
