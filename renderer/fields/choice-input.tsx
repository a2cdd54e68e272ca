import { RadioList } from "./radio-list.tsx";
import { controlState, type WidgetProps } from "./widget-props.ts";

/** More choices than this are easier to scan in a list that opens. */
const mostRadios = 6;

/** Whether a choice is shown as radio buttons, and so needs a legend in place of a label. */
export function asRadios(choices: readonly unknown[]): boolean {
  return choices.length <= mostRadios;
}

export function ChoiceInput({ field, value, onChange, ...props }: WidgetProps<"choice">) {
  const chosen = typeof value === "string" ? value : undefined;
  if (asRadios(field.choices)) {
    return <RadioList {...props} options={field.choices} chosen={chosen} onChoose={(id) => onChange(id, "now")} />;
  }
  const strange = chosen !== undefined && !field.choices.some((option) => option.id === chosen);
  return (
    <select
      id={props.id}
      className={`govuk-select ${props.invalid ? "govuk-select--error" : ""}`}
      value={chosen ?? ""}
      {...controlState(props)}
      onChange={(event) => onChange(event.target.value === "" ? null : event.target.value, "now")}
    >
      <option value="">Choose one</option>
      {strange && <option value={chosen}>{chosen} (not one of the choices)</option>}
      {field.choices.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
