interface TitleQuestionProps {
  title: string;
  error: string | undefined;
  onType(title: string): void;
  what?: "bid" | "project";
}

export function TitleQuestion({ title, error, onType, what = "bid" }: TitleQuestionProps) {
  return (
    <div className={`govuk-form-group ${error === undefined ? "" : "govuk-form-group--error"}`}>
      <label className="govuk-label govuk-label--m" htmlFor="title">
        What is the {what} called?
      </label>
      <div id="title-hint" className="govuk-hint">
        It stands on the cover of the documents, and its file is named after it. You can change it later.
      </div>
      {error !== undefined && (
        <p id="title-error" className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <input
        id="title"
        className={`govuk-input ${error === undefined ? "" : "govuk-input--error"}`}
        type="text"
        maxLength={200}
        autoComplete="off"
        aria-describedby={error === undefined ? "title-hint" : "title-hint title-error"}
        value={title}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}
