import type { Rule } from "../rules/rule.ts";
import { conditionMutants } from "./mutate-condition.ts";
import { runExamples } from "./run-examples.ts";
import type { Scheme } from "./scheme-schema.ts";

/** How well a rule's worked examples hold it in place. */
export interface MutationScore {
  rule: string;
  /** Small changes of the rule that were tried. */
  tried: number;
  /** Changes that at least one example tells from the rule. */
  killed: number;
  /** Changes that no example can tell from the rule, with the reason the author gives. */
  accepted: { change: string; because: string }[];
  /** Changes that no example tells from the rule, and for which no reason is given: an example is missing. */
  survived: string[];
  /** Listed under `survives` though an example does tell them, or though there is no such change. */
  needless: string[];
}

/** Changes a rule in every small way a slip could, and sees whether a worked example fails. */
export function mutationTest(scheme: Scheme, rule: Rule): MutationScore {
  const mutants = mutantsOf(scheme, rule);
  const alive = mutants.filter((mutant) => !isKilled(scheme, mutant.to)).map((mutant) => mutant.change);
  const listed = rule.survives ?? [];
  return {
    rule: rule.id,
    tried: mutants.length,
    killed: mutants.length - alive.length,
    accepted: listed.filter(({ change }) => alive.includes(change)),
    survived: alive.filter((change) => !listed.some((one) => one.change === change)),
    needless: listed.filter(({ change }) => !alive.includes(change)).map(({ change }) => change),
  };
}

function mutantsOf(scheme: Scheme, rule: Rule): { change: string; to: Rule }[] {
  const tests = conditionMutants(scheme, rule.test).map(({ change, to }) => {
    return { change: `test: ${change}`, to: { ...rule, test: to } };
  });
  if (!rule.applies) return tests;
  const { applies, ...everywhere } = rule;
  const places = conditionMutants(scheme, applies).map(({ change, to }) => {
    return { change: `applies: ${change}`, to: { ...rule, applies: to } };
  });
  return [{ change: "applies: left out", to: everywhere }, ...places, ...tests];
}

/** A change that makes the rule fail to run is told from it as well. */
function isKilled(scheme: Scheme, changed: Rule): boolean {
  try {
    return runExamples(scheme, changed).length > 0;
  } catch {
    return true;
  }
}
