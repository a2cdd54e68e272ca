import { referencesOf } from "../rules/condition.ts";
import { everyCitation, questionParts } from "./check-references.ts";
import type { SchemeFault } from "./scheme-fault.ts";
import type { Scheme } from "./scheme-schema.ts";

/** Parts of a scheme that nothing uses. They do no harm, and are often what is left of a slip. */
export function unusedParts(scheme: Scheme): SchemeFault[] {
  return [...unusedQuestions(scheme), ...unusedFigures(scheme), ...uncitedDocuments(scheme)];
}

function unusedQuestions(scheme: Scheme): SchemeFault[] {
  const used = new Set([...referredTo(scheme), ...appraisalQuestions(scheme)]);
  for (const { question } of scheme.pack.declarations) if (question !== undefined) used.add(question);
  return questionParts(scheme).flatMap(({ question, file, path, subject }) => {
    if (used.has(question.id) || question.required || question.sources || question.guidance !== undefined) return [];
    const message =
      "nothing uses this question: it is not required, stands in no rule, and has no source and no guidance.";
    return [{ file, path, subject: subject ?? question.id, message }];
  });
}

function referredTo(scheme: Scheme): string[] {
  const conditions = [
    ...scheme.rules.flatMap((rule) => [rule.applies, rule.test]),
    ...questionParts(scheme).map(({ question }) => question.when),
  ];
  const referred = referencesOf(conditions).map((one) => one.id);
  return [...referred, ...scheme.rules.map((rule) => rule.about)];
}

function appraisalQuestions({ appraisal }: Scheme): string[] {
  const tables = [appraisal.costs.table, appraisal.savings.table, appraisal.funding.table];
  return [...tables, ...Object.values(appraisal.prices), appraisal["award-asked"] ?? ""];
}

function unusedFigures(scheme: Scheme): SchemeFault[] {
  const used = new Set(referredTo(scheme));
  return (["figures", "tables"] as const).flatMap((list) =>
    Object.keys(scheme[list])
      .filter((id) => !used.has(id) && !scheme.uses.includes(id))
      .map((id) => ({ file: "scheme.yaml", path: [list, id], subject: id, message: "no rule uses it." })),
  );
}

function uncitedDocuments(scheme: Scheme): SchemeFault[] {
  const cited = new Set(everyCitation(scheme).map(({ citation }) => citation.document));
  return scheme.documents.flatMap(({ id }, index) =>
    cited.has(id)
      ? []
      : [{ file: "scheme.yaml", path: ["documents", index], subject: id, message: "nothing cites it." }],
  );
}
