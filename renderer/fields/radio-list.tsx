import type { ChoiceOption } from "../../src/fields/kinds/choice.ts";

interface RadioListProps {
  id: string;
  options: readonly ChoiceOption[];
  chosen: string | undefined;
  onChoose(id: string): void;
  inline?: boolean;
}

/** Radio buttons; the first one carries the id that links lead to. */
export function RadioList({ id, options, chosen, onChoose, inline }: RadioListProps) {
  return (
    <div className={`govuk-radios govuk-radios--small ${inline ? "govuk-radios--inline" : ""}`}>
      {options.map((option, index) => {
        const own = index === 0 ? id : `${id}-${option.id}`;
        return (
          <div className="govuk-radios__item" key={option.id}>
            <input
              className="govuk-radios__input"
              type="radio"
              id={own}
              name={id}
              checked={chosen === option.id}
              onChange={() => onChoose(option.id)}
              {...(option.hint ? { "aria-describedby": `${own}-hint` } : {})}
            />
            <label className="govuk-label govuk-radios__label" htmlFor={own}>
              {option.label}
            </label>
            {option.hint && (
              <div id={`${own}-hint`} className="govuk-hint govuk-radios__hint">
                {option.hint}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
