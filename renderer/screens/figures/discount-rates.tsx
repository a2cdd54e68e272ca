import type { HeldFigures } from "../../../src/contract/views.ts";
import { DataTable } from "../../components/data-table.tsx";
import { Details } from "../../components/details.tsx";

/** The editions of discount rates there are; each scheme pins one. */
export function DiscountRates({ discount }: { discount: HeldFigures["discount"] }) {
  return (
    <section className="app-figures__part" aria-labelledby="discount-rates">
      <h2 className="govuk-heading-m" id="discount-rates">
        Discount rates
      </h2>
      {discount.series.map((one) => (
        <Details key={`${one.id} ${one.edition}`} summary={one.title} whenOpened>
          <DataTable
            caption={one.title}
            columns={["Years from the base year", "Rate a year"]}
            rows={one.bands.map((band) => [`${band["from-year"]} to ${band["to-year"]}`, `${band.percent}%`])}
          />
          <p className="govuk-body-s app-quiet">Source: {one.source}</p>
        </Details>
      ))}
    </section>
  );
}
