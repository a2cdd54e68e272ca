import type { RuleCounts as Counts } from "../../../src/bids/which-fund.ts";
import { severities, type Severity } from "../../../src/rules/rule.ts";
import { DataTable } from "../../components/data-table.tsx";

const names: Record<Severity, string> = { blocker: "Blockers", warning: "Warnings", advice: "Advice" };

/** How the strand's rules stand, by how much they weigh. */
export function RuleCounts({ counts, of }: { counts: Counts; of: string }) {
  return (
    <DataTable
      caption={`Rules of ${of}`}
      columns={["Rules", "Met", "Not met", "Cannot tell", "Do not apply"]}
      rows={severities.map((severity) => {
        const { met, "not met": notMet, "cannot tell": open, "does not apply": apart } = counts[severity];
        return [names[severity], met, notMet, open, apart];
      })}
    />
  );
}
