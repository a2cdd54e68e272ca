import type { Row } from "../../../src/fields/kinds/table.ts";
import { cellProblem, type LineProblems } from "./cell-problems.ts";
import { gridValue, type GridColumn } from "./grid-columns.ts";

interface CellStatusProps {
  row: Row | undefined;
  column: GridColumn | undefined;
  problems: LineProblems | undefined;
}

/** Says what stands against the cell where the cursor is. */
export function CellStatus({ row, column, problems }: CellStatusProps) {
  const problem = column && cellProblem(column, gridValue(row, column), problems);
  return (
    <p className="app-grid__status" role="status">
      {problem ? (
        <>
          <strong>{column.title}:</strong> {problem.kind === "required" ? "this cell is needed." : problem.working}
        </>
      ) : (
        ""
      )}
    </p>
  );
}
