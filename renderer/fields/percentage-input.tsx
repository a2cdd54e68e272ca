import { readPercentage } from "./read-typed.ts";
import { TypedInput } from "./typed-input.tsx";
import { numberText, typedText } from "./typed-text.ts";
import type { WidgetProps } from "./widget-props.ts";

export function PercentageInput({ value, ...props }: WidgetProps<"percentage">) {
  return (
    <TypedInput
      {...props}
      text={typedText(value, numberText)}
      read={readPercentage}
      width="5"
      inputMode="decimal"
      suffix="%"
    />
  );
}
