import { useCallback, useEffect, useMemo, useState } from "react";
import { rowName } from "../../../src/fields/answer.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import { RemovedNotice, useRemove } from "../cards/removed-notice.tsx";
import { useFieldServices } from "../field-services.ts";
import type { WidgetProps } from "../widget-props.ts";
import type { CellPlace } from "./cell-edits.ts";
import { problemsByLine } from "./cell-problems.ts";
import { CellStatus } from "./cell-status.tsx";
import { gridColumns } from "./grid-columns.ts";
import { GridView } from "./grid-view.tsx";
import { LineFormView } from "./line-form-view.tsx";
import { LineTools } from "./line-tools.tsx";
import { useGridEdits } from "./use-grid-edits.ts";

const noRows: Row[] = [];

/** The lines of a table in a grid that works like a spreadsheet, or one line at a time in a form. */
export function LineGrid({ id, field, value, findings, focusAt }: WidgetProps<"table">) {
  const { years, newId } = useFieldServices();
  const rows: Row[] = Array.isArray(value) ? value : noRows;
  const columns = useMemo(() => gridColumns(field, years), [field, years]);
  const table = { question: field.id, label: field.label, rows, columns, newId };
  const edits = useGridEdits(table);
  const problems = useMemo(() => problemsByLine(findings), [findings]);
  const removal = useRemove(field);
  const [at, setAt] = useState<CellPlace>({ row: 0, column: 0 });
  const [goTo, setGoTo] = useState<CellPlace>();
  const [form, setForm] = useState(false);
  const linked = useMemo(() => {
    const row = rows.findIndex((one) => one.id === focusAt?.row);
    const column = columns.findIndex((one) => one.column.id === focusAt?.column);
    return row === -1 ? undefined : { row, column: Math.max(0, column) };
    // A link leads to the line as it stood when it was followed; later edits do not move the cursor.
  }, [focusAt]);
  useEffect(() => {
    if (linked) setGoTo(linked);
  }, [linked]);
  const openForm = useCallback(() => setForm(true), []);
  const row = rows[at.row];

  if (form) {
    const back = (line: number) => {
      setGoTo({ row: line, column: 0 });
      setForm(false);
    };
    return <LineFormView field={field} rows={rows} start={at.row} findings={findings} onBack={back} />;
  }
  return (
    <>
      <p className="govuk-hint" id={`${id}-keys`}>
        Works like a spreadsheet: arrow keys move, typing replaces, F2 changes a cell, and a block copied from Excel can be pasted.
      </p>
      <LineTools
        id={id}
        field={field}
        position={at.row}
        row={row}
        onAdd={() => setGoTo({ row: rows.length, column: 0 })}
        onRemove={() => row && removal.remove(row, rowName(field, row, at.row))}
        onMove={(to) => {
          if (row) edits.apply([{ do: "move-row", question: field.id, row: row.id, to }]);
          setGoTo({ row: to, column: at.column });
        }}
        last={at.row >= rows.length - 1}
        onUndo={edits.undo}
        onForm={openForm}
      />
      <GridView
        id={id}
        table={table}
        edits={edits}
        problems={problems}
        goTo={goTo}
        onMove={setAt}
        onOpenForm={openForm}
      />
      <CellStatus row={row} column={columns[at.column]} problems={problems.get(row?.id ?? "")} />
      <RemovedNotice removal={removal} />
    </>
  );
}
