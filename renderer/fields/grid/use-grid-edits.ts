import { useCallback, useLayoutEffect, useMemo, useRef } from "react";
import type { Edit } from "../../../src/bids/edit.ts";
import { useFieldServices } from "../field-services.ts";
import { blockEdits, clearEdits, type CellPlace, type CellRange, type GridTable } from "./cell-edits.ts";

export interface GridEdits {
  /** Puts a block of text at a place, as pasting does. */
  put(at: CellPlace, block: readonly (readonly string[])[]): void;
  clear(range: CellRange): void;
  apply(edits: readonly Edit[]): void;
  undo(): void;
}

/** Changes to the lines of a grid, each of which can be taken back. */
export function useGridEdits(table: GridTable): GridEdits {
  const { edit } = useFieldServices();
  const done = useRef<Edit[][]>([]);
  const latest = useRef(table);
  useLayoutEffect(() => {
    latest.current = table;
  });

  const apply = useCallback(
    (edits: readonly Edit[]) => {
      if (edits.length > 0) done.current.push(edit(edits));
    },
    [edit],
  );
  return useMemo(
    () => ({
      put: (at, block) => apply(blockEdits(latest.current, at, block)),
      clear: (range) => apply(clearEdits(latest.current, range)),
      apply,
      undo: () => {
        const inverse = done.current.pop();
        if (inverse) edit(inverse);
      },
    }),
    [apply, edit],
  );
}
