import { readMoney } from "./read-typed.ts";
import { TypedInput } from "./typed-input.tsx";
import { poundsText, typedText } from "./typed-text.ts";
import type { WidgetProps } from "./widget-props.ts";

export function MoneyInput({ value, ...props }: WidgetProps<"money">) {
  return (
    <TypedInput
      {...props}
      text={typedText(value, poundsText)}
      read={readMoney}
      width="10"
      inputMode="decimal"
      prefix="£"
    />
  );
}
