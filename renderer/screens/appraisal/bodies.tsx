import type { Appraisal } from "../../../src/appraisal/appraise.ts";
import { formatPence } from "../../../src/money/pence.ts";
import { DataTable } from "../../components/data-table.tsx";

/** Who pays and who gains, body by body. */
export function Bodies({ appraisal }: { appraisal: Appraisal }) {
  if (appraisal.bodies.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Who pays and who gains</h2>
      <DataTable
        caption="Each body over all years"
        columns={["Body", "Bears costs of", "Gives", "Cashable savings", "Other savings", "Savings less costs"]}
        rows={appraisal.bodies.map(({ body, costs, gives, cashable, nonCashable, net }) => [
          body,
          ...[costs, gives, cashable, nonCashable, net].map(formatPence),
        ])}
      />
    </>
  );
}
