import type { SchemeSummary } from "../../../src/contract/views.ts";
import { AskFirst } from "../../components/ask-first.tsx";

interface SchemeListProps {
  schemes: readonly SchemeSummary[];
  onRemove(scheme: SchemeSummary): void;
}

/** Every scheme with its version, its publisher, whose it is, and what is wrong with it. */
export function SchemeList({ schemes, onRemove }: SchemeListProps) {
  return (
    <section aria-labelledby="schemes-here">
      <h2 className="govuk-heading-m" id="schemes-here">
        Schemes that are here
      </h2>
      {schemes.map((scheme) => (
        <SchemeItem key={scheme.id} scheme={scheme} onRemove={() => onRemove(scheme)} />
      ))}
    </section>
  );
}

function SchemeItem({ scheme, onRemove }: { scheme: SchemeSummary; onRemove(): void }) {
  const { id, title, version, publisher, summary, problems, own } = scheme;
  const facts = [version === "" ? "" : `version ${version}`, publisher, id].filter((fact) => fact !== "");
  return (
    <article className="app-scheme">
      <p className="app-finding__tags">
        <strong className={`govuk-tag govuk-tag--${own ? "blue" : "grey"}`}>{own ? "Added by you" : "Built in"}</strong>
        {problems.length > 0 && <strong className="govuk-tag govuk-tag--red">Cannot be used</strong>}
      </p>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
      <p className="govuk-body-s app-quiet app-wrap">{facts.join(", ")}</p>
      {summary !== "" && <p className="govuk-body app-measure">{summary}</p>}
      {problems.length > 0 && <FaultList faults={problems} />}
      {own && (
        <AskFirst
          name="Take away"
          question={`Take away ${title}? Bids of it cannot be opened until it is put back.`}
          yes="Yes, take it away"
          about={title}
          quiet
          onYes={onRemove}
        />
      )}
    </article>
  );
}

/** More would not help: the first faults are what has to be mended first. */
const mostShown = 50;

/** What is wrong with a scheme, each with its file and line. */
export function FaultList({ faults }: { faults: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet app-wrap">
      {faults.slice(0, mostShown).map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
      {faults.length > mostShown && <li>And {faults.length - mostShown} more.</li>}
    </ul>
  );
}
