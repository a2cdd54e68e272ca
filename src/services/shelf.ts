import type { Reference } from "../bids/assess.ts";
import type { HeldFigures, SchemeSummary } from "../contract/views.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import type { Ports } from "./ports.ts";
import type { ShelvedScheme } from "./scheme-ports.ts";

/** Every scheme folder there is, those that cannot be used with the reasons. */
export async function listSchemes(ports: Ports): Promise<SchemeSummary[]> {
  return (await ports.schemes.list()).map(summaryOf);
}

function summaryOf({ id, scheme, own }: ShelvedScheme): SchemeSummary {
  if (!scheme.ok) {
    return { id, version: "", title: id, publisher: "", summary: "", strands: [], problems: scheme.error, own };
  }
  const { version, title, publisher, summary, strands, outline } = scheme.value;
  const whole = { id, version, title, publisher, summary, strands, problems: [], own };
  return { ...whole, ...(outline === true ? { outline } : {}) };
}

export interface SchemeProblem {
  code: "no-such-scheme";
  message: string;
}

export async function findScheme(ports: Ports, id: string): Promise<Result<Scheme, SchemeProblem>> {
  const shelved = await ports.schemes.find(id);
  if (!shelved) return fail({ code: "no-such-scheme", message: `There is no scheme “${id}” here.` });
  if (shelved.scheme.ok) return ok(shelved.scheme.value);
  return fail({
    code: "no-such-scheme",
    message: `The scheme “${id}” cannot be used: ${shelved.scheme.error.join(" ")}`,
  });
}

export async function readReference(ports: Ports): Promise<Reference> {
  const [authorities, discountSeries] = await Promise.all([ports.authorities.all(), ports.schemes.discountSeries()]);
  return { authorities, discountSeries };
}

/** Price indexes, unit costs, bank holidays, limits and discount rates. */
export async function heldFigures({ schemes }: Pick<Ports, "schemes">): Promise<HeldFigures> {
  const [series, shared, discount] = await Promise.all([
    schemes.referenceSeries(),
    schemes.sharedFigures(),
    schemes.discountSeries(),
  ]);
  return { ...series, shared, discount };
}
