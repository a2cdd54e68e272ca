import type { KeptSchemeView } from "../../../src/contract/views.ts";
import { longDate } from "../../../src/shared/dates.ts";

interface KeptListProps {
  kept: readonly KeptSchemeView[];
  onLook(kept: KeptSchemeView): void;
}

/** Versions that were replaced or taken away. Each is looked at, like one that is new, before it is put back. */
export function KeptList({ kept, onLook }: KeptListProps) {
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby="schemes-kept">
      <h2 className="govuk-heading-m" id="schemes-kept">
        Earlier versions that are kept
      </h2>
      <ul className="govuk-list app-wrap">
        {kept.map((one) => (
          <li key={`${one.id} ${one.version}`}>
            {one.id} {one.version} <span className="app-quiet">(since {longDate(one.keptAt.slice(0, 10))})</span>{" "}
            <button type="button" className="app-link-button" onClick={() => onLook(one)}>
              Put back
              <span className="govuk-visually-hidden">
                {" "}
                {one.id} {one.version}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
