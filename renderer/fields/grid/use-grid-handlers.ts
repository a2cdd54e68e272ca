import type { ClipboardEvent, KeyboardEvent, MouseEvent } from "react";
import type { CellPlace } from "./cell-edits.ts";
import { isTypedIn } from "./cell-text.ts";
import { gridAction, type GridAction, type GridSize } from "./grid-keys.ts";
import { rowsText, type LineGridTable } from "./line-grid-table.ts";
import { readTabSeparated } from "./tab-separated.ts";
import type { GridCursor } from "./use-grid-cursor.ts";
import type { GridEdits } from "./use-grid-edits.ts";

interface Handled {
  table: LineGridTable;
  edits: GridEdits;
  cursor: GridCursor;
  size: GridSize;
  onOpenForm(row: number): void;
}

/** What keys, clicks, copying and pasting do while no cell is being typed in. */
export function useGridHandlers({ table, edits, cursor, size, onOpenForm }: Handled) {
  const startTyping = (start?: string) => {
    const column = table.columns[cursor.at.column];
    if (column && isTypedIn(column)) cursor.type(start);
    else onOpenForm(cursor.at.row);
  };
  const act = (action: GridAction) => {
    if (action.do === "move") cursor.moveTo(action.to, action.extend);
    else if (action.do === "edit") startTyping(action.text);
    else if (action.do === "clear") edits.clear(cursor.range);
    else if (action.do === "undo") edits.undo();
    else cursor.select({ row: 0, column: 0 }, { row: Math.max(0, table.rows.length - 1), column: size.columns - 1 });
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const action = gridAction(event, cursor.at, size);
      if (!action) return;
      event.preventDefault();
      act(action);
    },
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!place || cursor.typing) return;
      event.preventDefault();
      cursor.moveTo(place, event.shiftKey);
    },
    onDoubleClick: (event: MouseEvent) => {
      if (placeOf(event.target)) startTyping();
    },
    onCopy: (event: ClipboardEvent) => {
      if (cursor.typing) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", rowsText(table, cursor.range));
    },
    onPaste: (event: ClipboardEvent) => {
      if (cursor.typing) return;
      event.preventDefault();
      edits.put(
        { row: cursor.range.top, column: cursor.range.left },
        readTabSeparated(event.clipboardData.getData("text/plain")),
      );
    },
  };
}

function placeOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const [row, column] = (cell?.dataset["cell"] ?? "").split(" ").map(Number);
  return row === undefined || column === undefined || Number.isNaN(row) ? undefined : { row, column };
}
