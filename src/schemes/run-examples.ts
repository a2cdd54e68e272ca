import { textOf } from "../fields/answer.ts";
import type { Row } from "../fields/kinds/table.ts";
import type { Column } from "../fields/registry.ts";
import { readWritten, writeWritten } from "../fields/written.ts";
import type { Outcome, Rule, RuleExample } from "../rules/rule.ts";
import { factsOf } from "./facts-of.ts";
import { judgeRule, type RuleVerdict } from "./judge-rule.ts";
import { measuresOf } from "./measures.ts";
import { saidAnswers } from "./said-answers.ts";
import { questionOf, type Question, type Scheme } from "./scheme-schema.ts";

/** An example that does not give what it states. */
export interface FailedExample {
  position: number;
  message: string;
}

/** Runs a rule's worked examples; a sentence for each that gives another result than it states. */
export function runExamples(scheme: Scheme, rule: Rule): FailedExample[] {
  return rule.examples.flatMap((example, position) =>
    faultsOf(scheme, rule, example).map((message) => ({ position, message })),
  );
}

/** A worked example as it comes out, for rule books and decision tables. */
export interface WorkedExample {
  name: string;
  /** What is given, each question by its label, with its answer as text. */
  given: { question: string; label: string; text: string }[];
  outcome: Outcome;
  working: string;
  /** The nearest change that would meet the rule, in words. */
  fix?: string;
}

/** The worked examples of a rule with their working. */
export function workedExamples(scheme: Scheme, rule: Rule): WorkedExample[] {
  return rule.examples.map((example) => {
    const given = readGiven(scheme, example.given);
    const verdict = judgeAlone(scheme, rule, given);
    const question = verdict.change && questionOf(scheme, verdict.change.question);
    const fix = question && `${question.label}: ${textOf(question, verdict.change?.value)}`;
    return {
      name: example.name,
      given: givenTexts(scheme, given),
      outcome: verdict.outcome,
      working: verdict.working,
      ...(fix ? { fix } : {}),
    };
  });
}

function givenTexts(scheme: Scheme, { strand, answers }: Given): WorkedExample["given"] {
  const chosen = scheme.strands.find((one) => one.id === strand);
  const texts = Object.entries(answers).flatMap(([id, value]) => {
    const question = questionOf(scheme, id);
    return question
      ? [{ question: id, label: question.short ?? question.label, text: givenText(question, value) }]
      : [];
  });
  return chosen ? [{ question: "strand", label: "Strand", text: chosen.title }, ...texts] : texts;
}

function givenText(question: Question, value: unknown): string {
  if (question.kind !== "table") return textOf(question, value);
  return (value as Row[]).map((row) => rowText(question.columns, row)).join("; ");
}

function rowText(columns: readonly Column[], row: Row): string {
  const cells = columns.flatMap((column) => {
    const text = textOf(column, row.cells[column.id]);
    return text === "" ? [] : [`${column.short ?? column.label} ${text}`];
  });
  return cells.length === 0 ? "a line with nothing in it" : cells.join(", ");
}

function faultsOf(scheme: Scheme, rule: Rule, example: RuleExample): string[] {
  const given = readGiven(scheme, example.given);
  if (given.problems.length > 0) return given.problems.map((problem) => `${problem}.`);
  const verdict = judgeAlone(scheme, rule, given);
  if (verdict.outcome !== example.expect) {
    return [`expected ${example.expect}, but it is ${verdict.outcome}. ${verdict.working}`];
  }
  return fixFaults(scheme, example, verdict);
}

interface Given {
  strand: string | undefined;
  answers: Record<string, unknown>;
  problems: string[];
}

function readGiven(scheme: Scheme, written: RuleExample["given"]): Given {
  const { strand, ...others } = written;
  const given: Given = { strand: typeof strand === "string" ? strand : undefined, answers: {}, problems: [] };
  for (const [id, value] of Object.entries(others)) {
    const question = questionOf(scheme, id);
    if (!question) {
      given.problems.push(`there is no question “${id}”`);
      continue;
    }
    const read = readWritten(question, value);
    given.problems.push(...read.problems.map((one) => `${[id, ...one.path].join(" › ")} ${one.message}`));
    if (read.value !== undefined) given.answers[id] = read.value;
  }
  return given;
}

/** Judges one rule by a strand and answers, and nothing else. */
export function judgeAlone(
  scheme: Scheme,
  rule: Rule,
  { strand, answers }: { strand: string | undefined; answers: Readonly<Record<string, unknown>> },
): RuleVerdict {
  const factsFor = (changed: Readonly<Record<string, unknown>>) =>
    factsOf({
      scheme,
      strand,
      answers: changed,
      measure: measuresOf(scheme, () => saidAnswers({ scheme, strand, answers: changed })),
    });
  return judgeRule({ scheme, answers, factsFor }, rule);
}

function fixFaults(scheme: Scheme, example: RuleExample, verdict: RuleVerdict): string[] {
  if (!example.fix) return [];
  const { change } = verdict;
  const question = change && questionOf(scheme, change.question);
  const found = question ? { [question.id]: writeWritten(question, change.value) } : {};
  if (JSON.stringify(found) === JSON.stringify(example.fix)) return [];
  return [`expected the fix ${JSON.stringify(example.fix)}, but it is ${JSON.stringify(found)}.`];
}
