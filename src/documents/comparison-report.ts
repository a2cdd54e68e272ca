import { bySection, type SectionDifferences } from "../history/by-section.ts";
import type { Difference } from "../history/compare.ts";
import { markedPieces, type MarkedPiece } from "../history/marked-pieces.ts";
import { onlySetOut, setOutDifferently } from "../history/set-out.ts";
import { shortenKept } from "../history/shorten-kept.ts";
import { questionOf, type Scheme } from "../schemes/scheme-schema.ts";
import type { DocumentBlock, WordDocument } from "./blocks.ts";
import { comparisonFacts, strictestMarking, type ComparisonInput } from "./comparison-input.ts";

/** Headings up to which no contents are needed to find one’s way. */
const fewHeadings = 14;

/** What differs between two points of a bid, section by section, with what was taken out and put in marked. */
export function comparisonReport(input: ComparisonInput): WordDocument {
  const { scheme, differences, to } = input;
  const blocks = bySection(scheme, differences).flatMap((section) => sectionBlocks(scheme, section));
  const headings = blocks.filter((block) => block.type === "heading").length;
  return {
    title: "What changed",
    subtitle: to.bid.title,
    author: "Bidwright",
    about: "About this comparison",
    cover: comparisonFacts(input),
    marking: strictestMarking(input),
    draft: false,
    notes: [
      "Long stretches that did not change are shortened to “…”. The workbook made with this document lists the same differences, each with its words before and after.",
    ],
    key: [
      { text: "How changes are marked: " },
      { text: "words that were taken out", mark: "taken out" },
      { text: " and " },
      { text: "words that were put in", mark: "put in" },
      { text: "." },
    ],
    ...(headings > fewHeadings ? {} : { contents: false as const }),
    parts: [{ landscape: false, blocks }],
  };
}

function sectionBlocks(scheme: Scheme, { title, differences }: SectionDifferences): DocumentBlock[] {
  const questions = [...new Set(differences.map(({ question }) => question))];
  return [
    { type: "heading", level: 1, text: title },
    ...questions.flatMap((id) =>
      questionBlocks(
        scheme,
        differences.filter(({ question }) => question === id),
      ),
    ),
  ];
}

function questionBlocks(scheme: Scheme, differences: readonly Difference[]): DocumentBlock[] {
  const [first] = differences;
  if (!first) return [];
  const text = questionOf(scheme, first.question)?.label ?? first.label;
  const heading: DocumentBlock = { type: "heading", level: 2, text };
  const lines = differences.filter((one) => one.line !== undefined);
  const whole = differences.filter((one) => one.line === undefined);
  return [
    heading,
    ...whole.map((one): DocumentBlock => ({ type: "marked", pieces: piecesOf(one) })),
    ...(lines.length === 0 ? [] : [linesTable(scheme, lines)]),
  ];
}

function linesTable(scheme: Scheme, differences: readonly Difference[]): DocumentBlock {
  return {
    type: "table",
    caption: "What differs, line by line",
    columns: [
      { title: "Line", share: 4 },
      { title: "Column", share: 4 },
      { title: "What changed", share: 10 },
    ],
    rows: differences.map((one) => [one.line ?? "", columnLabel(scheme, one), { pieces: piecesOf(one) }]),
  };
}

/** The column of a table that differs, or that all of the line does. */
export function columnLabel(scheme: Scheme, { question: id, row, column }: Difference): string {
  const question = questionOf(scheme, id);
  if (row === undefined || question?.kind !== "table") return "";
  return question.columns.find((one) => one.id === column)?.label ?? "The whole line";
}

/** As the screen shows it: marked word by word where there are words, both sides where there are none. */
function piecesOf(difference: Difference): MarkedPiece[] {
  const { before, after, words } = difference;
  if (onlySetOut(difference)) return [{ text: setOutDifferently }];
  return words.length === 0 ? [{ text: `${before} → ${after}` }] : markedPieces(shortenKept(words));
}
