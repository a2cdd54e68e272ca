import { useMemo } from "react";
import type { Rule } from "../../../src/rules/rule.ts";
import { conditionInWords } from "../../../src/rules/condition-words.ts";
import { partNamesOf } from "../../../src/schemes/part-names.ts";
import { workedExamples, type WorkedExample } from "../../../src/schemes/run-examples.ts";
import type { Scheme } from "../../../src/schemes/scheme-schema.ts";
import { DataTable } from "../../components/data-table.tsx";

/** A rule as a decision table: what is given in each worked example, and what the rule then says. */
export function DecisionTable({ scheme, rule }: { scheme: Scheme; rule: Rule }) {
  const examples = useMemo(() => workedExamples(scheme, rule), [scheme, rule]);
  const names = partNamesOf(scheme);
  const questions = questionsGiven(examples);
  return (
    <>
      <p className="govuk-body-s">
        {rule.applies ? `Applies where ${conditionInWords(rule.applies, names)}. ` : ""}
        Met where {conditionInWords(rule.test, names)}.
      </p>
      <DataTable
        caption={`Worked examples: ${rule.says}`}
        words
        columns={["Example", ...questions.map(({ label }) => label), "Outcome", "Working"]}
        rows={examples.map((example) => [
          example.name,
          ...questions.map(({ id }) => example.given.find((one) => one.question === id)?.text ?? "not given"),
          example.outcome,
          example.fix === undefined ? example.working : `${example.working} Nearest change: ${example.fix}.`,
        ])}
      />
    </>
  );
}

function questionsGiven(examples: readonly WorkedExample[]): { id: string; label: string }[] {
  const all = examples.flatMap(({ given }) => given.map(({ question, label }) => [question, label] as const));
  return [...new Map(all)].map(([id, label]) => ({ id, label }));
}
