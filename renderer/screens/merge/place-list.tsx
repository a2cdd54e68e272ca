import type { ReactNode } from "react";
import type { PlaceView } from "../../../src/contract/views.ts";
import { addressWith } from "../../app/routes.ts";

interface PlaceListProps {
  id: string;
  title: string;
  places: readonly PlaceView[];
  /** Said where there are none. */
  children: ReactNode;
}

/** Files to choose from, each leading to what it would bring. */
export function PlaceList({ id, title, places, children }: PlaceListProps) {
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2" id={id}>
        {title}
      </h2>
      {places.length === 0 ? (
        <p className="govuk-body">{children}</p>
      ) : (
        <ul className="app-bid-list">
          {places.map((place) => (
            <li key={place.token} className="app-bid-list__item">
              <a className="govuk-link app-bid-list__name" href={addressWith("merge", { from: place.token })}>
                {place.label}
              </a>
              <span className="app-quiet app-wrap">{place.folder}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
