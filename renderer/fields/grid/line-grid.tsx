import { useCallback, useEffect, useEffectEvent, useMemo, useState } from "react";
import type { FindingPlace } from "../../../src/bids/findings.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import { RemovedNotice, useRemove } from "../cards/removed-notice.tsx";
import { useFieldServices } from "../field-services.ts";
import type { WidgetProps } from "../widget-props.ts";
import { problemsByLine } from "./cell-problems.ts";
import { CellStatus } from "./cell-status.tsx";
import { gridColumns } from "./grid-columns.ts";
import { GridView } from "./grid-view.tsx";
import { LineFormView } from "./line-form-view.tsx";
import { gridSize } from "./line-grid-table.ts";
import { LineTools } from "./line-tools.tsx";
import { useGridCursor } from "./use-grid-cursor.ts";
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
  const cursor = useGridCursor(gridSize(table));
  const { at } = cursor;
  const [form, setForm] = useState(false);
  const openForm = useCallback(() => setForm(true), []);

  useLinkedCell(focusAt, (place) => {
    const row = rows.findIndex((one) => one.id === place.row);
    const column = columns.findIndex((one) => one.column.id === place.column);
    if (row === -1) return;
    setForm(false);
    cursor.moveTo({ row, column: Math.max(0, column) });
  });

  if (form) {
    const back = (row: number) => {
      cursor.moveTo({ row, column: 0 });
      setForm(false);
    };
    return <LineFormView field={field} rows={rows} start={at.row} findings={findings} onBack={back} />;
  }
  return (
    <>
      <p className="govuk-hint">
        Works like a spreadsheet: arrow keys move, typing replaces, F2 changes a cell, and a block copied from Excel can
        be pasted.
      </p>
      <LineTools
        id={id}
        field={field}
        rows={rows}
        at={at}
        edits={edits}
        removal={removal}
        onGoTo={cursor.moveTo}
        onForm={openForm}
      />
      <GridView id={id} table={table} edits={edits} problems={problems} cursor={cursor} onOpenForm={openForm} />
      <CellStatus row={rows[at.row]} column={columns[at.column]} problems={problems.get(rows[at.row]?.id ?? "")} />
      <RemovedNotice removal={removal} />
    </>
  );
}

/** Goes where a link leads, once each time it is followed. */
function useLinkedCell(focusAt: FindingPlace | undefined, goTo: (place: FindingPlace) => void): void {
  const follow = useEffectEvent(goTo);
  useEffect(() => {
    if (focusAt) follow(focusAt);
  }, [focusAt]);
}
