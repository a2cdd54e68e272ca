import { textOf } from "../fields/answer.ts";
import { confidenceOf, mayBlock, type Outcome, type Rule, type Severity } from "../rules/rule.ts";
import { judgeRule, type Judged, type RuleVerdict } from "../schemes/judge-rule.ts";
import { questionOf, type Scheme } from "../schemes/scheme-schema.ts";
import type { CheckResult, Finding, FindingPlace } from "./findings.ts";

/** One rule as it stands for one bid; without a finding where it is met or has nothing to say. */
export interface RuleStanding {
  rule: Rule;
  verdict: Pick<RuleVerdict, "outcome" | "working" | "missing">;
  finding: Finding | undefined;
}

/** Judges every rule of the scheme. A rule that fails to run is a blocker: it could not be worked out. */
export function judgeRules(judged: Judged): RuleStanding[] {
  const judgedOnce = onceOnly(judged);
  return judged.scheme.rules.map((rule) => {
    const verdict = verdictOf(judgedOnce, rule);
    return { rule, verdict, finding: findingOf(judged.scheme, rule, verdict) };
  });
}

/** What the rules say of a bid, for its check. */
export function ruleFindings(judged: Judged): { findings: Finding[]; outcomes: CheckResult["rules"] } {
  const standings = judgeRules(judged);
  return {
    findings: standings.flatMap(({ finding }) => finding ?? []),
    outcomes: standings.map(({ rule, verdict: { outcome, working } }) => ({ rule: rule.id, outcome, working })),
  };
}

/** The facts of the bid as it stands are drawn once for all rules. */
function onceOnly(judged: Judged): Judged {
  const facts = judged.factsFor(judged.answers);
  return { ...judged, factsFor: (answers) => (answers === judged.answers ? facts : judged.factsFor(answers)) };
}

function verdictOf(
  judged: Judged,
  rule: Rule,
): RuleVerdict | { outcome: "cannot tell"; working: string; missing: []; broken: true } {
  try {
    return judgeRule(judged, rule);
  } catch {
    return { outcome: "cannot tell", working: "This rule could not be worked out.", missing: [], broken: true };
  }
}

type Verdict = ReturnType<typeof verdictOf>;

function findingOf(scheme: Scheme, rule: Rule, verdict: Verdict): Finding | undefined {
  if (verdict.outcome === "met" || verdict.outcome === "does not apply") return undefined;
  const fix = fixWords(scheme, rule, verdict);
  const change = "change" in verdict ? verdict.change : undefined;
  const distance = "distance" in verdict ? verdict.distance : undefined;
  return {
    id: `rule:${rule.id}`,
    kind: "rule",
    severity: "broken" in verdict ? "blocker" : severityOf(rule, verdict.outcome),
    outcome: verdict.outcome,
    says: rule.says,
    working: verdict.working,
    ...(distance ? { distance } : {}),
    ...(fix ? { fix } : {}),
    ...(change ? { change } : {}),
    sources: rule.sources,
    confidence: confidenceOf(rule.sources),
    place: placeOf(rule, verdict),
  };
}

/** "Cannot tell" is not "yes": it blocks wherever the rule is more than advice and its source is good enough. */
function severityOf(rule: Rule, outcome: Outcome): Severity {
  if (outcome === "cannot tell" && rule.severity === "warning" && mayBlock(rule.sources)) return "blocker";
  return rule.severity;
}

function placeOf(rule: Rule, verdict: Verdict): FindingPlace {
  const missing = verdict.missing.find((one) => one.question !== undefined);
  if (!missing?.question) return { question: rule.about };
  return {
    question: missing.question,
    ...(missing.row === undefined ? {} : { row: missing.row }),
    ...(missing.column === undefined ? {} : { column: missing.column }),
  };
}

function fixWords(scheme: Scheme, rule: Rule, verdict: Verdict): string | undefined {
  if (verdict.outcome === "cannot tell") {
    const wanted = [...new Set(verdict.missing.map((one) => one.label))];
    return wanted.length > 0 ? `Needed first: ${wanted.join("; ")}.` : rule.advice;
  }
  const change = "change" in verdict ? verdict.change : undefined;
  const question = change && questionOf(scheme, change.question);
  if (!change || !question) return rule.advice;
  const proved = `Change “${question.label}” to ${textOf(question, change.value)}.`;
  return rule.advice ? `${proved} ${rule.advice}` : proved;
}
