import { useCallback, useMemo, useState } from "react";
import type { FindingPlace } from "../../../src/bids/findings.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import { RemovedNotice, useRemove } from "../cards/removed-notice.tsx";
import { useFieldServices } from "../field-services.ts";
import type { WidgetProps } from "../widget-props.ts";
import type { CellPlace } from "./cell-edits.ts";
import { problemsByLine } from "./cell-problems.ts";
import { CellStatus } from "./cell-status.tsx";
import { gridColumns, type GridColumn } from "./grid-columns.ts";
import { GridView } from "./grid-view.tsx";
import { LineFormView } from "./line-form-view.tsx";
import { LineTools } from "./line-tools.tsx";
import { useGridEdits } from "./use-grid-edits.ts";

const noRows: Row[] = [];
const start: CellPlace = { row: 0, column: 0 };

/** The lines of a table in a grid that works like a spreadsheet, or one line at a time in a form. */
export function LineGrid({ id, field, value, findings, focusAt }: WidgetProps<"table">) {
  const { years, newId } = useFieldServices();
  const rows: Row[] = Array.isArray(value) ? value : noRows;
  const columns = useMemo(() => gridColumns(field, years), [field, years]);
  const table = { question: field.id, label: field.label, rows, columns, newId };
  const edits = useGridEdits(table);
  const problems = useMemo(() => problemsByLine(findings), [findings]);
  const removal = useRemove(field);
  const [at, setAt] = useState(start);
  const [goTo, setGoTo] = useLinkedCell(focusAt, rows, columns);
  const [form, setForm] = useState(false);
  const openForm = useCallback(() => setForm(true), []);

  if (form) {
    const back = (row: number) => {
      setGoTo({ row, column: 0 });
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
        onGoTo={setGoTo}
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
      <CellStatus row={rows[at.row]} column={columns[at.column]} problems={problems.get(rows[at.row]?.id ?? "")} />
      <RemovedNotice removal={removal} />
    </>
  );
}

/** Where the cursor is sent: by a link to a line, which is found when the link is followed, or by a button. */
function useLinkedCell(focusAt: FindingPlace | undefined, rows: readonly Row[], columns: readonly GridColumn[]) {
  const [goTo, setGoTo] = useState<CellPlace>();
  const [followed, setFollowed] = useState<FindingPlace>();
  if (focusAt && focusAt !== followed) {
    setFollowed(focusAt);
    const row = rows.findIndex((one) => one.id === focusAt.row);
    const column = columns.findIndex((one) => one.column.id === focusAt.column);
    if (row !== -1) setGoTo({ row, column: Math.max(0, column) });
  }
  return [goTo, setGoTo] as const;
}
