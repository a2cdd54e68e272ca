import { RadioList } from "./radio-list.tsx";
import type { WidgetProps } from "./widget-props.ts";

const options = [
  { id: "yes", label: "Yes" },
  { id: "no", label: "No" },
];

export function YesNoInput({ value, onChange, ...props }: WidgetProps<"yes-no">) {
  const chosen = value === true ? "yes" : value === false ? "no" : undefined;
  return (
    <RadioList {...props} options={options} chosen={chosen} inline onChoose={(id) => onChange(id === "yes", "now")} />
  );
}
