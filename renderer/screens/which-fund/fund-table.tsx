import type { FundScheme, WhichFund } from "../../../src/bids/which-fund.ts";
import { datesInWords, reasonInWords, strandPlace } from "./fund-facts.ts";
import { VerdictTag } from "./verdict-tag.tsx";

/** Every strand in one line, the most promising first. On a narrow window each line becomes a block. */
export function FundTable({ funds }: { funds: WhichFund }) {
  const schemes = new Map(funds.schemes.map((scheme) => [scheme.id, scheme]));
  return (
    <table className="govuk-table app-funds">
      <caption className="govuk-table__caption govuk-table__caption--m">Every strand of every scheme here</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {["Scheme and strand", "Verdict", "Why", "Dates"].map((column) => (
            <th key={column} scope="col" className="govuk-table__header">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {funds.strands.map((strand) => {
          const scheme = schemes.get(strand.scheme) as FundScheme;
          return (
            <tr key={strandPlace(strand)} className="govuk-table__row">
              <th scope="row" className="govuk-table__header app-funds__name">
                <StrandLink place={strandPlace(strand)} scheme={scheme.title} strand={strand.title} />
                {strand.own && <span className="app-quiet"> (this bid)</span>}
              </th>
              <td className="govuk-table__cell">
                <VerdictTag verdict={strand.verdict} />
              </td>
              <td className="govuk-table__cell">{reasonInWords(strand)}</td>
              <td className="govuk-table__cell">{datesInWords(scheme, funds.today)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Addresses after `#` are pages, so the way to a place on this page moves the focus there. */
function StrandLink({ place, scheme, strand }: { place: string; scheme: string; strand: string }) {
  const lead = () => {
    const heading = document.getElementById(place);
    heading?.focus();
    heading?.scrollIntoView({ block: "start" });
  };
  return (
    <>
      <button type="button" className="app-link-button app-funds__link" onClick={lead}>
        {strand}
      </button>
      <span className="app-funds__scheme">{scheme}</span>
    </>
  );
}
