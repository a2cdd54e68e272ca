import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, type RefObject } from "react";
import type { LineProblems } from "./cell-problems.ts";
import { GridFoot, GridHead } from "./grid-ends.tsx";
import { GridRow } from "./grid-row.tsx";
import { gridSize, type LineGridTable } from "./line-grid-table.ts";
import type { GridCursor } from "./use-grid-cursor.ts";
import type { GridEdits } from "./use-grid-edits.ts";
import { useGridHandlers } from "./use-grid-handlers.ts";
import { useTypingEnd } from "./use-typing-end.ts";

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
  cursor: GridCursor;
  onOpenForm(row: number): void;
}

/** The grid itself: only the lines in sight are drawn. One empty line at the end takes new ones. */
export function GridView(props: GridViewProps) {
  const { id, table, edits, problems, cursor } = props;
  const { columns, rows, label } = table;
  const box = useRef<HTMLDivElement>(null);
  const size = gridSize(table);
  const lines = useLinesInSight(box, { count: size.rows, current: cursor.at.row });
  // A line that was far away is drawn only after the grid has scrolled, so this looks for it after every drawing.
  useLayoutEffect(() => cursor.bringFocus(box.current));

  const handlers = useGridHandlers({ table, edits, cursor, size, onOpenForm: props.onOpenForm });
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

/** Only the lines in sight are drawn, and the one with the cursor, which would lose the focus otherwise. */
function useLinesInSight(box: RefObject<HTMLElement | null>, { count, current }: { count: number; current: number }) {
  const lines = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    overscan: 8,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: headHeight,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), current])].toSorted((a, b) => a - b),
  });
  useLayoutEffect(() => lines.scrollToIndex(current), [lines, current]);
  return lines;
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
