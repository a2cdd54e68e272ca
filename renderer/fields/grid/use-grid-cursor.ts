import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import { rangeBetween, type CellPlace, type CellRange } from "./cell-edits.ts";
import { within, type GridSize } from "./grid-keys.ts";

export interface GridCursor {
  at: CellPlace;
  range: CellRange;
  /** Set while the cell is being typed in; `start` is what replaces its text. */
  typing: { start: string | undefined } | undefined;
  /** Whether the focus of the page has still to follow the cursor. */
  focusWanted: RefObject<boolean>;
  /** `extend` keeps the other corner of what is selected. */
  moveTo(to: CellPlace, extend?: boolean): void;
  select(from: CellPlace, to: CellPlace): void;
  type(start?: string): void;
  stopTyping(): void;
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
  return { at, range: rangeBetween(anchor, at), typing, focusWanted, moveTo, select, type, stopTyping };
}

/** The focus of the page follows the cursor. A line that was far away is drawn only after the grid has scrolled. */
export function useFocusOnCursor(box: RefObject<HTMLElement | null>, { at, typing, focusWanted }: GridCursor): void {
  // So this looks for it after every drawing.
  useLayoutEffect(() => {
    if (!focusWanted.current || typing) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-cell="${at.row} ${at.column}"]`);
    if (!cell) return;
    focusWanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}
