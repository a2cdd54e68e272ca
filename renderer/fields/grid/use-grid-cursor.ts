import { useCallback, useMemo, useRef, useState } from "react";
import { rangeBetween, type CellPlace, type CellRange } from "./cell-edits.ts";
import { within, type GridSize } from "./grid-keys.ts";

export interface GridCursor {
  at: CellPlace;
  range: CellRange;
  /** Set while the cell is being typed in; `start` is what replaces its text. */
  typing: { start: string | undefined } | undefined;
  /** `extend` keeps the other corner of what is selected. */
  moveTo(to: CellPlace, extend?: boolean): void;
  select(from: CellPlace, to: CellPlace): void;
  type(start?: string): void;
  stopTyping(): void;
  /** Lets the focus of the page follow, where it has not yet and the cell is drawn in there. */
  bringFocus(grid: HTMLElement | null): void;
}

/** The cursor of a grid: one state, so that a key draws the grid and all that tells of the cursor once. */
export function useGridCursor(size: GridSize): GridCursor {
  const [wanted, setAt] = useState<CellPlace>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<CellPlace>(wanted);
  const at = useMemo(
    () => within(wanted, { rows: size.rows, columns: size.columns }),
    [wanted, size.rows, size.columns],
  );
  const [typing, setTyping] = useState<GridCursor["typing"]>();
  const focusWanted = useRef(false);

  const select = useCallback((from: CellPlace, to: CellPlace) => {
    focusWanted.current = true;
    setAnchor(from);
    setAt(to);
  }, []);
  const type = useCallback((start?: string) => setTyping({ start }), []);
  const stopTyping = useCallback(() => {
    focusWanted.current = true;
    setTyping(undefined);
  }, []);
  const moveTo = (to: CellPlace, extend = false) => select(extend ? anchor : to, to);
  const bringFocus = (grid: HTMLElement | null) => {
    if (!focusWanted.current || typing) return;
    const cell = grid?.querySelector<HTMLElement>(`[data-cell="${at.row} ${at.column}"]`);
    if (!cell) return;
    focusWanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return { at, range: rangeBetween(anchor, at), typing, moveTo, select, type, stopTyping, bringFocus };
}
