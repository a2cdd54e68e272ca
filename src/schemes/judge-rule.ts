import type { Field, FieldOf } from "../fields/registry.ts";
import { isUnread } from "../fields/field.ts";
import { referencesOf } from "../rules/condition.ts";
import type { Facts, Missing } from "../rules/facts.ts";
import { judge, type Judgement } from "../rules/judge.ts";
import { nearestFix, type Candidate, type Fix } from "../rules/nearest-fix.ts";
import type { Outcome, Rule } from "../rules/rule.ts";
import { isHidden } from "./facts-of.ts";
import { questionOf, type Scheme } from "./scheme-schema.ts";

/** What one rule says of one bid. */
export interface RuleVerdict {
  outcome: Outcome;
  working: string;
  missing: Missing[];
  distance?: string;
  change?: Fix;
}

export interface Judged {
  scheme: Scheme;
  answers: Readonly<Record<string, unknown>>;
  /** The bid's facts, as they are or as they would be with other answers. */
  factsFor(answers: Readonly<Record<string, unknown>>): Facts;
}

/** Judges one rule: whether it applies, its outcome, its working and, where it is not met, the nearest change. */
export function judgeRule(judged: Judged, rule: Rule): RuleVerdict {
  const facts = judged.factsFor(judged.answers);
  const applies = rule.applies ? judge(rule.applies, facts) : undefined;
  if (applies && applies.answer !== "yes") {
    const outcome = applies.answer === "no" ? "does not apply" : "cannot tell";
    return { outcome, working: applies.working, missing: applies.missing };
  }
  const tested = judge(rule.test, facts);
  if (tested.answer === "no") return notMet(judged, rule, tested);
  const { answer, working, missing } = tested;
  if (answer === "yes") return { outcome: "met", working, missing };
  return {
    outcome: isAskedOfNobody(judged.scheme, facts, missing) ? "does not apply" : "cannot tell",
    working,
    missing,
  };
}

function notMet(judged: Judged, rule: Rule, { working, missing, distance }: Judgement): RuleVerdict {
  const change = fixFor(judged, rule);
  return { outcome: "not met", working, missing, ...(distance ? { distance } : {}), ...(change ? { change } : {}) };
}

/** A rule that waits only for questions which this bid is not asked has nothing to say of it. */
function isAskedOfNobody(scheme: Scheme, facts: Facts, missing: readonly Missing[]): boolean {
  const questions = missing.map((one) => (one.question === undefined ? undefined : questionOf(scheme, one.question)));
  return questions.length > 0 && questions.every((question) => question !== undefined && isHidden(question, facts));
}

function fixFor({ scheme, answers, factsFor }: Judged, rule: Rule): Fix | undefined {
  if (rule["offers-change"] === false) return undefined;
  const ids = referencesOf(rule.test).flatMap((one) => (one.to === "field" && one.id !== "strand" ? [one.id] : []));
  const candidates = [...new Set([rule.about, ...ids])].flatMap((id) => {
    const field = questionOf(scheme, id);
    return field ? candidateFor(field, answers[id]) : [];
  });
  const factsWith = (question: string, value: unknown) => factsFor({ ...answers, [question]: value });
  return nearestFix({ test: rule.test, candidates, factsWith });
}

/** Yes-or-no questions ask for facts: changing the answer would not change the fact, so none is offered. */
function candidateFor(field: Field, value: unknown): Candidate[] {
  if (value === undefined || isUnread(value)) return [];
  const { id: question } = field;
  switch (field.kind) {
    case "money":
    case "number":
    case "percentage":
      return [{ question, kind: "amount", current: value as number, ...rangeOf(field) }];
    case "choice":
      return [{ question, kind: "one-of", values: field.choices.map((choice) => choice.id) }];
    default:
      return [];
  }
}

/** Where no limit is set: £1 billion, 100% and a million. */
const usualHighest = { money: 1_000_000_000, percentage: 100, number: 1_000_000 } as const;

function rangeOf(field: FieldOf<"money"> | FieldOf<"number"> | FieldOf<"percentage">) {
  const scale = field.kind === "money" ? 100 : 1;
  return { lowest: (field.min ?? 0) * scale, highest: (field.max ?? usualHighest[field.kind]) * scale };
}
