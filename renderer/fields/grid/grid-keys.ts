import type { CellPlace } from "./cell-edits.ts";

/** The keys of a keyboard event that the grid looks at. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** What a key does while no cell is being typed in. */
export type GridAction =
  | { do: "move"; to: CellPlace; extend: boolean }
  /** `text` replaces what the cell holds. */
  | { do: "edit"; text?: string }
  | { do: "clear" }
  | { do: "undo" }
  | { do: "select-all" };

const pageOfLines = 10;

const steps: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-pageOfLines, 0],
  PageDown: [pageOfLines, 0],
};

export interface GridSize {
  rows: number;
  columns: number;
}

/** Undefined for keys that are not the grid’s; Tab leaves it. */
export function gridAction(press: KeyPress, at: CellPlace, size: GridSize): GridAction | undefined {
  const held = press.ctrlKey || press.metaKey;
  const to = target(press.key, held, at, size);
  if (to) return { do: "move", to: within(to, size), extend: press.shiftKey };
  if (held) return shortcut(press.key.toLowerCase());
  if (press.key === "F2" || press.key === "Enter") return { do: "edit" };
  if (press.key === "Delete" || press.key === "Backspace") return { do: "clear" };
  return press.key.length === 1 && !press.altKey ? { do: "edit", text: press.key } : undefined;
}

function shortcut(key: string): GridAction | undefined {
  if (key === "z") return { do: "undo" };
  return key === "a" ? { do: "select-all" } : undefined;
}

/** Control with an arrow goes to the end of the grid, as in a spreadsheet. */
function target(key: string, held: boolean, at: CellPlace, size: GridSize): CellPlace | undefined {
  const step = steps[key];
  if (step) {
    const [rows, columns] = held ? (step.map((part) => part * (size.rows + size.columns)) as [number, number]) : step;
    return { row: at.row + rows, column: at.column + columns };
  }
  if (key === "Home") return { row: held ? 0 : at.row, column: 0 };
  return key === "End" ? { row: held ? size.rows - 1 : at.row, column: size.columns - 1 } : undefined;
}

export function within(place: CellPlace, size: GridSize): CellPlace {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: clamp(place.row, size.rows), column: clamp(place.column, size.columns) };
}

/** Where the cursor goes when typing in a cell ends with a key; undefined while it goes on. */
export function afterTyping(key: string, shift: boolean): [rows: number, columns: number] | undefined {
  if (key === "Enter") return [shift ? -1 : 1, 0];
  return key === "Tab" ? [0, shift ? -1 : 1] : undefined;
}
