import { readFinancialYear } from "./read-typed.ts";
import { TypedInput } from "./typed-input.tsx";
import { typedText } from "./typed-text.ts";
import type { WidgetProps } from "./widget-props.ts";

export function FinancialYearInput({ value, ...props }: WidgetProps<"financial-year">) {
  return (
    <TypedInput {...props} text={typedText(value, String)} read={readFinancialYear} width="10" inputMode="numeric" />
  );
}
