import { TypedInput } from "./typed-input.tsx";
import { controlState, type WidgetProps } from "./widget-props.ts";

const readText = (typed: string) => (typed === "" ? null : typed);

export function ShortTextInput({ value, field, ...props }: WidgetProps<"short-text">) {
  const text = typeof value === "string" ? value : "";
  if (field.lines === undefined || field.lines < 2)
    return <TypedInput {...props} text={text} read={readText} width="full" />;
  return (
    <textarea
      id={props.id}
      className={`govuk-textarea ${props.invalid ? "govuk-textarea--error" : ""}`}
      rows={field.lines}
      value={text}
      {...controlState(props)}
      onChange={(event) => props.onChange(readText(event.target.value), "typing")}
    />
  );
}
