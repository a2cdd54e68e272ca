import { parsePounds } from "../money/parse-pounds.ts";
import { isEmpty, titleOf } from "./answer.ts";
import { isUnread } from "./field.ts";
import type { Row } from "./kinds/table.ts";
import { kindOf, type Column, type Field, type FieldOf, type KindName } from "./registry.ts";

/** Something in an answers file that cannot be an answer, with where it stands below the question. */
interface WrittenProblem {
  path: (string | number)[];
  message: string;
}

export type ReadAnswer = { value: unknown; problems: WrittenProblem[] };

const typedAsText: ReadonlySet<KindName> = new Set(["number", "percentage"]);

/** Reads what a person wrote for a question. Amounts are in pounds; `null` and nothing are "not answered". */
export function readWritten(field: Field, written: unknown): ReadAnswer {
  if (written === null || written === undefined) return { value: undefined, problems: [] };
  if (field.kind === "table") return readRows(field, written);
  const typed = typeof written === "string" ? readTyped(field, written) : undefined;
  const value = typed ?? kindOf(field.kind).read(written, field);
  if (value !== undefined) return { value, problems: [] };
  return { value: undefined, problems: [{ path: [], message: `is not ${titleOf(field.kind)}` }] };
}

/** Text where an amount or a number belongs: read where it can be, kept as it is where it cannot. */
function readTyped(field: Column, text: string): unknown {
  if (field.kind === "money") {
    const parsed = parsePounds(text);
    return parsed.ok ? parsed.value : { unread: text };
  }
  if (field.kind === "moment") return kindOf("moment").read(text, field) ?? { unread: text };
  if (!typedAsText.has(field.kind)) return undefined;
  const parsed = text.trim() === "" ? Number.NaN : Number(text.replace(/%$/, "").replaceAll(",", ""));
  return Number.isFinite(parsed) ? parsed : { unread: text };
}

function readRows(field: FieldOf<"table">, written: unknown): ReadAnswer {
  if (!Array.isArray(written)) return { value: undefined, problems: [{ path: [], message: "is not a list of lines" }] };
  const rows = written.map((line, index) => readRow(field, line, index));
  const problems = rows.flatMap((row) => row.problems);
  const ids = rows.map((row) => row.value.id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice !== -1) problems.push({ path: [twice, "id"], message: `“${ids[twice] ?? ""}” is the id of two lines` });
  return { value: rows.length === 0 ? undefined : rows.map((row) => row.value), problems };
}

function readRow(field: FieldOf<"table">, line: unknown, index: number): { value: Row; problems: WrittenProblem[] } {
  if (typeof line !== "object" || line === null || Array.isArray(line)) {
    return { value: { id: `line-${index + 1}`, cells: {} }, problems: [{ path: [index], message: "is not a line" }] };
  }
  const { id, ...written } = line as Record<string, unknown>;
  const problems: WrittenProblem[] = [];
  const cells: Record<string, unknown> = {};
  for (const [name, cell] of Object.entries(written)) {
    const column = field.columns.find((one) => one.id === name);
    const read = column ? readWritten(column, cell) : { value: undefined, problems: [noColumn(field)] };
    problems.push(...read.problems.map((one) => ({ ...one, path: [index, name, ...one.path] })));
    if (read.value !== undefined) cells[name] = read.value;
  }
  return { value: { id: typeof id === "string" ? id : `line-${index + 1}`, cells }, problems };
}

function noColumn(field: FieldOf<"table">): WrittenProblem {
  return { path: [], message: `is no column here; the columns are ${field.columns.map((one) => one.id).join(", ")}` };
}

/** The reverse of {@link readWritten}; `undefined` where there is nothing to write. */
export function writeWritten(field: Field, value: unknown): unknown {
  if (isEmpty(field, value)) return undefined;
  if (isUnread(value)) return value.unread;
  if (field.kind !== "table") return kindOf(field.kind).write(value, field);
  return (value as Row[]).map((row) => ({
    id: row.id,
    ...Object.fromEntries(
      field.columns.flatMap((column) => {
        const written = writeWritten(column, row.cells[column.id]);
        return written === undefined ? [] : [[column.id, written] as const];
      }),
    ),
  }));
}
