import * as z from "zod";
import { fieldId } from "../fields/field.ts";
import type { Citation } from "../rules/rule.ts";
import { figure, lookupTable, sourceDocument, type Figure, type LookupTable } from "./scheme-schema.ts";

/** `templates/shared/figures.yaml`: dated, cited figures that several schemes use. */
export const sharedFigures = z.strictObject({
  documents: z.array(sourceDocument).default([]),
  figures: z.record(fieldId, figure).default({}),
  tables: z.record(fieldId, lookupTable).default({}),
});
export type SharedFigures = z.infer<typeof sharedFigures>;

export const noSharedFigures: SharedFigures = { documents: [], figures: {}, tables: {} };

interface Holder {
  documents: SharedFigures["documents"];
  figures: Record<string, Figure>;
  tables: Record<string, LookupTable>;
}

/**
 * A scheme with the shared figures and tables it names, and the documents they cite, as if they were its own.
 *
 * @returns the ids that are not held beside it, with their places in the list
 */
export function withShared<S extends Holder>(
  scheme: S,
  uses: readonly string[],
  shared: SharedFigures,
): { scheme: S; missing: { id: string; position: number }[] } {
  const missing = uses.flatMap((id, position) => (shared.figures[id] || shared.tables[id] ? [] : [{ id, position }]));
  const figures = { ...picked(shared.figures, uses), ...scheme.figures };
  const tables = { ...picked(shared.tables, uses), ...scheme.tables };
  const own = new Set(scheme.documents.map((document) => document.id));
  const cited = new Set(citationsOf(figures, tables).map((one) => one.document));
  const documents = shared.documents.filter(({ id }) => cited.has(id) && !own.has(id));
  return { scheme: { ...scheme, figures, tables, documents: [...scheme.documents, ...documents] }, missing };
}

function picked<T>(all: Record<string, T>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)));
}

function citationsOf(figures: Record<string, Figure>, tables: Record<string, LookupTable>): Citation[] {
  const inTables = Object.values(tables).flatMap((table) => table.rows.flatMap((row) => row.sources));
  return [...Object.values(figures).flatMap((one) => one.sources), ...inTables];
}
