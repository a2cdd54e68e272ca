import { useRef, type KeyboardEvent } from "react";
import { cellText } from "./cell-text.ts";
import { afterTyping } from "./grid-keys.ts";
import type { GridColumn } from "./grid-columns.ts";

/** How a cell’s typing ends: with its text, and where the cursor goes; or with nothing changed. */
export interface CellEditing {
  commit(text: string, move: [rows: number, columns: number] | undefined): void;
  cancel(): void;
}

interface CellEditorProps extends CellEditing {
  column: GridColumn;
  label: string;
  value: unknown;
  /** What was typed to begin with; the cell’s own text where absent. */
  start: string | undefined;
}

/** The box or list in a cell while it is being typed in. Leaving it keeps what stands in it. */
export function CellEditor(props: CellEditorProps) {
  const { column, value, start, label, commit, cancel } = props;
  const ended = useRef(false);
  const finish = (text: string, move?: [number, number]) => {
    if (ended.current) return;
    ended.current = true;
    commit(text, move);
  };
  const press = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => {
    event.stopPropagation();
    const move = afterTyping(event.key, event.shiftKey);
    if (!move && event.key !== "Escape") return;
    event.preventDefault();
    if (move) return finish(event.currentTarget.value, move);
    ended.current = true;
    cancel();
  };
  const shared = {
    className: "app-grid__input",
    "aria-label": label,
    autoFocus: true,
    onKeyDown: press,
    onBlur: (event: { target: { value: string } }) => finish(event.target.value),
  };
  const options = optionsOf(column);
  const text = cellText(column, value);
  if (!options) return <input {...shared} type="text" autoComplete="off" defaultValue={start ?? text} />;
  const first =
    start === undefined ? text : (options.find((one) => one.toLowerCase().startsWith(start.toLowerCase())) ?? text);
  return (
    <select {...shared} defaultValue={first}>
      <option value="">No choice</option>
      {(first === "" || options.includes(first) ? options : [first, ...options]).map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </select>
  );
}

function optionsOf({ column }: GridColumn): string[] | undefined {
  if (column.kind === "choice") return column.choices.map((option) => option.label);
  return column.kind === "yes-no" ? ["Yes", "No"] : undefined;
}
