interface RadioQuestionProps {
  id: string;
  legend: string;
  options: readonly { id: string; title: string; summary: string }[];
  chosen: string | undefined;
  error: string | undefined;
  onChoose(id: string): void;
}

/** One choice among options that each need a sentence of explanation. */
export function RadioQuestion({ id, legend, options, chosen, error, onChoose }: RadioQuestionProps) {
  return (
    <div className={`govuk-form-group ${error === undefined ? "" : "govuk-form-group--error"}`}>
      <fieldset className="govuk-fieldset" {...(error === undefined ? {} : { "aria-describedby": `${id}-error` })}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        {error !== undefined && (
          <p id={`${id}-error`} className="govuk-error-message">
            <span className="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <div className="govuk-radios">
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
                  aria-describedby={`${own}-about`}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={own}>
                  {option.title}
                </label>
                <div id={`${own}-about`} className="govuk-hint govuk-radios__hint">
                  {option.summary}
                </div>
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
