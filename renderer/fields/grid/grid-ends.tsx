import type { Row } from "../../../src/fields/kinds/table.ts";
import { formatPence, sumPence } from "../../../src/money/pence.ts";
import { isRightAligned, type GridColumn } from "./grid-columns.ts";
import { columnTotals } from "./grid-totals.ts";

export function GridHead({ columns, template }: { columns: readonly GridColumn[]; template: string }) {
  return (
    <div role="rowgroup" className="app-grid__head">
      <div role="row" aria-rowindex={1} className="app-grid__ends" style={{ gridTemplateColumns: template }}>
        <div role="columnheader" aria-colindex={1} className="app-grid__number">
          Line
        </div>
        {columns.map((column, index) => (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={index + 2}
            className={`app-grid__cell ${index === 0 ? "app-grid__cell--first" : ""} ${isRightAligned(column) ? "app-grid__cell--amount" : ""}`}
          >
            {column.title}
          </div>
        ))}
        <div
          role="columnheader"
          aria-colindex={columns.length + 2}
          className="app-grid__cell app-grid__cell--amount app-grid__total"
        >
          Total
        </div>
      </div>
    </div>
  );
}

interface GridFootProps {
  columns: readonly GridColumn[];
  rows: readonly Row[];
  template: string;
  position: number;
}

/** The total of every amount column, always in sight. */
export function GridFoot({ columns, rows, template, position }: GridFootProps) {
  const totals = columnTotals(rows, columns);
  const known = totals.filter((total) => total !== undefined);
  return (
    <div role="rowgroup" className="app-grid__foot">
      <div role="row" aria-rowindex={position} className="app-grid__ends" style={{ gridTemplateColumns: template }}>
        <div role="rowheader" aria-colindex={1} className="app-grid__number">
          Total
        </div>
        {totals.map((total, index) => (
          <div
            key={columns[index]?.key}
            role="gridcell"
            aria-colindex={index + 2}
            className={`app-grid__cell app-grid__cell--amount ${index === 0 ? "app-grid__cell--first" : ""}`}
          >
            {total === undefined ? "" : formatPence(total)}
          </div>
        ))}
        <div
          role="gridcell"
          aria-colindex={columns.length + 2}
          className="app-grid__cell app-grid__cell--amount app-grid__total"
        >
          {formatPence(sumPence(known))}
        </div>
      </div>
    </div>
  );
}
