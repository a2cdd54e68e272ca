import type { Finding } from "../../../src/bids/findings.ts";
import { isUnread } from "../../../src/fields/field.ts";
import type { GridColumn } from "./grid-columns.ts";

/** What the check says of a line, by the ids of its columns. */
export type LineProblems = ReadonlyMap<string, Finding>;

/** Findings by line and column. A wrong value comes before anything else said of the same cell. */
export function problemsByLine(findings: readonly Finding[]): ReadonlyMap<string, LineProblems> {
  const lines = new Map<string, Map<string, Finding>>();
  for (const finding of findings) {
    const { row, column } = finding.place;
    if (row === undefined || column === undefined) continue;
    const line = lines.get(row) ?? new Map<string, Finding>();
    if (!line.has(column) || finding.kind === "value") line.set(column, finding);
    lines.set(row, line);
  }
  return lines;
}

/** What stands against one cell. A problem with one year’s amount is said of that year only. */
export function cellProblem(
  column: GridColumn,
  value: unknown,
  problems: LineProblems | undefined,
): Finding | undefined {
  const finding = problems?.get(column.column.id);
  if (!finding || column.year === undefined) return finding;
  if (finding.kind !== "value") return column.leads ? finding : undefined;
  return isUnread(value) || finding.working.startsWith(`${column.year}:`) ? finding : undefined;
}

/** One text for all the problems of a line, so that a line is drawn again only when they change. */
export function problemsKey(problems: LineProblems | undefined): string {
  return problems ? [...problems.values()].map((finding) => finding.id + finding.working).join("|") : "";
}
