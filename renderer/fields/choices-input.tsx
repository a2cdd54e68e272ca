import type { WidgetProps } from "./widget-props.ts";

export function ChoicesInput({ field, id, value, onChange }: WidgetProps<"choices">) {
  const chosen: string[] = Array.isArray(value) ? value : [];
  const toggle = (option: string, on: boolean) => {
    const next = field.choices.map((one) => one.id).filter((one) => (one === option ? on : chosen.includes(one)));
    onChange(next.length === 0 ? null : next, "now");
  };
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      {field.choices.map((option, index) => {
        const own = index === 0 ? id : `${id}-${option.id}`;
        return (
          <div className="govuk-checkboxes__item" key={option.id}>
            <input
              className="govuk-checkboxes__input"
              type="checkbox"
              id={own}
              checked={chosen.includes(option.id)}
              onChange={(event) => toggle(option.id, event.target.checked)}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={own}>
              {option.label}
            </label>
          </div>
        );
      })}
    </div>
  );
}
