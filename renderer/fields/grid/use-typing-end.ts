import { useCallback, useLayoutEffect, useRef } from "react";
import type { CellEditing } from "./cell-editor.tsx";
import { within, type GridSize } from "./grid-keys.ts";
import type { GridCursor } from "./use-grid-cursor.ts";
import type { GridEdits } from "./use-grid-edits.ts";

/** How typing in a cell ends. Kept the same from one drawing to the next, so that lines are not drawn again for it. */
export function useTypingEnd(now: { cursor: GridCursor; edits: GridEdits; size: GridSize }): CellEditing {
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
