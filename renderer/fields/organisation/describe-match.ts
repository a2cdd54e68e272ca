import type { OrganisationMatch } from "../../../src/contract/views.ts";
import { longDate } from "../../../src/shared/dates.ts";

/** What an officer needs to tell one council from another: its type, and its dates and successors where it is gone. */
export function describeMatch({ type, nation, from, until, successors }: OrganisationMatch): string {
  const began = from === undefined ? "" : `began ${longDate(from)}`;
  const ended = until === undefined ? "" : `ended ${longDate(until)}`;
  const after = successors.length === 0 ? "" : `followed by ${successors.join(" and ")}`;
  return [`${type}, ${nation}`, began, ended, after].filter(Boolean).join("; ");
}
