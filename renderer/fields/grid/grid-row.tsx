import { memo } from "react";
import type { Row } from "../../../src/fields/kinds/table.ts";
import { formatPence } from "../../../src/money/pence.ts";
import type { CellEditing } from "./cell-editor.tsx";
import { problemsKey, type LineProblems } from "./cell-problems.ts";
import { GridCell } from "./grid-cell.tsx";
import type { GridColumn } from "./grid-columns.ts";
import { lineTotal } from "./grid-totals.ts";

interface GridRowProps extends CellEditing {
  row: Row | undefined;
  position: number;
  /** Pixels from the top of the lines. */
  top: number;
  columns: readonly GridColumn[];
  template: string;
  /** The column of the cursor; -1 where it is in another line. */
  active: number;
  /** First and last selected column; -1 where none is. */
  selectedFrom: number;
  selectedTo: number;
  typing: boolean;
  start: string | undefined;
  problems: LineProblems | undefined;
}

/** One line. Drawn again only when something of its own changes. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, position, top, columns, template, active, typing, start } = props;
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      className={`app-grid__row ${row ? "" : "app-grid__row--new"}`}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className="app-grid__number">
        {row ? position + 1 : <span aria-label="New line">+</span>}
      </div>
      {columns.map((column, index) => (
        <GridCell
          key={column.key}
          row={row}
          position={position}
          index={index}
          column={column}
          active={index === active}
          selected={index >= props.selectedFrom && index <= props.selectedTo && props.selectedFrom >= 0}
          editing={typing && index === active ? { start } : undefined}
          problems={props.problems}
          commit={props.commit}
          cancel={props.cancel}
        />
      ))}
      <div
        role="gridcell"
        aria-colindex={columns.length + 2}
        className="app-grid__cell app-grid__cell--amount app-grid__total"
      >
        {row ? formatPence(lineTotal(row, columns)) : ""}
      </div>
    </div>
  );
}, sameRow);

function sameRow(before: GridRowProps, after: GridRowProps): boolean {
  const { problems: was, ...old } = before;
  const { problems: is, ...now } = after;
  const keys = Object.keys(now) as (keyof typeof now)[];
  return keys.every((key) => old[key] === now[key]) && problemsKey(was) === problemsKey(is);
}
