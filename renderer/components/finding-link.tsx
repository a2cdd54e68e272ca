import type { ReactNode } from "react";
import type { Finding } from "../../src/bids/findings.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { addressWith } from "../app/routes.ts";
import { PlaceLink } from "./place-link.tsx";

/** Leads to where a finding is put right: the question, or both texts where two people changed it. */
export function FindingLink({ scheme, finding, children }: { scheme: Scheme; finding: Finding; children: ReactNode }) {
  if (finding.kind !== "merge") {
    return (
      <PlaceLink scheme={scheme} place={finding.place}>
        {children}
      </PlaceLink>
    );
  }
  return (
    <a className="govuk-link" href={addressWith("settle", { conflict: finding.id.replace(/^merge:/, "") })}>
      {children}
    </a>
  );
}
