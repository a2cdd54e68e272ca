import { LineGrid } from "./grid/line-grid.tsx";
import { LineCards } from "./cards/line-cards.tsx";
import type { WidgetProps } from "./widget-props.ts";

/** A table as the scheme lays it out: a grid for many short lines, cards for a few long ones. */
export function TableInput(props: WidgetProps<"table">) {
  return props.field.layout === "grid" ? <LineGrid {...props} /> : <LineCards {...props} />;
}
