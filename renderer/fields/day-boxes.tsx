import type { ReactNode } from "react";
import { controlState, type WidgetProps } from "./widget-props.ts";

/** A day as it stands in its three boxes. */
export type DayParts = Record<"day" | "month" | "year", string>;

interface DayBoxesProps extends Pick<WidgetProps<"date">, "id" | "describedBy" | "invalid"> {
  parts: DayParts;
  change(part: keyof DayParts, typed: string): void;
  /** When the officer leaves a box. */
  leave(): void;
  /** More boxes of the same row. */
  children?: ReactNode;
}

const boxes = [
  ["day", "Day", "2"],
  ["month", "Month", "2"],
  ["year", "Year", "4"],
] as const;

/** Day, month and year in three boxes of one row. */
export function DayBoxes({ id, parts, change, leave, children, ...state }: DayBoxesProps) {
  return (
    <div className="govuk-date-input" onBlur={leave}>
      {boxes.map(([part, label, width], index) => (
        <DayBox
          {...state}
          key={part}
          id={index === 0 ? id : `${id}-${part}`}
          label={label}
          width={width}
          numeric
          value={parts[part]}
          onType={(typed) => change(part, typed)}
        />
      ))}
      {children}
    </div>
  );
}

interface DayBoxProps extends Pick<WidgetProps<"date">, "id" | "describedBy" | "invalid"> {
  label: string;
  /** In letters, as GOV.UK has them. */
  width: "2" | "4" | "10";
  numeric?: boolean;
  value: string;
  onType(typed: string): void;
}

/** One box of the row, under its label. */
export function DayBox({ id, label, width, numeric, value, onType, ...state }: DayBoxProps) {
  return (
    <div className="govuk-date-input__item">
      <label className="govuk-label govuk-date-input__label" htmlFor={id}>
        {label}
      </label>
      <input
        className={`govuk-input govuk-date-input__input govuk-input--width-${width} ${state.invalid ? "govuk-input--error" : ""}`}
        id={id}
        type="text"
        {...(numeric ? { inputMode: "numeric" } : {})}
        autoComplete="off"
        value={value}
        {...controlState(state)}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}
