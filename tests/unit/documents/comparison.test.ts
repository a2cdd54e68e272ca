import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bid } from "../../../src/bids/bid-schema.ts";
import type { DocumentBlock, WordDocument } from "../../../src/documents/blocks.ts";
import type { ComparisonInput } from "../../../src/documents/comparison-input.ts";
import { comparisonReport } from "../../../src/documents/comparison-report.ts";
import { comparisonWorkbook } from "../../../src/documents/comparison-workbook.ts";
import { renderDocument } from "../../../src/documents/render/make-documents.ts";
import { readBack } from "../../../src/documents/render/second-reader.ts";
import { compareBids, type Difference } from "../../../src/history/compare.ts";
import type { MarkedPiece } from "../../../src/history/marked-pieces.ts";
import { bySection } from "../../../src/history/by-section.ts";
import { comparisonDocuments } from "../../../src/packs/comparison-documents.ts";
import { example, exampleNames, projectRoot, scheme, schemeIds } from "../../support/bidwright.ts";
import { madeOn } from "../../support/documents-builders.ts";
import { acts, longAnswer, perform, startBid, startLog, stateOf, tca } from "../../support/histories.ts";
import { convert, differences as miscalculated, findLibreOffice, recalculated } from "../../support/libreoffice.ts";
import { paragraphsOf, partOf, readWorkbook, type HeldCell } from "../../support/ooxml.ts";

const point = (bid: Bid, who: string) => {
  return { bid, entry: { at: "2013-06-01T09:02:00Z", who, about: "Changed “Award asked for”" } };
};

function compared(from: Bid, to: Bid, of = tca): ComparisonInput {
  return {
    scheme: of,
    from: point(from, "Priya"),
    to: point(to, "Dana"),
    differences: compareBids(of, from, to),
    madeOn,
  };
}

async function filesOf(input: ComparisonInput): Promise<{ word: Uint8Array; excel: Uint8Array }> {
  const [word, excel] = await Promise.all(
    comparisonDocuments(input).map(({ content }) => renderDocument(content, madeOn)),
  );
  return { word: word as Uint8Array, excel: excel as Uint8Array };
}

/** The marked texts of the document, one for each difference it tells of. */
function toldIn({ parts }: WordDocument): (readonly MarkedPiece[])[] {
  return parts.flatMap(({ blocks }) => blocks.flatMap(toldInBlock));
}

function toldInBlock(block: DocumentBlock): (readonly MarkedPiece[])[] {
  if (block.type === "marked") return [block.pieces];
  if (block.type !== "table") return [];
  return block.rows.map((row) => {
    const cell = row.at(-1);
    return typeof cell === "object" && "pieces" in cell ? cell.pieces : [];
  });
}

/** The lines of the list, each by its columns. */
function listed(excel: Uint8Array): Record<string, HeldCell["value"]>[] {
  const cells = [...(readWorkbook(excel).get("Differences") ?? [])];
  const heading = cells.find(([, cell]) => cell.value === "Section")?.[0].slice(1) ?? "";
  const titles = cells.filter(([place]) => place.slice(1) === heading).map(([place, cell]) => [place[0], cell.value]);
  const rows = [...new Set(cells.map(([place]) => Number(place.slice(1))))].filter((row) => row > Number(heading));
  const held = new Map(cells);
  return rows.map((row) =>
    Object.fromEntries(titles.map(([letter, title]) => [String(title), held.get(`${letter}${row}`)?.value ?? null])),
  );
}

const marked = (one: Difference, mark: "removed" | "added") =>
  one.words.flatMap((part) => (part[mark] === undefined ? [] : [part[mark].trimEnd()]));
const inOrder = ({ scheme: of, differences }: ComparisonInput) =>
  bySection(of, differences).flatMap((section) => section.differences);
const oneLine = (text: unknown) =>
  String(text ?? "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** Every difference stands in both, in the order of the form, with the words that were taken out and put in; and none more. */
async function expectTold(input: ComparisonInput): Promise<void> {
  const wanted = inOrder(input);
  const told = toldIn(comparisonReport(input));
  expect(told).toHaveLength(input.differences.length);
  for (const [index, one] of wanted.entries()) {
    const texts = (mark: string) => told[index]?.filter((piece) => piece.mark === mark).map(({ text }) => text);
    expect([texts("taken out"), texts("put in")]).toEqual([marked(one, "removed"), marked(one, "added")]);
  }
  const { word, excel } = await filesOf(input);
  const paragraphs = paragraphsOf(word);
  for (const pieces of told) expect(paragraphs).toContain(pieces.map(({ text }) => text).join(""));
  const rows = listed(excel);
  expect(rows).toHaveLength(wanted.length);
  for (const [index, { before, after, words }] of wanted.entries()) {
    const whole = !words.some((part) => part.kept !== undefined && part.kept.split(/\s+/).length > 18);
    if (!whole) continue;
    expect(oneLine(rows[index]?.["Before"])).toBe(oneLine(before));
    expect(oneLine(rows[index]?.["After"])).toBe(oneLine(after));
  }
}

describe("the documents of a comparison", () => {
  test("tell every difference of any two histories, and none more", async () => {
    await fc.assert(
      fc.asyncProperty(acts, acts, async (mine, theirs) => {
        const log = startLog();
        const [from, to] = [stateOf(perform(log, "Priya", mine)), stateOf(perform(log, "Dana", theirs))];
        fc.pre(compareBids(tca, from, to).length > 0);
        await expectTold(compared(from, to));
      }),
      { numRuns: 15, seed: 151 },
    );
  });

  test.each(schemeIds())("tell every difference between the first two example bids of %s", async (id) => {
    const of = scheme(id);
    const [one = "", other = ""] = exampleNames(id);
    await expectTold(compared(example(of, one).bid, example(of, other).bid, of));
  });

  test("hold text that looks like markup or a formula as text", async () => {
    const odd = ["=SUM(A1:A9)", "<b>&amp; & ]]></b>", "👩‍👩‍👧 🎉", "+44 20", "@me", "_x0041_", "a\nb"];
    const costs = odd.map((description, index) => ({ id: `o${index}`, order: `o${index}`, cells: { description } }));
    const input = compared({ ...startBid, answers: {} }, { ...startBid, title: odd.join(" "), answers: { costs } });
    const { word, excel } = await filesOf(input);
    await expectTold(input);
    const rows = listed(excel).slice(1);
    expect(rows.map((row) => row["Line"])).toEqual(odd);
    const cells = [...(readWorkbook(excel).get("Differences") ?? [])].map(([, cell]) => cell);
    expect(cells.some(({ formula }) => formula !== undefined)).toBe(false);
    for (const bytes of [word, excel]) {
      expect(await readBack(bytes === word ? "word" : "excel", bytes)).toMatchObject({ ok: true });
    }
  });

  test("say that only the setting out of an answer changed", async () => {
    const bold = { blocks: [{ type: "paragraph", spans: [{ text: "We join two teams.", bold: true }] }] };
    const summary = longAnswer([["We join two teams."]]);
    const input = compared({ ...startBid, answers: { summary } }, { ...startBid, answers: { summary: bold } });
    const { word, excel } = await filesOf(input);
    expect(paragraphsOf(word)).toContain("The words are the same; how they are set out changed.");
    expect(listed(excel)).toMatchObject([{ What: "Set out differently", Line: null, Column: null }]);
  });
});

describe("the Word document", () => {
  const input = compared(startBid, {
    ...startBid,
    title: "Ours",
    marking: "OFFICIAL-SENSITIVE",
    answers: { ...startBid.answers, "award-requested": 1_00 },
  });

  test("says on its cover what is compared, by whom and when, how much differs, and the stricter marking", async () => {
    const from = { ...input.from, entry: { ...input.from.entry, name: "sent to finance" } };
    const to = { ...input.to, file: "theirs.bid", newest: true };
    const { word } = await filesOf({ ...input, from, to });
    const cover = paragraphsOf(word);
    expect(cover).toEqual(expect.arrayContaining(["What changed", "Ours", "OFFICIAL-SENSITIVE", "12 July 2013"]));
    const lines = cover.flatMap((paragraph) => paragraph.split("\n"));
    expect(lines).toEqual(
      expect.arrayContaining([
        "“sent to finance”, named by Priya",
        "theirs.bid",
        "Dana: Changed “Award asked for”",
        "The newest change when this was made",
        "3",
        "The bid as a whole: 2",
        "About the bid: 1",
      ]),
    );
    expect(lines.filter((line) => /^1 June 2013 at \d\d:\d\d$/.test(line))).toHaveLength(2);
    expect(partOf(word, "word/header1.xml")).toContain(">OFFICIAL-SENSITIVE<");
  });

  test("marks by line and weight, not by colour alone, and makes nothing of it a tracked change", async () => {
    const { word } = await filesOf(input);
    const styles = partOf(word, "word/styles.xml");
    const style = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`, "s").exec(styles)?.[0];
    expect(style("TakenOut")).toContain("<w:strike/>");
    expect(style("PutIn")).toMatch(/<w:b\/>.*<w:u /s);
    const xml = partOf(word, "word/document.xml");
    expect(xml).toMatch(/w:rStyle w:val="TakenOut".{0,80}£420,000/s);
    expect(xml).toMatch(/w:rStyle w:val="PutIn".{0,80}£1</s);
    expect(xml).not.toMatch(/<w:(?:ins|del) /);
  });

  test("has contents where there is much to find, and none where there is little", async () => {
    const { word } = await filesOf(input);
    expect(paragraphsOf(word)).not.toContain("Contents");
    const [one = "", other = ""] = exampleNames(tca.id);
    const long = await filesOf(compared(example(tca, one).bid, example(tca, other).bid));
    expect(paragraphsOf(long.word)).toContain("Contents");
  });

  test("shortens long stretches that did not change", () => {
    const words = Array.from({ length: 200 }, (_, index) => `w${index}`);
    const summary = (last: string) => ({ ...startBid, answers: { summary: longAnswer([[...words, last]]) } });
    const [pieces] = toldIn(comparisonReport(compared(summary("old"), summary("new"))));
    expect(pieces?.[0]?.text).toBe(`… ${words.slice(-14).join(" ")} `);
  });
});

describe("the workbook", () => {
  const years = (...amounts: number[]) => ({ "2013-14": amounts[0], "2014-15": amounts[1] });
  const costs = (first: unknown, second: unknown) => [
    { id: "r1", cells: { description: "Team", amounts: first } },
    { id: "r2", cells: { description: "Network", amounts: second } },
  ];
  const input = compared(
    { ...startBid, answers: { "award-requested": 420_000_00, costs: costs(years(100_10, 200_00), years(5_00, 5_00)) } },
    { ...startBid, answers: { costs: costs(years(200_00, 100_10), { "2013-14": { unread: "lots" } }) } },
  );

  test("has both amounts as numbers, and the change only where both are amounts", async () => {
    const rows = listed((await filesOf(input)).excel);
    const money = rows.map((row) => ["Before in pounds", "After in pounds", "Change in pounds"].map((one) => row[one]));
    expect(rows.map((row) => [row["Question"], row["Line"], row["Column"], row["What"]])).toEqual([
      ["Award asked for", null, null, "Taken out"],
      ["Costs", "Team", "Amount by year", "Changed"],
      ["Costs", "Network", "Amount by year", "Changed"],
    ]);
    expect(money).toEqual([
      [420_000, null, null],
      [300.1, 300.1, 0],
      [10, null, null],
    ]);
    expect(rows[1]).toMatchObject({ Before: "2013-14 £100.10, 2014-15 £200", After: "2013-14 £200, 2014-15 £100.10" });
    expect(rows[2]).toMatchObject({ After: "2013-14 lots" });
  });

  test("can be filtered, keeps its headings in view, and is printed like the others", async () => {
    const { excel } = await filesOf(input);
    const table = partOf(excel, "xl/tables/table1.xml");
    expect(table).toContain("<autoFilter ");
    expect(table).not.toContain('hiddenButton="1"');
    const sheet = partOf(excel, "xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<pane [^>]*xSplit="2"[^>]*state="frozen"/);
    expect(sheet).toContain('fitToHeight="0"');
    expect(sheet).toMatch(/<oddFooter>.*OFFICIAL.*Page &amp;P of &amp;N<\/oddFooter>/);
    expect(sheet).not.toContain("<sheetProtection");
    expect(partOf(excel, "xl/workbook.xml")).toContain("_xlnm.Print_Titles");
  });

  test.skipIf(findLibreOffice() === undefined)(
    "and the document open elsewhere, where the changes work out to the same",
    { timeout: 240_000 },
    async () => {
      const { word, excel } = await filesOf(input);
      const fresh = recalculated(new Map([["list.xlsx", excel]]));
      expect(miscalculated(readWorkbook(excel), fresh.get("list.xlsx"))).toEqual([]);
      expect([...convert(new Map([["changes.docx", word]]), "pdf").keys()]).toEqual(["changes.pdf"]);
    },
  );

  const [checker, python] = [path.join(projectRoot, "../shared/tools/check-ooxml.py"), "/usr/bin/python3"];
  test.skipIf(!existsSync(checker) || !existsSync(python))(
    "and the document keep to the published standard",
    async () => {
      const [one = "", other = ""] = exampleNames(tca.id);
      const { word, excel } = await filesOf(compared(example(tca, one).bid, example(tca, other).bid));
      const folder = mkdtempSync(path.join(tmpdir(), "bidwright-comparison-"));
      writeFileSync(path.join(folder, "c.docx"), word);
      writeFileSync(path.join(folder, "c.xlsx"), excel);
      const files = ["c.docx", "c.xlsx"].map((name) => path.join(folder, name));
      const said = execFileSync(python, [checker, ...files], { encoding: "utf8" });
      rmSync(folder, { recursive: true, force: true });
      expect(said.match(/ 0 errors/g)).toHaveLength(2);
    },
  );

  test("is made for a list of one question alone", () => {
    const only = { ...input, question: "costs", differences: input.differences.filter((one) => one.row) };
    const about = comparisonWorkbook(only).sheets[1]?.table.rows.map((row) =>
      row.map((cell) => "value" in cell && cell.value),
    );
    expect(about).toContainEqual(["Only the question", "Costs"]);
  });
});
