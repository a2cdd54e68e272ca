import type { Field } from "../fields/registry.ts";
import { comparisons, referencesOf, type Condition, type Value } from "../rules/condition.ts";
import type { Rule, RuleExample } from "../rules/rule.ts";
import { workedExamples } from "./run-examples.ts";
import { questionOf, type Scheme } from "./scheme-schema.ts";

type Given = RuleExample["given"];

/**
 * Worked examples for a rule that has none: on each side of each edge, each choice, nothing given, and another strand.
 * What each comes out as is worked out, and is for the author to confirm. Rules on tables and on measures get none but
 * “nothing given”: their examples have to be written by hand.
 */
export function suggestExamples(scheme: Scheme, rule: Omit<Rule, "examples">): RuleExample[] {
  const where = strandIn(rule.applies);
  const here: Given = where === undefined ? {} : { strand: where };
  const cases: { name: string; given: Given }[] = [
    ...casesOf(scheme, rule.test).map(({ name, given }) => ({ name, given: { ...here, ...given } })),
    { name: "nothing given yet", given: here },
  ];
  const elsewhere = scheme.strands.find((strand) => strand.id !== where);
  const usual = cases[0];
  if (where !== undefined && elsewhere && usual) {
    cases.push({ name: "another strand", given: { ...usual.given, strand: elsewhere.id } });
  }
  const drafts = cases.map((one): RuleExample => ({ ...one, expect: "met" }));
  const outcomes = workedExamples(scheme, { ...rule, examples: drafts });
  return drafts.map((draft, index) => ({ ...draft, expect: outcomes[index]?.outcome ?? "cannot tell" }));
}

function strandIn(condition: Condition | undefined): string | undefined {
  if (!condition || !("field" in condition) || condition.field !== "strand" || !("is" in condition)) return undefined;
  return String(condition.is);
}

function casesOf(scheme: Scheme, test: Condition): { name: string; given: Given }[] {
  const [reference, ...others] = referencesOf(test).filter((one) => one.to === "field");
  const field = reference && questionOf(scheme, reference.id);
  if (!field || others.some((one) => one.id !== field.id)) return [];
  if ("answered" in test) return [{ name: "answered", given: { [field.id]: sampleOf(field) } }];
  if ("is" in test || "one-of" in test) return choiceCases(field);
  return limitsIn(test).flatMap((limit) => edgeCases(field, limit));
}

function sampleOf(field: Field): unknown {
  return field.kind === "short-text" || field.kind === "rich-text" ? "An answer." : undefined;
}

function choiceCases(field: Field): { name: string; given: Given }[] {
  if (field.kind === "yes-no") {
    return [true, false].map((yes) => ({ name: yes ? "yes" : "no", given: { [field.id]: yes } }));
  }
  if (field.kind !== "choice") return [];
  return field.choices.map(({ id, label }) => ({ name: label, given: { [field.id]: id } }));
}

/** The fixed limits of a comparison or a band. */
function limitsIn(test: Condition): Value[] {
  if ("between" in test) return [test.between.low, test.between.high];
  if (!("value" in test)) return [];
  return comparisons.flatMap((name) => test[name] ?? []);
}

function edgeCases(field: Field, limit: Value): { name: string; given: Given }[] {
  if (typeof limit === "number") {
    return [limit - 1, limit, limit + 1].map((amount) => ({ name: `${amount}`, given: { [field.id]: amount } }));
  }
  const day = typeof limit === "string" && field.kind === "date" ? Date.parse(limit) : Number.NaN;
  if (Number.isNaN(day)) return [];
  return [-1, 0, 1].map((step) => {
    const moved = new Date(day + step * 86_400_000).toISOString().slice(0, 10);
    return { name: moved, given: { [field.id]: moved } };
  });
}
