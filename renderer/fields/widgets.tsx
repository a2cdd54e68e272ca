import type { KindName } from "../../src/fields/registry.ts";
import { columnWidgets } from "./column-widgets.tsx";
import { TableInput } from "./table-input.tsx";
import type { Widget, WidgetProps } from "./widget-props.ts";

/** One widget for each kind; the compiler says when a kind has none. */
const widgets = { ...columnWidgets, table: TableInput } satisfies { [Name in KindName]: Widget<Name> };

/** The widget for a question of any kind. */
export function FieldWidget(props: WidgetProps<KindName>) {
  const KindWidget = widgets[props.field.kind] as Widget<KindName>;
  return <KindWidget {...props} />;
}
