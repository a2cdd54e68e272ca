import { confidenceWords, type Citation } from "../../src/rules/rule.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { longDate } from "../../src/shared/dates.ts";

/** Where a rule or figure comes from, and how sure that source is. */
export function SourceList({ sources, scheme }: { sources: readonly Citation[]; scheme: Pick<Scheme, "documents"> }) {
  return (
    <ul className="govuk-list govuk-list--bullet app-sources">
      {sources.map((source) => {
        const document = scheme.documents.find((one) => one.id === source.document);
        return (
          <li key={`${source.document} ${source.place ?? ""}`}>
            {document?.title ?? source.document}
            {document?.date === undefined ? "" : `, ${longDate(document.date)}`}
            {source.place === undefined ? "" : `, ${source.place}`}{" "}
            <span className="app-quiet">({confidenceWords[source.confidence]})</span>
          </li>
        );
      })}
    </ul>
  );
}
