import { referencesOf, type Reference } from "../rules/condition.ts";
import type { Citation } from "../rules/rule.ts";
import { measures } from "./measures.ts";
import type { SchemeFault } from "./scheme-fault.ts";
import { questionsOf, type Question, type Scheme } from "./scheme-schema.ts";

type Path = SchemeFault["path"];

/** Where a part of a scheme stands in its folder. */
interface Part {
  file: string;
  path: Path;
  subject?: string;
}

/** Every question with its place in the folder. */
export function questionParts(scheme: Scheme): (Part & { question: Question })[] {
  return scheme.sections.flatMap((section) =>
    section.questions.map((question, index) => {
      return { question, file: `form/${section.id}.yaml`, path: ["questions", index], subject: question.id };
    }),
  );
}

/** Two things that go by one name. */
export function repeatedIds(scheme: Scheme): SchemeFault[] {
  const lists: Part[][] = [
    questionParts(scheme),
    scheme.rules.map((rule, index) => ({ file: "rules.yaml", path: ["rules", index], subject: rule.id })),
    ...(["strands", "documents"] as const).map((list) =>
      scheme[list].map((one, index) => ({ file: "scheme.yaml", path: [list, index], subject: one.id })),
    ),
  ];
  return lists.flatMap((parts) =>
    parts.flatMap(({ file, path, subject = "" }, index) =>
      parts.findIndex((other) => other.subject === subject) < index
        ? [{ file, path: [...path, "id"], message: `“${subject}” stands twice.` }]
        : [],
    ),
  );
}

interface Referring extends Part {
  reference: Reference;
}

function referring(part: Part, key: string, node: unknown): Referring[] {
  return referencesOf(node).map((reference) => ({ ...part, path: [...part.path, key, ...reference.path], reference }));
}

function everyReference(scheme: Scheme): Referring[] {
  const fromRules = scheme.rules.flatMap((rule, index): Referring[] => {
    const part = { file: "rules.yaml", path: ["rules", index], subject: rule.id };
    const about: Reference = { to: "field", id: rule.about, path: [] };
    return [
      { ...part, path: [...part.path, "about"], reference: about },
      ...referring(part, "applies", rule.applies),
      ...referring(part, "test", rule.test),
    ];
  });
  const fromForm = questionParts(scheme).flatMap(({ question, ...part }) => referring(part, "when", question.when));
  const fromPack = scheme.pack.declarations.flatMap(({ question }, index): Referring[] =>
    question === undefined
      ? []
      : [
          {
            file: "pack.yaml",
            path: ["declarations", index, "question"],
            reference: { to: "field", id: question, path: [] },
          },
        ],
  );
  return [...fromRules, ...fromForm, ...fromPack];
}

/** What a condition, a rule or a declaration refers to and the scheme does not hold. */
export function danglingReferences(scheme: Scheme): SchemeFault[] {
  const known = knownIds(scheme);
  return everyReference(scheme).flatMap(({ reference: { to, id }, ...part }) =>
    known[to].has(id) ? [] : [{ ...part, message: `refers to ${referenceWords[to]} “${id}”, which is not there.` }],
  );
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

/** Sources that are cited and not among the documents. */
export function citationFaults(scheme: Scheme): SchemeFault[] {
  const documents = new Set(scheme.documents.map((document) => document.id));
  return everyCitation(scheme).flatMap(({ citation, ...part }) =>
    documents.has(citation.document)
      ? []
      : [{ ...part, message: `cites “${citation.document}”, which is not among the documents of scheme.yaml.` }],
  );
}

/** Every citation of a scheme with its place. */
export function everyCitation(scheme: Scheme): (Part & { citation: Citation })[] {
  const cited: (Part & { sources: readonly Citation[] | undefined })[] = [
    ...scheme.rules.map((rule, index) => {
      return { file: "rules.yaml", path: ["rules", index], subject: rule.id, sources: rule.sources };
    }),
    ...Object.entries(scheme.figures).map(([id, { sources }]) => {
      return { file: "scheme.yaml", path: ["figures", id], subject: id, sources };
    }),
    ...Object.entries(scheme.tables).flatMap(([id, { rows }]) =>
      rows.map(({ key, sources }, index) => {
        return { file: "scheme.yaml", path: ["tables", id, "rows", index], subject: `${id}, ${key}`, sources };
      }),
    ),
    ...(["context", "outcomes", "dates"] as const).flatMap((list) =>
      scheme[list].map(({ sources }, index) => ({ file: "scheme.yaml", path: [list, index], sources })),
    ),
    ...questionParts(scheme).map(({ question, ...part }) => ({ ...part, sources: question.sources })),
    { file: "appraisal.yaml", path: [], sources: scheme.appraisal.sources },
    ...(["contents", "file-rules"] as const).flatMap((list) =>
      scheme.pack[list].map(({ sources }, index) => ({ file: "pack.yaml", path: [list, index], sources })),
    ),
  ];
  return cited.flatMap(({ sources = [], path, ...part }) =>
    sources.map((citation, index) => ({ ...part, path: [...path, "sources", index], citation })),
  );
}
