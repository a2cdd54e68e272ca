import type { ReactNode } from "react";
import type { FindingPlace } from "../../src/bids/findings.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { addressOfSection } from "../app/routes.ts";
import { goTo } from "../app/use-route.ts";

interface PlaceLinkProps {
  scheme: Scheme;
  place: FindingPlace;
  children: ReactNode;
}

/** Leads to a question, and to the line and column of a table, and puts the focus there. */
export function PlaceLink({ scheme, place, children }: PlaceLinkProps) {
  const section = scheme.sections.find((one) => one.questions.some((question) => question.id === place.question));
  if (!section) return null;
  const address = addressOfSection(section.id, place);
  return (
    <a
      className="govuk-link"
      href={address}
      onClick={(event) => {
        event.preventDefault();
        goTo(address);
      }}
    >
      {children}
    </a>
  );
}
