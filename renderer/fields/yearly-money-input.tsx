import { yearlyMoney, type YearlyMoney } from "../../src/fields/kinds/yearly-money.ts";
import { useFieldServices } from "./field-services.ts";
import { readMoney } from "./read-typed.ts";
import { TypedInput } from "./typed-input.tsx";
import { poundsText, typedText } from "./typed-text.ts";
import type { WidgetProps } from "./widget-props.ts";
import { withYear } from "./with-year.ts";

/** One box for each year of the bid, with the total under them. Years outside the bid are shown so that they can be cleared. */
export function YearlyMoneyInput({ id, field, value, onChange, ...state }: WidgetProps<"yearly-money">) {
  const { years } = useFieldServices();
  const amounts = (value ?? {}) as YearlyMoney;
  const shown = [...new Set([...years, ...Object.keys(amounts)])].toSorted();
  return (
    <>
      <div className="app-year-grid">
        {shown.map((year, index) => {
          const own = index === 0 ? id : `${id}-${year}`;
          return (
            <div key={year}>
              <label className="govuk-label" htmlFor={own}>
                {year}
              </label>
              <TypedInput
                {...state}
                id={own}
                text={typedText(amounts[year], poundsText)}
                read={readMoney}
                onChange={(read, pace) => onChange(withYear(value, year, read), pace)}
                width="full"
                inputMode="decimal"
                prefix="£"
              />
            </div>
          );
        })}
      </div>
      <p className="govuk-body govuk-!-margin-top-2">
        Total: <strong>{yearlyMoney.text(amounts, field)}</strong>
      </p>
    </>
  );
}
