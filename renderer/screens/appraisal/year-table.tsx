import type { Appraisal } from "../../../src/appraisal/appraise.ts";
import { formatPence, sumPence, type Pence } from "../../../src/money/pence.ts";
import { DataTable } from "../../components/data-table.tsx";

/** Every yearly series of the appraisal; those that run on have no total. */
export function YearTable({ appraisal }: { appraisal: Appraisal }) {
  const { years, discounted } = appraisal;
  const series = (name: string, amounts: readonly Pence[]) => [
    name,
    ...amounts.map(formatPence),
    formatPence(sumPence(amounts)),
  ];
  const running = (name: string, amounts: readonly Pence[]) => [name, ...amounts.map(formatPence), ""];
  const rows = [
    series("Costs", appraisal.costs),
    series("Savings", appraisal.savings),
    series("of which cashable", appraisal.cashableSavings),
    series("Funding", appraisal.funding),
    series("Net saving", appraisal.net),
    running("Net saving so far", appraisal.cumulative),
    ...(discounted
      ? [
          ["Discount factor", ...discounted.factors.map((factor) => factor.toFixed(4)), ""],
          series("Costs, present value", discounted.costs),
          series("Savings, present value", discounted.savings),
          series("Net saving, present value", discounted.net),
          running("Net saving so far, present value", discounted.cumulative),
        ]
      : []),
  ];
  return <DataTable caption="By year" columns={["Figure", ...years, "All years"]} rows={rows} />;
}
