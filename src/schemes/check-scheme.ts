import type { Field } from "../fields/registry.ts";
import { referencesOf, type Reference } from "../rules/condition.ts";
import { mayBlock, type Citation, type Rule } from "../rules/rule.ts";
import { isFinancialYear } from "../shared/dates.ts";
import { measures } from "./measures.ts";
import { runExamples } from "./run-examples.ts";
import { questionsOf, type Scheme } from "./scheme-schema.ts";

/** Everything that is wrong with a scheme, in plain sentences; none means it can be used. */
export function checkScheme(scheme: Scheme): string[] {
  const faults = [
    ...repeatedIds(scheme),
    ...danglingReferences(scheme),
    ...citationFaults(scheme),
    ...appraisalFaults(scheme),
    ...scheme.rules.flatMap(ruleFaults),
    ...circularQuestions(scheme),
  ];
  return faults.length > 0 ? faults : scheme.rules.flatMap((rule) => runExamples(scheme, rule));
}

function repeatedIds(scheme: Scheme): string[] {
  const lists: [string, string[]][] = [
    ["form", questionsOf(scheme).map((question) => question.id)],
    ["rules.yaml", scheme.rules.map((rule) => rule.id)],
    ["scheme.yaml, strands", scheme.strands.map((strand) => strand.id)],
    ["scheme.yaml, documents", scheme.documents.map((document) => document.id)],
  ];
  return lists.flatMap(([where, ids]) => {
    const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
    return [...twice].map((id) => `${where}: “${id}” stands twice.`);
  });
}

function danglingReferences(scheme: Scheme): string[] {
  const fromRules = scheme.rules.flatMap((rule) =>
    [{ to: "field", id: rule.about } as Reference, ...referencesOf([rule.applies, rule.test])].map(
      (one) => [`rules.yaml, ${rule.id}`, one] as const,
    ),
  );
  const fromForm = scheme.sections.flatMap((section) =>
    section.questions.flatMap((question) =>
      referencesOf(question.when).map((one) => [`form/${section.id}.yaml, ${question.id}`, one] as const),
    ),
  );
  const known = knownIds(scheme);
  return [...fromRules, ...fromForm]
    .filter(([, { to, id }]) => !known[to].has(id))
    .map(([where, { to, id }]) => `${where}: refers to ${referenceWords[to]} “${id}”, which is not there.`);
}

const referenceWords: Record<Reference["to"], string> = {
  field: "the question",
  column: "the column",
  figure: "the figure",
  measure: "the measure",
  table: "the table question",
  lookup: "the table",
};

function knownIds(scheme: Scheme): Record<Reference["to"], Set<string>> {
  const questions = questionsOf(scheme);
  const tables = questions.filter((question) => question.kind === "table");
  const lookups = Object.entries(scheme.tables);
  const columns = tables.flatMap((table) => table.columns.map((column) => column.id));
  return {
    field: new Set(["strand", ...questions.map((question) => question.id)]),
    column: new Set([...columns, ...lookups.flatMap(([, table]) => Object.keys(table.columns))]),
    figure: new Set(Object.keys(scheme.figures)),
    measure: new Set(Object.keys(measures)),
    table: new Set(tables.map((table) => table.id)),
    lookup: new Set(lookups.map(([id]) => id)),
  };
}

function citationFaults(scheme: Scheme): string[] {
  const documents = new Set(scheme.documents.map((document) => document.id));
  const cited: [string, Citation[]][] = [
    ...scheme.rules.map((rule): [string, Citation[]] => [`rules.yaml, ${rule.id}`, rule.sources]),
    ...Object.entries(scheme.figures).map(([id, figure]): [string, Citation[]] => [
      `scheme.yaml, figure ${id}`,
      figure.sources,
    ]),
    ...scheme.context.map((one): [string, Citation[]] => [`scheme.yaml, context ${one.register}`, one.sources]),
    ...questionsOf(scheme).map((one): [string, Citation[]] => [`form, ${one.id}`, one.sources ?? []]),
  ];
  return cited.flatMap(([where, sources]) =>
    sources
      .filter((source) => !documents.has(source.document))
      .map((source) => `${where}: cites “${source.document}”, which is not among the documents of scheme.yaml.`),
  );
}

function ruleFaults(rule: Rule): string[] {
  const where = `rules.yaml, ${rule.id}`;
  const faults: string[] = [];
  if (rule.severity === "blocker" && !mayBlock(rule.sources)) {
    faults.push(`${where}: a rule known only by inference or from memory may warn, but never block.`);
  }
  const seen = new Set(rule.examples.map((example) => example.expect));
  const wanted = [
    "met",
    ...mayBeUnmet(rule),
    "cannot tell",
    ...(rule.applies ? ["does not apply" as const] : []),
  ] as const;
  const lacking = wanted.filter((outcome) => !seen.has(outcome));
  if (lacking.length > 0) faults.push(`${where}: has no example that is ${lacking.join(" or ")}.`);
  return faults;
}

/** A test that only asks for an answer is met or cannot be told. */
function mayBeUnmet(rule: Rule): ["not met"] | [] {
  return "answered" in rule.test ? [] : ["not met"];
}

function appraisalFaults(scheme: Scheme): string[] {
  const { appraisal } = scheme;
  const faults = isFinancialYear(appraisal.years.first)
    ? []
    : [`appraisal.yaml: “${appraisal.years.first}” is not a financial year.`];
  const questions = new Map(questionsOf(scheme).map((question) => [question.id, question]));
  for (const name of ["costs", "savings", "funding"] as const) {
    const { table, ...columns } = appraisal[name];
    faults.push(...columnFaults(name, questions.get(table), Object.values(columns)));
  }
  for (const id of [appraisal["award-asked"], ...Object.values(appraisal.prices)]) {
    if (!questions.has(id)) faults.push(`appraisal.yaml: the question “${id}” is not there.`);
  }
  return faults;
}

function columnFaults(name: string, table: Field | undefined, wanted: string[]): string[] {
  if (table?.kind !== "table") return [`appraisal.yaml, ${name}: the table is not a table question of the form.`];
  const held = new Set(table.columns.map((column) => column.id));
  return wanted
    .filter((id) => !held.has(id))
    .map((id) => `appraisal.yaml, ${name}: ${table.id} has no column “${id}”.`);
}

/** Questions whose conditions lead back to themselves. */
function circularQuestions(scheme: Scheme): string[] {
  const leadsTo = new Map(
    questionsOf(scheme).map((question) => [question.id, referencesOf(question.when).map((one) => one.id)] as const),
  );
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    (leadsTo.get(from) ?? []).some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, goal, seen);
    });
  return [...leadsTo.keys()]
    .filter((id) => reaches(id, id, new Set()))
    .map((id) => `form, ${id}: whether it is asked depends on itself.`);
}
