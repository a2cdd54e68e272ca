import type { ReactNode } from "react";

interface DataTableProps {
  caption: string;
  columns: readonly string[];
  /** The first cell of each row is its heading. */
  rows: readonly (readonly ReactNode[])[];
  /** How many rows at the end are totals. */
  totals?: number;
  /** Cells hold words and not figures. */
  words?: boolean;
}

/** A table of figures that scrolls inside its own part of the page when there is no room for it. */
export function DataTable({ caption, columns, rows, totals = 0, words = false }: DataTableProps) {
  const numeric = (kind: "header" | "cell") => (words ? "" : `govuk-table__${kind}--numeric`);
  return (
    <div className={`app-table ${words ? "app-table--words" : ""}`} role="region" aria-label={caption} tabIndex={0}>
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-table__caption--s">{caption}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map((column, index) => (
              <th key={column} scope="col" className={`govuk-table__header ${index === 0 ? "" : numeric("header")}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row, index) => (
            <tr key={index} className={`govuk-table__row ${index >= rows.length - totals ? "app-table__total" : ""}`}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row" className="govuk-table__header">
                    {cell}
                  </th>
                ) : (
                  <td key={at} className={`govuk-table__cell ${numeric("cell")}`}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
