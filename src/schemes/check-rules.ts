import { mayBlock, type Rule } from "../rules/rule.ts";
import { runExamples } from "./run-examples.ts";
import type { SchemeFault } from "./scheme-fault.ts";
import type { Scheme } from "./scheme-schema.ts";

/** What is wrong with a rule before any of its examples is run. */
export function ruleFaults(scheme: Scheme): SchemeFault[] {
  return scheme.rules.flatMap((rule, index) => {
    const part = { file: "rules.yaml", path: ["rules", index], subject: rule.id };
    const faults: SchemeFault[] = [];
    if (rule.severity === "blocker" && !mayBlock(rule.sources)) {
      const message = "a rule known only by inference or from memory may warn, but never block.";
      faults.push({ ...part, path: [...part.path, "severity"], message });
    }
    const lacking = lackingExamples(rule);
    if (lacking.length > 0) {
      const message = `has no example that is ${lacking.join(" or ")}.`;
      faults.push({ ...part, path: [...part.path, "examples"], message });
    }
    return faults;
  });
}

/** Without an example of each outcome nobody can see what the rule means, or that it can fail at all. */
function lackingExamples(rule: Rule): string[] {
  const seen = new Set<string>(rule.examples.map((example) => example.expect));
  const wanted = ["met", ...mayBeUnmet(rule), "cannot tell", ...(rule.applies ? ["does not apply"] : [])];
  return wanted.filter((outcome) => !seen.has(outcome));
}

/** A test that only asks for an answer is met or cannot be told. */
function mayBeUnmet(rule: Rule): string[] {
  return "answered" in rule.test ? [] : ["not met"];
}

/** Worked examples that give another result than they state. */
export function exampleFaults(scheme: Scheme): SchemeFault[] {
  return scheme.rules.flatMap((rule, index) =>
    runExamples(scheme, rule).map(({ position, message }) => {
      const name = rule.examples[position]?.name ?? "";
      const path = ["rules", index, "examples", position];
      return { file: "rules.yaml", path, subject: `${rule.id}, example “${name}”`, message };
    }),
  );
}
