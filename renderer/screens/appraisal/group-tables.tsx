import type { Appraisal, GroupTotals } from "../../../src/appraisal/appraise.ts";
import { formatPence, type Pence } from "../../../src/money/pence.ts";
import { DataTable } from "../../components/data-table.tsx";

/** Costs and savings by category and by body. */
export function GroupTables({ appraisal }: { appraisal: Appraisal }) {
  const { years, totals, costs, savings } = appraisal;
  const table = (
    caption: string,
    first: string,
    groups: readonly GroupTotals[],
    all: { byYear: readonly Pence[]; total: Pence },
  ) =>
    groups.length === 0 ? null : (
      <DataTable
        caption={caption}
        columns={[first, ...years, "All years"]}
        rows={[...groups.map((group) => [group.group, ...amounts(group)]), ["Total", ...amounts(all)]]}
        totals={1}
      />
    );
  const allCosts = { byYear: costs, total: totals.costs };
  const allSavings = { byYear: savings, total: totals.savings };
  return (
    <>
      {table("Costs by category", "Category", appraisal.costsByCategory, allCosts)}
      {table("Costs by body that bears them", "Body", appraisal.costsByBody, allCosts)}
      {table("Savings by category", "Category", appraisal.savingsByCategory, allSavings)}
      {table("Savings by body that gains them", "Body", appraisal.savingsByBody, allSavings)}
    </>
  );
}

function amounts({ byYear, total }: { byYear: readonly Pence[]; total: Pence }): string[] {
  return [...byYear, total].map(formatPence);
}
