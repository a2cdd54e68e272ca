import { createContext, use } from "react";
import type { Edit } from "../../src/bids/edit.ts";
import type { OrganisationMatch } from "../../src/contract/views.ts";
import type { AttachedFile } from "../../src/fields/kinds/file.ts";
import type { FinancialYear } from "../../src/shared/dates.ts";
import type { Result } from "../../src/shared/result.ts";

/** What fields need of the bid beside their own answer. */
export interface FieldServices {
  /** The years of the bid's money, in order. */
  years: readonly FinancialYear[];
  /** For lines of tables. Answers the edits that take these back. */
  edit(edits: readonly Edit[], pace?: "typing" | "now"): Edit[];
  newId(): string;
  findOrganisations(text: string): Promise<OrganisationMatch[]>;
  attach(name: string, base64: string): Promise<Result<AttachedFile, string>>;
}

export const FieldServicesContext = createContext<FieldServices | undefined>(undefined);

export function useFieldServices(): FieldServices {
  const services = use(FieldServicesContext);
  if (!services) throw new Error("useFieldServices needs a FieldServicesContext above it");
  return services;
}
