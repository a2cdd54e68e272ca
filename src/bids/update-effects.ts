import { isEmpty } from "../fields/answer.ts";
import type { Outcome } from "../rules/rule.ts";
import { limitSettings, questionSettings } from "../schemes/compare-questions.ts";
import { isEqual } from "../schemes/differing-parts.ts";
import type { SettingChange } from "../schemes/scheme-change.ts";
import { questionOf, questionsOf, type Question, type Scheme } from "../schemes/scheme-schema.ts";
import { assess, type Reference } from "./assess.ts";
import type { Bid } from "./bid-schema.ts";
import type { CheckResult, Finding } from "./findings.ts";

/** A rule that says or finds something else of this bid; `undefined` where the rule is not there. */
export interface RuleEffect {
  rule: string;
  before: RuleSide | undefined;
  after: RuleSide | undefined;
}

interface RuleSide {
  says: string;
  outcome: Outcome;
}

type FindingSide = Pick<Finding, "id" | "says" | "severity" | "outcome" | "working">;

export interface FindingEffect {
  id: string;
  before: FindingSide | undefined;
  after: FindingSide | undefined;
}

export interface AskedEffect {
  question: string;
  label: string;
  now: "asked" | "not asked" | "gone";
  answered: boolean;
}

export interface LimitEffect extends SettingChange {
  question: string;
  label: string;
}

/** What going from one version of its scheme to another does to one bid, and that nothing of it is lost. */
export interface UpdateEffects {
  from: string;
  to: string;
  rules: RuleEffect[];
  findings: FindingEffect[];
  asked: AskedEffect[];
  limits: LimitEffect[];
  /** How many answers the bid holds; all are kept. */
  kept: number;
  /** Kept, but asked for no more. */
  unasked: { question: string; label: string }[];
  ready: { before: boolean; after: boolean };
}

/** The bid judged under both versions, and where the two differ. The bid itself is not changed. */
export function updateEffects(bid: Bid, [old, now]: [Scheme, Scheme], reference: Reference): UpdateEffects {
  const [before, after] = [assess(old, bid, reference).check, assess(now, bid, reference).check];
  const answered = Object.keys(bid.answers).filter((id) => isAnswered(bid, questionOf(old, id) ?? questionOf(now, id)));
  const gone = answered.filter((id) => questionOf(old, id) && !questionOf(now, id));
  return {
    from: old.version,
    to: now.version,
    rules: ruleEffects([old, before], [now, after]),
    findings: findingEffects(before, after),
    asked: askedEffects(bid, [old, before], [now, after]),
    limits: limitEffects([old, now], after),
    kept: answered.length,
    unasked: gone.map((id) => ({ question: id, label: questionOf(old, id)?.label ?? id })),
    ready: { before: before.ready, after: after.ready },
  };
}

/** Whether anything at all is different for the bid. */
export function hasEffects({ rules, findings, asked, limits }: UpdateEffects): boolean {
  return [rules, findings, asked, limits].some((list) => list.length > 0);
}

function isAnswered({ answers }: Bid, question: Question | undefined): boolean {
  if (!question) return false;
  const value = answers[question.id];
  // An answer of another kind cannot be asked whether it is empty, and is an answer.
  try {
    return !isEmpty(question, value);
  } catch {
    return true;
  }
}

type Checked = [Scheme, CheckResult];

/** A rule stands here if, and only if, its words or its outcome for this bid are not what they were. */
function ruleEffects(old: Checked, now: Checked): RuleEffect[] {
  const [before, after] = [ruleSides(old), ruleSides(now)];
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((rule) => ({ rule, before: before.get(rule), after: after.get(rule) }))
    .filter((one) => !isEqual(one.before, one.after));
}

function ruleSides([scheme, check]: Checked): Map<string, RuleSide> {
  const outcomes = new Map(check.rules.map((one) => [one.rule, one.outcome]));
  return new Map(scheme.rules.map(({ id, says }) => [id, { says, outcome: outcomes.get(id) ?? "cannot tell" }]));
}

function findingEffects(before: CheckResult, after: CheckResult): FindingEffect[] {
  const sides = (check: CheckResult) =>
    new Map(
      check.findings.map(({ id, says, severity, outcome, working }) => [id, { id, says, severity, outcome, working }]),
    );
  const [old, now] = [sides(before), sides(after)];
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((id) => ({ id, before: old.get(id), after: now.get(id) }))
    .filter((one) => !isEqual(one.before, one.after));
}

function askedEffects(bid: Bid, [old, before]: Checked, [now, after]: Checked): AskedEffect[] {
  const isAsked = (scheme: Scheme, check: CheckResult, id: string) =>
    questionOf(scheme, id) !== undefined && !check.hidden.includes(id);
  const ids = new Set([...questionsOf(now), ...questionsOf(old)].map((one) => one.id));
  return [...ids].flatMap((id): AskedEffect[] => {
    const [was, is] = [isAsked(old, before, id), isAsked(now, after, id)];
    if (was === is) return [];
    const question = questionOf(now, id) ?? questionOf(old, id);
    const given = { question: id, label: question?.label ?? id, answered: isAnswered(bid, question) };
    if (is) return [{ ...given, now: "asked" }];
    return [{ ...given, now: questionOf(now, id) ? "not asked" : "gone" }];
  });
}

/** Limits of the questions that this bid is asked. */
function limitEffects([old, now]: [Scheme, Scheme], after: CheckResult): LimitEffect[] {
  return questionsOf(now).flatMap((question): LimitEffect[] => {
    const was = questionOf(old, question.id);
    if (!was || after.hidden.includes(question.id)) return [];
    return questionSettings([old, was], [now, question])
      .filter(({ what }) => limitSettings.has(what.replace(/^Column “.*”: /, "")) || what === "Column")
      .map((one) => ({ ...one, question: question.id, label: question.label }));
  });
}
