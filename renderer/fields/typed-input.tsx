import { useState } from "react";
import { controlState, type WidgetProps } from "./widget-props.ts";
import type { KindName } from "../../src/fields/registry.ts";

interface TypedInputProps extends Pick<WidgetProps<KindName>, "id" | "onChange" | "describedBy" | "invalid"> {
  /** The answer as text, when nobody is typing. */
  text: string;
  /** From what was typed to the stored value; `null` where nothing was. */
  read(typed: string): unknown;
  width: "2" | "4" | "5" | "10" | "20" | "full";
  inputMode?: "decimal" | "numeric" | "email" | "tel";
  prefix?: string;
  suffix?: string;
  label?: string;
}

/** One line of typing. What is typed stays as it is until the officer leaves the box. */
export function TypedInput(props: TypedInputProps) {
  const { id, text, read, onChange, width, inputMode, prefix, suffix, label } = props;
  const [draft, setDraft] = useState<string>();
  const input = (
    <input
      id={id}
      className={`govuk-input ${width === "full" ? "" : `govuk-input--width-${width}`} ${props.invalid ? "govuk-input--error" : ""}`}
      type="text"
      value={draft ?? text}
      autoComplete="off"
      spellCheck={inputMode === undefined}
      {...(inputMode ? { inputMode } : {})}
      {...(label ? { "aria-label": label } : {})}
      {...controlState(props)}
      onChange={(event) => {
        setDraft(event.target.value);
        onChange(read(event.target.value), "typing");
      }}
      onBlur={() => setDraft(undefined)}
    />
  );
  if (prefix === undefined && suffix === undefined) return input;
  return (
    <div className="govuk-input__wrapper">
      {prefix && (
        <span className="govuk-input__prefix" aria-hidden="true">
          {prefix}
        </span>
      )}
      {input}
      {suffix && (
        <span className="govuk-input__suffix" aria-hidden="true">
          {suffix}
        </span>
      )}
    </div>
  );
}
