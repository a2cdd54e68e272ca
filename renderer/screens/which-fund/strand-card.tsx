import type { FundScheme, FundStrand } from "../../../src/bids/which-fund.ts";
import { addressWith } from "../../app/routes.ts";
import { Details } from "../../components/details.tsx";
import { answersInWords, datesInWords, strandPlace } from "./fund-facts.ts";
import { FundRule } from "./fund-rule.tsx";
import { RuleCounts } from "./rule-counts.tsx";
import { VerdictTag } from "./verdict-tag.tsx";

interface StrandCardProps {
  strand: FundStrand;
  scheme: FundScheme;
  today: string;
}

/** One strand in full: verdict, dates, the rules that decide it, and the way to a bid there. */
export function StrandCard({ strand, scheme, today }: StrandCardProps) {
  const place = strandPlace(strand);
  return (
    <article className="app-fund" aria-labelledby={place}>
      <p className="app-finding__tags">
        <VerdictTag verdict={strand.verdict} />
        <span className="app-quiet">{scheme.publisher}</span>
      </p>
      <h3 className="govuk-heading-m app-fund__title" id={place} tabIndex={-1}>
        <span className="govuk-caption-m">{scheme.title}</span>
        {strand.title}
      </h3>
      <p className="govuk-body">{strand.summary}</p>
      <p className={`govuk-body ${scheme.closed ? "app-fund__closed" : ""}`}>{datesInWords(scheme, today)}</p>
      {strand.failed.map((rule) => (
        <FundRule key={rule.finding.id} rule={rule} scheme={scheme} />
      ))}
      <Needed strand={strand} scheme={scheme} />
      <p className="govuk-body">{answersInWords(strand)}</p>
      {strand.yearsOutside.length > 0 && (
        <p className="govuk-body app-fund__closed">
          Amounts in {strand.yearsOutside.join(", ")} lie outside the years of this scheme, and no total here counts
          them.
        </p>
      )}
      <Details summary="Rules, counted">
        <RuleCounts counts={strand.counts} of={`${scheme.title}: ${strand.title}`} />
      </Details>
      {!strand.own && (
        <a
          className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
          href={addressWith("carry", { scheme: strand.scheme, strand: strand.strand })}
        >
          Start a bid here with these answers
          <span className="govuk-visually-hidden">
            : {scheme.title}, {strand.title}
          </span>
        </a>
      )}
    </article>
  );
}

/** A few questions are shown at once; many open on request. */
const few = 3;

function Needed({ strand: { needed, open }, scheme }: Pick<StrandCardProps, "strand" | "scheme">) {
  if (open.length === 0) return null;
  return (
    <>
      {needed.length <= few ? (
        <p className="govuk-body">To tell, answer: {needed.map((one) => one.label).join("; ")}.</p>
      ) : (
        <Details summary={`Answers needed to tell (${needed.length})`}>
          <ul className="govuk-list govuk-list--bullet">
            {needed.map((one) => (
              <li key={`${one.question ?? ""} ${one.column ?? ""} ${one.label}`}>{one.label}</li>
            ))}
          </ul>
        </Details>
      )}
      <Details summary={`Rules that cannot be told yet (${open.length})`}>
        {open.map((rule) => (
          <FundRule key={rule.finding.id} rule={rule} scheme={scheme} />
        ))}
      </Details>
    </>
  );
}
