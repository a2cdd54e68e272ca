import { comparableOf, isEmpty } from "../fields/answer.ts";
import { isUnread, type Comparable } from "../fields/field.ts";
import type { Row } from "../fields/kinds/table.ts";
import { plainText, type RichText } from "../fields/rich-text.ts";
import { countWords } from "../fields/words.ts";
import type { Column } from "../fields/registry.ts";
import { known, unknown, type Fact, type Facts, type RowFacts } from "../rules/facts.ts";
import { judge } from "../rules/judge.ts";
import { figureFact, listedFact, lookUpFact } from "./held-figures.ts";
import type { Question, Scheme } from "./scheme-schema.ts";
import type { TableField } from "./cash-model.ts";

/** What facts are drawn from: a scheme, and one bid's strand and answers. */
export interface FactSource {
  scheme: Scheme;
  strand: string | undefined;
  answers: Readonly<Record<string, unknown>>;
  /** Figures worked out by the appraisal, unknown while what they need is missing. */
  measure(id: string): Fact;
}

/** A bid as rules see it. Hidden questions are unknown, whatever was once answered there. */
export function factsOf(source: FactSource): Facts {
  const { scheme, answers } = source;
  const questions = questionIndex(scheme);
  const field = (id: string, part?: string): Fact => {
    if (id === "strand") return strandFact(source);
    const question = questions.get(id);
    if (!question) return unknown({ label: `a question called ${id}` });
    if (isHidden(question, facts)) return missing(question);
    return fieldFact(question, answers[id], part) ?? missing(question);
  };
  const facts: Facts = {
    field,
    labelOf: (id) => questions.get(id)?.label ?? id,
    words: (id) => wordsFact(questions.get(id), answers[id]),
    rows: (id) => {
      const question = questions.get(id);
      const given = question && !isEmpty(question, answers[id]) && Array.isArray(answers[id]);
      if (question?.kind !== "table" || isHidden(question, facts) || !given) {
        return question ? missing(question) : unknown({ label: `a table called ${id}` });
      }
      return { known: true, rows: (answers[id] as Row[]).map((row) => rowFacts(question, row)), label: question.label };
    },
    figure: (id) => figureFact(scheme, id),
    measure: source.measure,
    lookUp: (table, key, take) => lookUpFact(scheme, table, { key, take }),
    listed: (table, key) => listedFact(scheme, table, key),
  };
  return facts;
}

const indexes = new WeakMap<Scheme, Map<string, Question>>();

function questionIndex(scheme: Scheme): Map<string, Question> {
  const held = indexes.get(scheme);
  if (held) return held;
  const index = new Map(scheme.sections.flatMap((section) => section.questions.map((one) => [one.id, one] as const)));
  indexes.set(scheme, index);
  return index;
}

/** Hidden for certain: its condition is answered "no". While it cannot be told, the question is shown. */
export function isHidden(question: Question, facts: Facts): boolean {
  return question.when !== undefined && judge(question.when, facts).answer === "no";
}

function missing(question: Question) {
  return unknown({ question: question.id, label: question.label });
}

function strandFact({ scheme, strand }: FactSource): Fact {
  const known_ = scheme.strands.find((one) => one.id === strand);
  return known_
    ? known({ unit: "text", text: known_.id, shown: known_.title }, "Strand")
    : unknown({ label: "the strand" });
}

function fieldFact(question: Question, value: unknown, part: string | undefined): Fact | undefined {
  const comparable = part === undefined ? comparableOf(question, value) : partOf(value, part);
  return comparable && known(comparable, question.label);
}

/** A part of an organisation or a person: `type`, `code`, `email`. */
function partOf(value: unknown, part: string): Comparable | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
  const found = (value as Record<string, unknown>)[part];
  return typeof found === "string" && found.trim() !== "" ? { unit: "text", text: found } : undefined;
}

function wordsFact(question: Question | undefined, value: unknown): Fact {
  if (question?.kind !== "rich-text") return unknown({ label: "a long answer" });
  if (isEmpty(question, value) || isUnread(value)) return missing(question);
  const words = countWords(plainText(value as RichText), question.words?.counted ?? "spaces");
  return known({ unit: "number", amount: words }, `Words in ${question.label}`);
}

const rowCache = new WeakMap<Row, RowFacts>();

function rowFacts(table: TableField, row: Row): RowFacts {
  const held = rowCache.get(row);
  if (held) return held;
  const cells = new Map<string, Fact>();
  const made: RowFacts = {
    column: (id, part) => {
      const key = part === undefined ? id : `${id} ${part}`;
      const cell = cells.get(key) ?? cellFact(table, row, id, part);
      cells.set(key, cell);
      return cell;
    },
  };
  rowCache.set(row, made);
  return made;
}

function cellFact(table: TableField, row: Row, id: string, part: string | undefined): Fact {
  const column: Column | undefined = table.columns.find((one) => one.id === id);
  if (!column) return unknown({ label: `a column called ${id}` });
  const value = row.cells[id];
  const comparable = part === undefined ? comparableOf(column, value) : partOf(value, part);
  const where = { question: table.id, row: row.id, column: id, label: `${table.label}: ${column.label}` };
  return comparable ? known(comparable, column.label) : unknown(where);
}
