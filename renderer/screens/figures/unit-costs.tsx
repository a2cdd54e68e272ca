import { useState } from "react";
import type { HeldFigures } from "../../../src/contract/views.ts";
import { formatPence, poundsToPence } from "../../../src/money/pence.ts";
import { confidenceWords } from "../../../src/rules/rule.ts";
import { unitCostInWords, uprate } from "../../../src/schemes/reference-series.ts";
import { DataTable } from "../../components/data-table.tsx";
import { LabelledChoice } from "../../components/labelled-inputs.tsx";
import { firstIndex, yearOptions, type PriceIndexes } from "./index-years.ts";

interface UnitCostsProps {
  costs: HeldFigures["unitCosts"];
  indexes: PriceIndexes;
}

/** What one case of something costs, as published and at the prices of a year that the officer chooses. */
export function UnitCosts({ costs, indexes }: UnitCostsProps) {
  const index = firstIndex(indexes);
  const years = yearOptions(index);
  const [year, setYear] = useState(years.at(-1)?.id ?? "");
  const rows = costs.costs.map((one) => {
    const raised = uprate(poundsToPence(one.pounds), { from: one.prices, to: year }, index);
    return [
      one.title,
      unitCostInWords(one),
      <span key="prices" className="app-nowrap">
        {one.prices}
      </span>,
      raised.ok ? formatPence(raised.value.pence) : `no index is held for ${one.prices}`,
      one["borne-by"] ?? "",
    ];
  });
  return (
    <section className="app-figures__part" aria-labelledby="unit-costs">
      <h2 className="govuk-heading-m" id="unit-costs">
        Unit costs
      </h2>
      <LabelledChoice
        id="cost-year"
        label="Show them at the prices of"
        options={years}
        chosen={year}
        onChoose={setYear}
      />
      <DataTable
        caption="What one costs"
        columns={["What", "As published", "Prices of", `At the prices of ${year}`, "Borne by"]}
        rows={rows}
        words
      />
      <p className="govuk-body-s app-quiet app-measure-wide">
        Source: {costs.source} ({confidenceWords[costs.confidence]}). {costs.attribution}
      </p>
    </section>
  );
}
