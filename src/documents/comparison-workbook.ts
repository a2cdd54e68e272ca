import type { Bid } from "../bids/bid-schema.ts";
import { readableAnswer } from "../bids/answers-under.ts";
import { comparableOf } from "../fields/answer.ts";
import type { Row } from "../fields/kinds/table.ts";
import { bySection } from "../history/by-section.ts";
import type { Difference, WordChange } from "../history/compare.ts";
import { onlySetOut } from "../history/set-out.ts";
import { shortenKept } from "../history/shorten-kept.ts";
import type { Pence } from "../money/pence.ts";
import { questionOf, type Scheme } from "../schemes/scheme-schema.ts";
import { cellAt } from "./cell-address.ts";
import { comparisonFacts, pointInWords, strictestMarking, type ComparisonInput } from "./comparison-input.ts";
import { columnLabel } from "./comparison-report.ts";
import {
  fixed,
  headingRow,
  noteLines,
  type CellContent,
  type FinancialWorkbook,
  type SheetColumn,
  type WorkbookSheet,
} from "./workbook-model.ts";

const columns: SheetColumn[] = [
  { title: "Section", width: 16 },
  { title: "Question", width: 20 },
  { title: "Line", width: 18 },
  { title: "Column", width: 15 },
  { title: "What", width: 11 },
  { title: "Before", width: 35 },
  { title: "After", width: 35 },
  { title: "Before in pounds", width: 13, align: "right" },
  { title: "After in pounds", width: 13, align: "right" },
  { title: "Change in pounds", width: 13, align: "right" },
];

/** What differs between two points of a bid as a list to filter, amounts as numbers. */
export function comparisonWorkbook(input: ComparisonInput): FinancialWorkbook {
  return {
    title: "What changed",
    subject: input.to.bid.title,
    author: "Bidwright",
    marking: strictestMarking(input),
    draft: false,
    sheets: [listSheet(input), aboutSheet(input)],
    names: [],
  };
}

function listSheet(input: ComparisonInput): WorkbookSheet {
  const { scheme, from, to, differences } = input;
  const notes = noteLines(columns, [
    `From ${pointInWords(from)} to ${pointInWords(to)}.`,
    "Pounds stand where a side holds an amount; an amount by year is the sum of its years. The change stands where both do. Long stretches that did not change are shortened to “…”.",
  ]);
  const first = headingRow(notes) + 1;
  const places = bySection(scheme, differences).flatMap((section) =>
    section.differences.map((one) => ({ section: section.title, one })),
  );
  const rows = places.map(({ section, one }, index) => [
    ...placeCells(scheme, section, one),
    ...amountCells(amountsOf(input, one), first + index),
  ]);
  const table = { name: "differences", columns, rows, frozen: 2, filtered: true as const };
  return { name: "Differences", title: "What changed", notes, landscape: true, table };
}

function placeCells(scheme: Scheme, section: string, difference: Difference): CellContent[] {
  const { question, label, line = "" } = difference;
  const named = questionOf(scheme, question)?.label ?? label;
  const texts = [section, named, line, columnLabel(scheme, difference), whatOf(difference), ...sidesOf(difference)];
  return texts.map((text) => fixed(text === "" ? null : text, "text"));
}

function whatOf(difference: Difference): string {
  const { before, after, words } = difference;
  if (onlySetOut(difference)) return "Set out differently";
  if (words.length === 0) return difference.row === undefined ? "Changed" : "Moved";
  if (before === "") return "Put in";
  return after === "" ? "Taken out" : "Changed";
}

/** Both sides with what neither changed shortened alike. */
function sidesOf({ before, after, words }: Difference): [before: string, after: string] {
  if (words.length === 0) return [before, after];
  const short = shortenKept(words);
  const side = (pick: (part: WordChange) => string | undefined) =>
    short
      .map((part) => part.kept ?? pick(part) ?? "")
      .join("")
      .trimEnd();
  return [side((part) => part.removed), side((part) => part.added)];
}

function amountCells([before, after]: [Pence | undefined, Pence | undefined], row: number): CellContent[] {
  const amount = (pence: Pence | undefined) => fixed(pence === undefined ? null : pence / 100, "money");
  const change: CellContent =
    before === undefined || after === undefined
      ? fixed(null, "money")
      : {
          formula: `ROUND(${cellAt(9, row)}-${cellAt(8, row)},2)`,
          result: (after - before) / 100,
          format: "money",
        };
  return [amount(before), amount(after), change];
}

function amountsOf({ scheme, from, to }: ComparisonInput, difference: Difference) {
  const amounts = [from, to].map(({ bid }) => amountOf(scheme, bid, difference));
  return amounts as [Pence | undefined, Pence | undefined];
}

/** The amount that one side holds there, where it is one. */
function amountOf(scheme: Scheme, bid: Bid, { question: id, row, column: wanted }: Difference): Pence | undefined {
  const question = questionOf(scheme, id);
  if (!question) return undefined;
  const answer = readableAnswer(question, bid.answers[id]);
  if (question.kind !== "table") return penceOf(question, answer);
  const column = question.columns.find((one) => one.id === wanted);
  const line = Array.isArray(answer) ? (answer as Row[]).find((one) => one.id === row) : undefined;
  return column && line && penceOf(column, readableAnswer(column, line.cells[column.id]));
}

function penceOf(...[field, value]: Parameters<typeof comparableOf>): Pence | undefined {
  const comparable = comparableOf(field, value);
  return comparable?.unit === "pence" ? comparable.amount : undefined;
}

function aboutSheet(input: ComparisonInput): WorkbookSheet {
  const facts: SheetColumn[] = [
    { title: "What", width: 26 },
    { title: "Detail", width: 70 },
  ];
  const rows = comparisonFacts(input).map(([label, value]) => [fixed(label), fixed(value, "text")]);
  return { name: "About", title: "About this comparison", notes: [], table: { name: "about", columns: facts, rows } };
}
