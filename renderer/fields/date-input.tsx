import { useState } from "react";
import { isUnread } from "../../src/fields/field.ts";
import { isIsoDate } from "../../src/shared/dates.ts";
import { isoDate } from "./read-typed.ts";
import { controlState, type WidgetProps } from "./widget-props.ts";

type Parts = Record<"day" | "month" | "year", string>;

const boxes = [
  ["day", "Day", "2"],
  ["month", "Month", "2"],
  ["year", "Year", "4"],
] as const;

/** Day, month and year in three boxes. What makes no day that exists is kept as it was typed. */
export function DateInput({ id, value, onChange, ...state }: WidgetProps<"date">) {
  const [draft, setDraft] = useState<Parts>();
  const parts = draft ?? partsOf(value);
  return (
    <div className="govuk-date-input" onBlur={() => setDraft(undefined)}>
      {boxes.map(([part, label, width], index) => {
        const own = index === 0 ? id : `${id}-${part}`;
        return (
          <div className="govuk-date-input__item" key={part}>
            <label className="govuk-label govuk-date-input__label" htmlFor={own}>
              {label}
            </label>
            <input
              className={`govuk-input govuk-date-input__input govuk-input--width-${width} ${state.invalid ? "govuk-input--error" : ""}`}
              id={own}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={parts[part]}
              {...controlState(state)}
              onChange={(event) => {
                const next = { ...parts, [part]: event.target.value };
                setDraft(next);
                onChange(readParts(next), "typing");
              }}
            />
          </div>
        );
      })}
    </div>
  );
}

function readParts(parts: Parts): unknown {
  const written = [parts.day, parts.month, parts.year].map((part) => part.trim());
  if (written.every((part) => part === "")) return null;
  const iso = isoDate(parts);
  return isIsoDate(iso) ? iso : { unread: written.join("/") };
}

function partsOf(value: unknown): Parts {
  const text = isUnread(value) ? value.unread : typeof value === "string" ? value : "";
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return { day: String(Number(iso[3])), month: String(Number(iso[2])), year: iso[1] ?? "" };
  const [day = "", month = "", ...year] = text.split("/");
  return { day, month, year: year.join("/") };
}
