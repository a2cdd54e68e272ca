import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from "react";
import { rowsText, type LineGridTable } from "./line-grid-table.ts";
import type { CellPlace } from "./cell-edits.ts";
import type { LineProblems } from "./cell-problems.ts";
import { isTypedIn } from "./cell-text.ts";
import { GridHead, GridFoot } from "./grid-ends.tsx";
import { gridAction, within, type GridAction, type GridSize } from "./grid-keys.ts";
import { GridRow } from "./grid-row.tsx";
import { readTabSeparated } from "./tab-separated.ts";
import { useGridCursor, type GridCursor } from "./use-grid-cursor.ts";
import type { GridEdits } from "./use-grid-edits.ts";

/** Heights in pixels; the styles use the same. */
const lineHeight = 36;
const headHeight = 52;
/** Widths in pixels of the columns at both ends. */
const ends = { number: 56, total: 116 };

interface GridViewProps {
  id: string;
  table: LineGridTable;
  edits: GridEdits;
  problems: ReadonlyMap<string, LineProblems>;
  /** Where a link, or the form view, leads to. */
  goTo: CellPlace | undefined;
  onMove(at: CellPlace): void;
  onOpenForm(row: number): void;
}

/** The grid itself: only the lines in sight are drawn. One empty line at the end takes new ones. */
export function GridView(props: GridViewProps) {
  const { id, table, edits, problems, goTo, onMove } = props;
  const { columns, rows, label } = table;
  const box = useRef<HTMLDivElement>(null);
  const size = { rows: rows.length + 1, columns: columns.length };
  const cursorRow = useRef(0);
  const lines = useVirtualizer({
    count: size.rows,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    overscan: 8,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: headHeight,
    useFlushSync: false,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.min(cursorRow.current, size.rows - 1)])].sort((a, b) => a - b),
  });
  const reveal = useCallback((row: number) => lines.scrollToIndex(row), [lines]);
  const cursor = useGridCursor(box, size, reveal);
  cursorRow.current = cursor.at.row;
  useGoTo(goTo, cursor);
  useEffect(() => onMove(cursor.at), [cursor.at, onMove]);

  const handlers = useGridHandlers({ ...props, cursor, size });
  const ending = useTypingEnd({ cursor, edits, size });
  const template = `${ends.number}px ${columns.map((column) => `${column.width}px`).join(" ")} ${ends.total}px`;
  const width = ends.number + ends.total + columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div className="app-grid" ref={box} {...handlers}>
      <div
        id={`${id}-grid`}
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-rowcount={size.rows + 2}
        aria-colcount={columns.length + 2}
        style={{ width }}
      >
        <GridHead columns={columns} template={template} />
        <div role="rowgroup" className="app-grid__lines" style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start }) => (
            <GridRow
              key={index}
              row={rows[index]}
              position={index}
              top={start}
              columns={columns}
              template={template}
              {...lineState(cursor, index)}
              problems={problems.get(rows[index]?.id ?? "")}
              {...ending}
            />
          ))}
        </div>
        <GridFoot columns={columns} rows={rows} template={template} position={size.rows + 2} />
      </div>
    </div>
  );
}

function lineState({ at, range, typing }: GridCursor, line: number) {
  const inRange = line >= range.top && line <= range.bottom;
  return {
    active: line === at.row ? at.column : -1,
    selectedFrom: inRange ? range.left : -1,
    selectedTo: inRange ? range.right : -1,
    typing: line === at.row && typing !== undefined,
    start: line === at.row ? typing?.start : undefined,
  };
}

function useGoTo(goTo: CellPlace | undefined, { select }: GridCursor): void {
  useEffect(() => {
    if (goTo) select(goTo, goTo);
  }, [goTo, select]);
}

/** Kept the same from one drawing to the next, so that lines are not drawn again for it. */
function useTypingEnd(now: { cursor: GridCursor; edits: GridEdits; size: GridSize }) {
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });
  const commit = useCallback((text: string, move: [number, number] | undefined) => {
    const { cursor, edits, size } = latest.current;
    edits.put(cursor.at, [[text]]);
    cursor.stopTyping();
    const added = text.trim() !== "" && cursor.at.row === size.rows - 1 ? 1 : 0;
    const grown = { ...size, rows: size.rows + added };
    if (move) cursor.moveTo(within({ row: cursor.at.row + move[0], column: cursor.at.column + move[1] }, grown));
  }, []);
  const cancel = useCallback(() => latest.current.cursor.stopTyping(), []);
  return { commit, cancel };
}

type Handled = GridViewProps & { cursor: GridCursor; size: GridSize };

function useGridHandlers({ table, edits, cursor, size, onOpenForm }: Handled) {
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
