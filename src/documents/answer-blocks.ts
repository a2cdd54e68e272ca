import { isEmpty } from "../fields/answer.ts";
import { isUnread } from "../fields/field.ts";
import type { Row } from "../fields/kinds/table.ts";
import { plainText, type RichText } from "../fields/rich-text.ts";
import { countingRules, countWords } from "../fields/words.ts";
import type { Question } from "../schemes/scheme-schema.ts";
import { answerCell, notAnswered } from "./answer-text.ts";
import type { DocumentBlock } from "./blocks.ts";
import { linesBlocks } from "./lines-blocks.ts";
import type { NumberedQuestion, NumberedSection } from "./shown-form.ts";

/** One section of the form: its heading, then every question and answer in order. */
export function sectionBlocks(
  { number, section, questions }: NumberedSection,
  how: { draft: boolean; years: readonly string[]; newPage: boolean },
): DocumentBlock[] {
  const blocks: DocumentBlock[] = [
    { type: "heading", level: 1, text: `${number}. ${section.title}`, ...(how.newPage ? { newPage: true } : {}) },
  ];
  let short: NumberedQuestion[] = [];
  const flush = () => {
    if (short.length > 0) blocks.push(shortAnswers(section.title, short, how.draft));
    short = [];
  };
  for (const one of questions) {
    if (isLong(one.question)) {
      flush();
      blocks.push(...longAnswer(one, how));
    } else short.push(one);
  }
  flush();
  return blocks;
}

function isLong(question: Question): boolean {
  return question.kind === "rich-text" || question.kind === "table" || question.kind === "yearly-money";
}

function shortAnswers(title: string, questions: readonly NumberedQuestion[], draft: boolean): DocumentBlock {
  return {
    type: "table",
    caption: title,
    columns: [
      { title: "Question", share: 9 },
      { title: "Answer", share: 11 },
    ],
    rows: questions.map(({ number, question, value }) => {
      const answer = answerCell(question, value);
      return [`${number} ${question.label}`, answer === "" ? notAnswered(draft) : answer];
    }),
  };
}

function longAnswer({ number, question, value }: NumberedQuestion, how: { draft: boolean; years: readonly string[] }) {
  const heading: DocumentBlock = { type: "heading", level: 2, text: `${number} ${question.label}` };
  if (isEmpty(question, value))
    return [heading, { type: "text", text: notAnswered(how.draft), style: "hint" } as const];
  return [heading, ...answerBlocks(question, value, how)];
}

function answerBlocks(
  question: Question,
  value: unknown,
  how: { draft: boolean; years: readonly string[] },
): DocumentBlock[] {
  if (question.kind === "table") return linesBlocks(question, value as Row[], how.years);
  if (question.kind !== "rich-text" || isUnread(value))
    return [{ type: "text", text: String(answerCell(question, value)) }];
  const answer = value as RichText;
  const blocks: DocumentBlock[] = [{ type: "rich", blocks: answer.blocks }];
  if (how.draft && question.words) {
    const { max, counted } = question.words;
    const count = countWords(plainText(answer), counted);
    blocks.push({ type: "text", style: "hint", text: `${count} of ${max} words (${countingRules[counted]})` });
  }
  return blocks;
}
