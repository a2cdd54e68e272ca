import { severityHeadings } from "../../src/documents/findings-blocks.ts";
import { headlineFigures } from "../../src/documents/appraisal-working.ts";
import type { ExportedFile, SchemeSummary } from "../../src/contract/views.ts";
import { formatPence } from "../../src/money/pence.ts";
import { severities } from "../../src/rules/rule.ts";
import type { Session } from "../../src/services/bid-sessions.ts";
import { fileSize } from "../../src/fields/kinds/file.ts";

/** What a person reads on the command line; the same facts as `--json`, in words. */
export function schemesInWords(schemes: readonly SchemeSummary[]): string[] {
  return schemes.flatMap(({ id, title, version, publisher, strands, problems }) => [
    `${id}  ${title}${version === "" ? "" : ` (version ${version}, ${publisher})`}`,
    ...strands.map((strand) => `  ${strand.id}  ${strand.title}`),
    ...problems.map((problem) => `  cannot be used: ${problem}`),
  ]);
}

export function checkInWords({ bid, scheme, assessment: { check } }: Session): string[] {
  const counts = severities.map((severity) => {
    const count = check.findings.filter((finding) => finding.severity === severity).length;
    return `${severityHeadings[severity].toLowerCase()} ${count}`;
  });
  const lines = [
    `${bid.title} (${scheme.title})`,
    `${check.ready ? "Ready to send" : "Not ready to send"}: ${counts.join(", ")}`,
  ];
  for (const finding of check.findings) {
    lines.push("", `${finding.severity.toUpperCase()} ${finding.id}: ${finding.says}`);
    lines.push(`  ${finding.outcome}: ${finding.working}`);
    if (finding.distance !== undefined) lines.push(`  off by ${finding.distance}`);
    if (finding.fix !== undefined) lines.push(`  to put it right: ${finding.fix}`);
  }
  return lines;
}

export function appraisalInWords({ bid, assessment: { appraisal } }: Session): string[] {
  const figures = headlineFigures(appraisal);
  const rows = appraisal.years.map((year, index) => [
    year,
    ...[appraisal.costs, appraisal.savings, appraisal.net, appraisal.cumulative].map((amounts) =>
      formatPence(amounts[index] ?? 0),
    ),
  ]);
  return [
    bid.title,
    "",
    ...figures.flatMap(({ label, figure, working }) => [`${label}: ${figure}`, `  ${working}`]),
    "",
    ...inColumns([["Year", "Costs", "Savings", "Net", "Cumulative"], ...rows]),
  ];
}

/** First column to the left, amounts to the right. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "),
  );
}

export function packInWords({ folder, files }: { folder: string; files: readonly ExportedFile[] }): string[] {
  return [
    `Made in ${folder}:`,
    ...files.map(({ name, bytes, checked }) => `  ${name} (${fileSize(bytes)}): ${checked}`),
  ];
}
