import type { Field } from "../fields/registry.ts";
import { isFinancialYear } from "../shared/dates.ts";
import type { SchemeFault } from "./scheme-fault.ts";
import { questionsOf, type Scheme } from "./scheme-schema.ts";

const file = "appraisal.yaml";

/** Whether the money model finds its tables, columns and questions in the form. */
export function appraisalFaults(scheme: Scheme): SchemeFault[] {
  const { appraisal } = scheme;
  const faults: SchemeFault[] = [];
  if (!isFinancialYear(appraisal.years.first)) {
    faults.push({ file, path: ["years", "first"], message: `“${appraisal.years.first}” is not a financial year.` });
  }
  const questions = new Map(questionsOf(scheme).map((question) => [question.id, question]));
  for (const name of ["costs", "savings", "funding"] as const) {
    const { table, ...columns } = appraisal[name];
    faults.push(...columnFaults(name, questions.get(table), columns));
  }
  const asked = appraisal["award-asked"];
  const wanted: [string[], string][] = [
    ...(asked === undefined ? [] : ([[["award-asked"], asked]] as [string[], string][])),
    ...Object.entries(appraisal.prices).map(([key, id]): [string[], string] => [["prices", key], id]),
  ];
  for (const [path, id] of wanted) {
    if (!questions.has(id)) faults.push({ file, path, message: `the question “${id}” is not there.` });
  }
  return faults;
}

function columnFaults(name: string, table: Field | undefined, wanted: Record<string, string>): SchemeFault[] {
  if (table?.kind !== "table") {
    return [{ file, path: [name, "table"], subject: name, message: "the table is not a table question of the form." }];
  }
  const held = new Set(table.columns.map((column) => column.id));
  return Object.entries(wanted)
    .filter(([, id]) => !held.has(id))
    .map(([key, id]) => ({ file, path: [name, key], subject: name, message: `${table.id} has no column “${id}”.` }));
}
