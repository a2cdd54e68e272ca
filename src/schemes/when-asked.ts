import { referencesOf } from "../rules/condition.ts";
import { questionParts } from "./check-references.ts";
import type { SchemeFault } from "./scheme-fault.ts";
import type { Scheme } from "./scheme-schema.ts";

/** Questions that are asked by what the appraisal says: it leaves out what is not asked, so neither could come first. */
export function questionsAskedByMoney(scheme: Scheme): SchemeFault[] {
  return questionParts(scheme).flatMap(({ question, file, path, subject = "" }) =>
    referencesOf(question.when)
      .filter(({ to }) => to === "measure")
      .map((one) => {
        const message = `asks the measure “${one.id}”. Whether a question is asked may hang on answers and figures alone.`;
        return { file, path: [...path, "when", ...one.path], subject, message };
      }),
  );
}

/** Questions whose conditions lead back to themselves. */
export function circularQuestions(scheme: Scheme): SchemeFault[] {
  const parts = questionParts(scheme);
  const leadsTo = new Map(
    parts.map(({ question }) => [question.id, referencesOf(question.when).map((one) => one.id)] as const),
  );
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    (leadsTo.get(from) ?? []).some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, goal, seen);
    });
  return parts
    .filter(({ question }) => reaches(question.id, question.id, new Set()))
    .map(({ file, path, subject = "" }) => {
      return { file, path: [...path, "when"], subject, message: "whether it is asked depends on itself." };
    });
}
