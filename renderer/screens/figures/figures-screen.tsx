import { useCallback } from "react";
import { useApi } from "../../app/api.ts";
import { addressOf } from "../../app/routes.ts";
import { useReply } from "../../app/use-reply.ts";
import { Replies } from "../../components/replies.tsx";
import { DiscountRates } from "./discount-rates.tsx";
import { LimitTables } from "./limit-tables.tsx";
import { UnitCosts } from "./unit-costs.tsx";
import { UprateForm } from "./uprate-form.tsx";
import { WorkingDays } from "./working-days.tsx";

/** The dated figures that hold for every scheme, where each comes from, and what can be worked out with them. */
export function FiguresScreen({ back }: { back: "start" | "appraisal" }) {
  const api = useApi();
  const figures = useReply(useCallback(() => api.heldFigures({}), [api]));
  return (
    <>
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf(back)}>
        {back === "start" ? "Start page" : "The money"}
      </a>
      <h1 className="govuk-heading-l">Figures that schemes share</h1>
      <p className="govuk-body app-measure">
        Prices, rates and limits with their sources. A year that is not held is never filled in with the nearest one.
      </p>
      <Replies of={[figures]} waiting="Reading the figures…" />
      {figures.state === "ready" && (
        <>
          <UprateForm indexes={figures.value.priceIndexes} />
          <UnitCosts costs={figures.value.unitCosts} indexes={figures.value.priceIndexes} />
          <WorkingDays holidays={figures.value.bankHolidays} />
          <LimitTables shared={figures.value.shared} />
          <DiscountRates discount={figures.value.discount} />
        </>
      )}
    </>
  );
}
