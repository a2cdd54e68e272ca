import { readNumber } from "./read-typed.ts";
import { TypedInput } from "./typed-input.tsx";
import { numberText, typedText } from "./typed-text.ts";
import type { WidgetProps } from "./widget-props.ts";

export function NumberInput({ value, field, ...props }: WidgetProps<"number">) {
  const suffix = field.unit === undefined ? {} : { suffix: field.unit };
  return (
    <TypedInput
      {...props}
      {...suffix}
      text={typedText(value, numberText)}
      read={readNumber}
      width="5"
      inputMode="decimal"
    />
  );
}
