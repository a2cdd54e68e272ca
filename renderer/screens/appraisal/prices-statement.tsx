import { textOf } from "../../../src/fields/answer.ts";
import { questionOf } from "../../../src/schemes/scheme-schema.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { Details } from "../../components/details.tsx";
import { PlaceLink } from "../../components/place-link.tsx";

/** The two ids that the price basis of every scheme is made of. */
const basisWords: Readonly<Record<string, string>> = {
  real: "every amount in the prices of one year (real)",
  nominal: "every amount in the prices of its own year (nominal)",
};

/** Whose prices the figures are in; they are never mixed. */
export function PricesStatement({ bid }: { bid: BidSession }) {
  const { scheme, open } = bid;
  const { prices, notes } = scheme.appraisal;
  const basis = open.bid.answers[prices.basis];
  const said = (id: string) => {
    const question = questionOf(scheme, id);
    return question ? textOf(question, open.bid.answers[id]) : "";
  };
  const parts = [
    typeof basis === "string" ? basisWords[basis] : "",
    said(prices["base-year"]) && `base year ${said(prices["base-year"])}`,
  ];
  if (basis === "nominal") parts.push(said(prices.inflation) && `inflation ${said(prices.inflation)} a year`);
  const known = parts.filter(Boolean);
  return (
    <div className="app-measure-wide">
      <p className="govuk-body">
        <strong>Prices:</strong> {known.length === 0 ? "not stated yet" : known.join(", ")}.{" "}
        <PlaceLink scheme={scheme} place={{ question: prices.basis }}>
          {known.length === 0 ? "State the prices" : "Change the prices"}
        </PlaceLink>
      </p>
      {open.appraisal.notDiscountedBecause !== undefined && (
        <p className="govuk-inset-text">Present values are not worked out yet. {open.appraisal.notDiscountedBecause}</p>
      )}
      {notes.length > 0 && (
        <Details summary="How it is worked out">
          <ul className="govuk-list govuk-list--bullet">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}
