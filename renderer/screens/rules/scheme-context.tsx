import type { Scheme } from "../../../src/schemes/scheme-schema.ts";
import { SourceList } from "../../components/source-list.tsx";

/** What is known of the scheme and cannot be tested, and what its sources do not say. */
export function SchemeContext({ scheme }: { scheme: Scheme }) {
  return (
    <>
      <h2 className="govuk-heading-m">Not published in the sources held</h2>
      <ul className="govuk-list govuk-list--bullet">
        {scheme["not-published"].map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">Known of the scheme, and not tested</h2>
      {scheme.context.map((fact) => (
        <article key={fact.register + fact.says} className="app-rule">
          <p className="app-finding__tags">
            <span className="app-quiet">{fact.register}</span>
          </p>
          <h3 className="app-finding__says">{fact.says}</h3>
          <p className="app-finding__line">Not tested: {fact["not-tested-because"]}</p>
          <SourceList sources={fact.sources} scheme={scheme} />
        </article>
      ))}
    </>
  );
}
