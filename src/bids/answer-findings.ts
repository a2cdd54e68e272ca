import { isEmpty, problemOf, rowName } from "../fields/answer.ts";
import type { Row } from "../fields/kinds/table.ts";
import type { Field, FieldOf } from "../fields/registry.ts";
import type { Question } from "../schemes/scheme-schema.ts";
import type { Finding, FindingPlace } from "./findings.ts";

/** What the questions themselves want: answers that are required, and values that can stand. */
export function answerFindings(shown: readonly Question[], answers: Readonly<Record<string, unknown>>): Finding[] {
  return shown.flatMap((question) => {
    const value = answers[question.id];
    const own = fieldFindings({ field: question, value, name: question.label, place: { question: question.id } });
    return question.kind === "table" && Array.isArray(value)
      ? [...own, ...tableFindings(question, value as Row[])]
      : own;
  });
}

interface Asked {
  field: Field;
  value: unknown;
  /** How findings name it: the question, or the line and column. */
  name: string;
  place: FindingPlace;
}

function fieldFindings({ field, value, name, place }: Asked): Finding[] {
  if (isEmpty(field, value)) return field.required ? [requiredFinding(name, place)] : [];
  const problem = problemOf(field, value);
  return problem === undefined ? [] : [valueFinding(name, place, problem)];
}

function idOf(kind: string, place: FindingPlace): string {
  return `${kind}:${[place.question, place.row, place.column].filter((part) => part !== undefined).join(".")}`;
}

function requiredFinding(name: string, place: FindingPlace): Finding {
  return {
    id: idOf("required", place),
    kind: "required",
    severity: "blocker",
    outcome: "cannot tell",
    says: `${name}: an answer is needed.`,
    working: "Not answered yet.",
    fix: "Answer the question.",
    sources: [],
    place,
  };
}

function valueFinding(name: string, place: FindingPlace, problem: string): Finding {
  return {
    id: idOf("value", place),
    kind: "value",
    severity: "blocker",
    outcome: "not met",
    says: `${name}: the answer cannot stand as it is.`,
    working: problem,
    sources: [],
    place,
  };
}

const rowFindings = new WeakMap<Row, { table: FieldOf<"table">; position: number; findings: Finding[] }>();

/** Lines that did not change since the last check are not looked at again. */
function tableFindings(table: FieldOf<"table">, rows: readonly Row[]): Finding[] {
  return rows.flatMap((row, position) => {
    const held = rowFindings.get(row);
    if (held && held.table === table && held.position === position) return held.findings;
    const name = rowName(table, row, position);
    const findings = table.columns.flatMap((column) =>
      fieldFindings({
        field: column,
        value: row.cells[column.id],
        name: `${table.label}, ${name}: ${column.label}`,
        place: { question: table.id, row: row.id, column: column.id },
      }),
    );
    rowFindings.set(row, { table, position, findings });
    return findings;
  });
}
