import { organisation, type Organisation } from "../fields/kinds/organisation.ts";
import type { Row } from "../fields/kinds/table.ts";
import { longDate } from "../shared/dates.ts";
import type { Question, Scheme } from "../schemes/scheme-schema.ts";
import { existedOn, type Authority } from "./authorities.ts";
import type { Finding, FindingPlace } from "./findings.ts";

interface Named {
  value: Organisation;
  place: FindingPlace;
}

/** Councils named in a bid that did not exist on the day the scheme is judged, with who came after them. */
export function organisationFindings(
  scheme: Scheme,
  bid: { shown: readonly Question[]; answers: Readonly<Record<string, unknown>>; authorities: readonly Authority[] },
): Finding[] {
  const day = scheme["judged-on"];
  const register = new Map(bid.authorities.map((body) => [body.code, body]));
  return organisationsIn(bid.shown, bid.answers).flatMap(({ value, place }) => {
    const body = value.code === undefined ? undefined : register.get(value.code);
    if (!body || existedOn(body, day)) return [];
    return findingFor(body, {
      place,
      day,
      successors: (body.successors ?? []).map((code) => register.get(code)?.name ?? code),
    });
  });
}

function findingFor(body: Authority, at: { place: FindingPlace; day: string; successors: string[] }): Finding {
  const gone = body.until !== undefined && body.until < at.day;
  const when = gone ? `It ended on ${longDate(body.until ?? "")}.` : `It began on ${longDate(body.from ?? "")}.`;
  const after = at.successors.length > 0 ? ` Its successor is ${at.successors.join(" and ")}.` : "";
  return {
    id: `organisation:${[at.place.question, at.place.row, at.place.column].filter(Boolean).join(".")}`,
    kind: "organisation",
    severity: "warning",
    outcome: "not met",
    says: "Every council named existed when the scheme was open.",
    working: `${body.name}: ${when} The scheme is judged on ${longDate(at.day)}.`,
    fix: `Name the council that existed on ${longDate(at.day)}.${after}`,
    sources: [],
    place: at.place,
  };
}

function organisationsIn(shown: readonly Question[], answers: Readonly<Record<string, unknown>>): Named[] {
  return shown.flatMap((question): Named[] => {
    const value = answers[question.id];
    if (question.kind === "organisation") return named(value, { question: question.id });
    if (question.kind !== "table" || !Array.isArray(value)) return [];
    const columns = question.columns.filter((column) => column.kind === "organisation");
    return (value as Row[]).flatMap((row) =>
      columns.flatMap((column) =>
        named(row.cells[column.id], { question: question.id, row: row.id, column: column.id }),
      ),
    );
  });
}

function named(value: unknown, place: FindingPlace): Named[] {
  const parsed = organisation.shape.safeParse(value);
  return parsed.success ? [{ value: parsed.data, place }] : [];
}
