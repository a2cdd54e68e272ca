import type { Row } from "../../../src/fields/kinds/table.ts";
import { CellEditor, type CellEditing } from "./cell-editor.tsx";
import { cellProblem, type LineProblems } from "./cell-problems.ts";
import { cellText } from "./cell-text.ts";
import { gridValue, isRightAligned, type GridColumn } from "./grid-columns.ts";

export interface GridCellProps extends CellEditing {
  row: Row | undefined;
  position: number;
  index: number;
  column: GridColumn;
  active: boolean;
  selected: boolean;
  /** Undefined while the cell is not being typed in. */
  editing: { start: string | undefined } | undefined;
  problems: LineProblems | undefined;
}

/** One cell: its text, or its box while it is typed in. */
export function GridCell(props: GridCellProps) {
  const { row, position, index, column, active, selected, editing, problems } = props;
  const value = gridValue(row, column);
  const problem = cellProblem(column, value, problems);
  const wrong = problem?.kind === "value";
  const label = `${column.title}, line ${position + 1}`;
  const missing = problem?.kind === "required";
  return (
    <div
      role="gridcell"
      aria-colindex={index + 2}
      aria-selected={selected}
      {...(wrong ? { "aria-invalid": true } : {})}
      data-cell={`${position} ${index}`}
      {...(editing ? {} : { tabIndex: active ? 0 : -1 })}
      className={classes(column, { wrong, missing, selected, first: index === 0 })}
      {...(problem ? { title: problem.working } : {})}
    >
      {editing ? (
        <CellEditor
          column={column}
          label={label}
          value={value}
          start={editing.start}
          commit={props.commit}
          cancel={props.cancel}
        />
      ) : missing ? (
        "needed"
      ) : (
        cellText(column, value)
      )}
    </div>
  );
}

function classes(column: GridColumn, marks: Record<"wrong" | "missing" | "selected" | "first", boolean>): string {
  const on = Object.entries(marks).flatMap(([name, yes]) => (yes ? [`app-grid__cell--${name}`] : []));
  return ["app-grid__cell", ...(isRightAligned(column) ? ["app-grid__cell--amount"] : []), ...on].join(" ");
}
