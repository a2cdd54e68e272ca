import type { Section } from "../../../src/schemes/scheme-schema.ts";

interface SectionBoxesProps {
  sections: readonly Section[];
  chosen: readonly string[];
  error: string | undefined;
  onChoose(section: string, on: boolean): void;
}

/** The sections of the form as check boxes. */
export function SectionBoxes({ sections, chosen, error, onChoose }: SectionBoxesProps) {
  const described = error === undefined ? "part-hint" : "part-hint part-error";
  return (
    <div className={`govuk-form-group ${error === undefined ? "" : "govuk-form-group--error"}`}>
      <fieldset className="govuk-fieldset" aria-describedby={described}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
          <h2 className="govuk-fieldset__heading">Send sections to somebody</h2>
        </legend>
        <div className="govuk-hint" id="part-hint">
          Only what you choose is in the file: no other answer, and nothing of the history.
        </div>
        {error !== undefined && (
          <p className="govuk-error-message" id="part-error" role="alert">
            <span className="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <div className="govuk-checkboxes govuk-checkboxes--small">
          {sections.map(({ id, title }) => (
            <div key={id} className="govuk-checkboxes__item">
              <input
                type="checkbox"
                className="govuk-checkboxes__input"
                id={`send-${id}`}
                checked={chosen.includes(id)}
                onChange={(event) => onChoose(id, event.target.checked)}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={`send-${id}`}>
                {title}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
