import type { ReactNode } from "react";

interface FramedProps {
  id: string;
  label: string;
  size?: "s" | "m";
  hint?: string;
  problem?: string | undefined;
}

interface LabelledTextProps extends FramedProps {
  value: string;
  onType(value: string): void;
  /** For an amount or a day. */
  short?: boolean;
  /** Characters. */
  most?: number;
}

/** A box of text with its label, its hint and what is wrong with it. For what belongs to no answer of a bid. */
export function LabelledText({ value, onType, short = false, most, ...frame }: LabelledTextProps) {
  const { id, hint, problem } = frame;
  return (
    <Framed {...frame}>
      <input
        id={id}
        className={`govuk-input ${short ? "govuk-input--width-10" : ""} ${problem === undefined ? "" : "govuk-input--error"}`}
        type="text"
        autoComplete="off"
        {...(most === undefined ? {} : { maxLength: most })}
        {...described({ id, hint, problem })}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
    </Framed>
  );
}

interface LabelledChoiceProps extends FramedProps {
  options: readonly { id: string; label: string }[];
  chosen: string;
  onChoose(id: string): void;
}

/** One of a list that drops down, in the same frame. */
export function LabelledChoice({ options, chosen, onChoose, ...frame }: LabelledChoiceProps) {
  const { id, hint, problem } = frame;
  return (
    <Framed {...frame}>
      <select
        id={id}
        className={`govuk-select ${problem === undefined ? "" : "govuk-select--error"}`}
        {...described({ id, hint, problem })}
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </Framed>
  );
}

function described({
  id,
  hint,
  problem,
}: Record<"id", string> & Partial<Record<"hint" | "problem", string | undefined>>) {
  const ids = [hint === undefined ? "" : `${id}-hint`, problem === undefined ? "" : `${id}-error`].filter(Boolean);
  return ids.length === 0 ? {} : { "aria-describedby": ids.join(" ") };
}

function Framed({ id, label, size = "s", hint, problem, children }: FramedProps & { children: ReactNode }) {
  return (
    <div className={`govuk-form-group ${problem === undefined ? "" : "govuk-form-group--error"}`}>
      <label className={`govuk-label govuk-label--${size}`} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div className="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {problem !== undefined && (
        <p className="govuk-error-message" id={`${id}-error`}>
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      )}
      {children}
    </div>
  );
}
