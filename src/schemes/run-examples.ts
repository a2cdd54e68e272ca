import { readWritten, writeWritten } from "../fields/written.ts";
import type { Rule, RuleExample } from "../rules/rule.ts";
import { factsOf } from "./facts-of.ts";
import { judgeRule, type RuleVerdict } from "./judge-rule.ts";
import { measuresOf } from "./measures.ts";
import { questionOf, type Scheme } from "./scheme-schema.ts";

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

function faultsOf(scheme: Scheme, rule: Rule, example: RuleExample): string[] {
  const given = readGiven(scheme, example.given);
  if (given.problems.length > 0) return given.problems.map((problem) => `${problem}.`);
  const verdict = judgeExample(scheme, rule, given);
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

function judgeExample(scheme: Scheme, rule: Rule, { strand, answers }: Given): RuleVerdict {
  const factsFor = (changed: Record<string, unknown>) =>
    factsOf({ scheme, strand, answers: changed, measure: measuresOf(scheme, changed) });
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
