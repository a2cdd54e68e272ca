import { useState, type FormEvent } from "react";
import { parsePounds } from "../../../src/money/parse-pounds.ts";
import { uprate } from "../../../src/schemes/reference-series.ts";
import type { Result } from "../../../src/shared/result.ts";
import { LabelledChoice, LabelledText } from "../../components/labelled-inputs.tsx";
import { firstIndex, yearOptions, type PriceIndexes } from "./index-years.ts";

/** Brings one amount to another year’s prices, and says how. */
export function UprateForm({ indexes }: { indexes: PriceIndexes }) {
  const index = firstIndex(indexes);
  const years = yearOptions(index);
  const [typed, setTyped] = useState("");
  const [from, setFrom] = useState(years[0]?.id ?? "");
  const [to, setTo] = useState(years.at(-1)?.id ?? "");
  const [worked, setWorked] = useState<Result<string, string>>();
  const workOut = (event: FormEvent) => {
    event.preventDefault();
    const amount = parsePounds(typed);
    const raised = amount.ok ? uprate(amount.value, { from, to }, index) : amount;
    setWorked(raised.ok ? { ok: true, value: raised.value.working } : raised);
  };
  return (
    <form className="app-figures__part" noValidate onSubmit={workOut} aria-labelledby="uprate">
      <h2 className="govuk-heading-m" id="uprate">
        Bring an amount to another year’s prices
      </h2>
      <p className="govuk-body app-measure">
        By the {index.title}. A financial year counts as the year it begins in: for 2013-14 choose 2013.
      </p>
      <div className="app-figures__row">
        <LabelledText
          id="amount"
          label="Amount in pounds"
          problem={worked?.ok === false ? worked.error : undefined}
          short
          value={typed}
          onType={setTyped}
        />
        <LabelledChoice id="from-year" label="From the prices of" options={years} chosen={from} onChoose={setFrom} />
        <LabelledChoice id="to-year" label="To the prices of" options={years} chosen={to} onChoose={setTo} />
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Work it out
      </button>
      <div role="status">{worked?.ok && <p className="govuk-inset-text govuk-!-margin-top-0">{worked.value}</p>}</div>
      <p className="govuk-body-s app-quiet app-measure-wide">Source: {index.source}</p>
    </form>
  );
}
