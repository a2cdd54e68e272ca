import type { Row } from "../../../src/fields/kinds/table.ts";
import type { FieldOf } from "../../../src/fields/registry.ts";
import { Toolbar, type ToolbarButton } from "../../components/toolbar.tsx";

interface LineToolsProps {
  id: string;
  field: FieldOf<"table">;
  position: number;
  row: Row | undefined;
  last: boolean;
  onAdd(): void;
  onRemove(): void;
  onMove(to: number): void;
  onUndo(): void;
  onForm(): void;
}

/** What can be done with the line where the cursor is. */
export function LineTools({ id, field, position, row, last, ...does }: LineToolsProps) {
  const button = (name: string, onPress: () => void): ToolbarButton => ({ name, onPress, pressed: undefined });
  const buttons = [
    button(`Add a ${field.item}`, does.onAdd),
    ...(row ? [button(`Remove line ${position + 1}`, does.onRemove)] : []),
    ...(row && position > 0 ? [button("Move up", () => does.onMove(position - 1))] : []),
    ...(row && !last ? [button("Move down", () => does.onMove(position + 1))] : []),
    button("Undo", does.onUndo),
    button("Form view", does.onForm),
  ];
  return <Toolbar id={id} label={`${field.label}: lines`} controls={`${id}-grid`} reachable buttons={buttons} />;
}
