import { rowName } from "../../../src/fields/answer.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import type { FieldOf } from "../../../src/fields/registry.ts";
import { withArticle } from "../../components/count.ts";
import { Toolbar, type ToolbarButton } from "../../components/toolbar.tsx";
import type { Removal } from "../cards/removed-notice.tsx";
import type { CellPlace } from "./cell-edits.ts";
import type { GridEdits } from "./use-grid-edits.ts";

interface LineToolsProps {
  id: string;
  field: FieldOf<"table">;
  rows: readonly Row[];
  at: CellPlace;
  edits: GridEdits;
  removal: Removal;
  onGoTo(place: CellPlace): void;
  onForm(): void;
}

/** What can be done with the line where the cursor is. */
export function LineTools({ id, field, rows, at, edits, removal, onGoTo, onForm }: LineToolsProps) {
  const row = rows[at.row];
  const move = (line: Row, to: number) => {
    edits.apply([{ do: "move-row", question: field.id, row: line.id, to }]);
    onGoTo({ row: to, column: at.column });
  };
  const buttons = [
    button(`Add ${withArticle(field.item)}`, () => onGoTo({ row: rows.length, column: 0 })),
    ...(row ? [button(`Remove line ${at.row + 1}`, () => removal.remove(row, rowName(field, row, at.row)))] : []),
    ...(row && at.row > 0 ? [button("Move up", () => move(row, at.row - 1))] : []),
    ...(row && at.row < rows.length - 1 ? [button("Move down", () => move(row, at.row + 1))] : []),
    button("Undo", edits.undo),
    button("Form view", onForm),
  ];
  return <Toolbar id={id} label={`${field.label}: lines`} controls={`${id}-grid`} reachable buttons={buttons} />;
}

function button(name: string, onPress: () => void): ToolbarButton {
  return { name, onPress, pressed: undefined };
}
