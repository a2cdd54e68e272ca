import type { SchemeFault } from "./scheme-fault.ts";
import { questionsOf, type Scheme } from "./scheme-schema.ts";

/** More than any fund asks. Beyond it a check would keep an officer waiting. */
const most = {
  questions: 500,
  columns: 100,
  rules: 500,
  examples: 100,
  figures: 1000,
  rows: 5000,
  text: 10_000,
  guidance: 200_000,
};

/** Parts of a scheme there are too many of, and texts that are too long to be shown beside a question. */
export function sizeFaults(scheme: Scheme): SchemeFault[] {
  return [...countFaults(scheme), ...ruleCountFaults(scheme), ...textFaults(scheme)];
}

function tooMany(what: string, limit: number, count: number): string {
  return `holds ${count} ${what}; ${limit} is the most.`;
}

function countFaults(scheme: Scheme): SchemeFault[] {
  const questions = questionsOf(scheme).length;
  const { figures, tables } = scheme;
  const guidance = questionsOf(scheme).reduce((sum, question) => sum + (question.guidance ?? "").length, 0);
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows.length, 0);
  const counts: [string, string, keyof typeof most, number][] = [
    ["scheme.yaml", "questions in all its sections", "questions", questions],
    ["scheme.yaml", "figures", "figures", Object.keys(figures).length],
    ["scheme.yaml", "lines in all its tables", "rows", rows],
    ["rules.yaml", "rules", "rules", scheme.rules.length],
    ["scheme.yaml", "characters of guidance in all its sections", "guidance", guidance],
  ];
  return counts.flatMap(([file, what, limit, count]) =>
    count > most[limit] ? [{ file, path: [], message: tooMany(what, most[limit], count) }] : [],
  );
}

function ruleCountFaults(scheme: Scheme): SchemeFault[] {
  return scheme.rules.flatMap(({ id, examples }, index) =>
    examples.length > most.examples
      ? [
          {
            file: "rules.yaml",
            path: ["rules", index, "examples"],
            subject: id,
            message: tooMany("examples", most.examples, examples.length),
          },
        ]
      : [],
  );
}

function textFaults(scheme: Scheme): SchemeFault[] {
  return scheme.sections.flatMap((section) =>
    section.questions.flatMap((question, index): SchemeFault[] => {
      const part = { file: `form/${section.id}.yaml`, path: ["questions", index], subject: question.id };
      const { guidance = "" } = question;
      const columns = question.kind === "table" ? question.columns.length : 0;
      return [
        ...(guidance.length > most.text
          ? [
              {
                ...part,
                path: [...part.path, "guidance"],
                message: `the guidance is ${guidance.length} characters long; ${most.text} is the most.`,
              },
            ]
          : []),
        ...(columns > most.columns
          ? [{ ...part, path: [...part.path, "columns"], message: tooMany("columns", most.columns, columns) }]
          : []),
      ];
    }),
  );
}
