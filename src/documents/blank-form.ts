import { titleOf } from "../fields/answer.ts";
import { fromMarkdown } from "../fields/markdown.ts";
import type { Column, FieldOf } from "../fields/registry.ts";
import { countingRules } from "../fields/words.ts";
import { conditionInWords } from "../rules/condition-words.ts";
import { partNamesOf } from "../schemes/part-names.ts";
import { whenOf, type Question, type Scheme, type Section } from "../schemes/scheme-schema.ts";
import type { DocumentBlock, WordDocument } from "./blocks.ts";
import { citationText } from "./findings-blocks.ts";

type TableField = FieldOf<"table">;

/** Every question of a scheme with its limits, guidance and room to write, for the meeting at which a bid begins. */
export function blankForm(scheme: Scheme): WordDocument {
  return {
    title: `Blank form: ${scheme.title}`,
    subtitle: "Every question, before anything is written",
    author: "Bidwright",
    about: "About this scheme",
    cover: [
      ["Scheme", `${scheme.title}, version ${scheme.version}`],
      ["Publisher", scheme.publisher],
      ["Strands", scheme.strands.map((strand) => strand.title).join("; ")],
      ...scheme.dates.map((one): [string, string] => [one.label, whenOf(one)]),
    ],
    marking: scheme.pack.marking,
    draft: false,
    notes: [scheme.pack["layout-note"]],
    parts: [
      { landscape: false, blocks: scheme.sections.flatMap((section, index) => sectionOf(scheme, section, index + 1)) },
    ],
  };
}

function sectionOf(scheme: Scheme, section: Section, number: number): DocumentBlock[] {
  return [
    { type: "heading", level: 1, text: `${number}. ${section.title}` },
    ...(section.about === undefined ? [] : [{ type: "text", text: section.about } as const]),
    ...section.questions.flatMap((question, index) => questionBlocks(scheme, question, `${number}.${index + 1}`)),
  ];
}

function questionBlocks(scheme: Scheme, question: Question, number: string): DocumentBlock[] {
  const notes = [question.hint, ...limitsOf(question), choiceWords[question.kind]].filter((text) => text !== undefined);
  const asked = question.when ? [`Asked only where ${conditionInWords(question.when, partNamesOf(scheme))}.`] : [];
  const needed = question.required ? "An answer is needed." : "May be left out.";
  const sources = (question.sources ?? []).map((source) => citationText(scheme, source)).join("; ");
  return [
    { type: "heading", level: 2, text: `${number} ${question.label}` },
    { type: "text", style: "hint", text: [needed, ...asked, ...notes].join(" ") },
    ...(question.guidance === undefined
      ? []
      : [{ type: "rich", blocks: fromMarkdown(question.guidance).blocks } as const]),
    ...(sources === "" ? [] : [{ type: "text", style: "hint", text: `Source: ${sources}` } as const]),
    ...room(question),
  ];
}

const choiceWords: Partial<Record<Question["kind"], string>> = {
  choice: "Choose one.",
  choices: "Choose all that apply.",
};

/** What an answer may be, in sentences. */
function limitsOf(field: Question | Column): string[] {
  switch (field.kind) {
    case "rich-text":
      return field.words ? [`At most ${field.words.max} words (${countingRules[field.words.counted]}).`] : [];
    case "short-text":
      return field["max-characters"] === undefined ? [] : [`At most ${field["max-characters"]} characters.`];
    case "money":
    case "number":
    case "percentage":
      return rangeOf(field);
    case "file":
      return fileLimits(field);
    default:
      return [];
  }
}

function fileLimits({ types, "max-megabytes": megabytes }: FieldOf<"file">): string[] {
  const kinds = types ? [`A file ending in ${types.join(", ")}.`] : [];
  return megabytes === undefined ? kinds : [...kinds, `At most ${megabytes} MB.`];
}

function rangeOf({ min, max }: { min?: number | undefined; max?: number | undefined }): string[] {
  if (min !== undefined && max !== undefined) return [`From ${min} to ${max}.`];
  if (min !== undefined) return [`At least ${min}.`];
  return max === undefined ? [] : [`At most ${max}.`];
}

const emptyEntries = 3;

/** An empty box or table, or the choices to tick. */
function room(question: Question): DocumentBlock[] {
  if (question.kind === "choice" || question.kind === "choices") {
    const items = question.choices.map(({ label, hint }) => (hint === undefined ? label : `${label}: ${hint}`));
    return items.map((item) => ({ type: "text", text: `☐ ${item}` }));
  }
  if (question.kind !== "table") {
    const columns = [{ title: `Answer (${titleOf(question.kind)})`, share: 1 }];
    return [{ type: "table", caption: question.label, columns, rows: [["\n\n"]] }];
  }
  return [emptyTable(question)];
}

/** Each column becomes a line, with room for some entries beside it: what fits a page however many there are. */
function emptyTable(question: TableField): DocumentBlock {
  const entries = Array.from({ length: emptyEntries }, (_, index) => `${question.item} ${index + 1}`);
  return {
    type: "table",
    caption: question.label,
    columns: [{ title: "For each", share: 3 }, ...entries.map((title) => ({ title, share: 3 }))],
    rows: question.columns.map((column) => [columnText(column), ...entries.map(() => "\n")]),
  };
}

function columnText(column: Column): string {
  const choices = column.kind === "choice" || column.kind === "choices" ? column.choices.map((one) => one.label) : [];
  const offered = choices.length === 0 ? [] : [`(${choices.join("; ")})`];
  return [column.label, ...offered, ...limitsOf(column)].join("\n");
}
