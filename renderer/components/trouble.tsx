/** A plain sentence about something that did not work, read out at once. */
export function Trouble({ message }: { message: string }) {
  return (
    <div className="govuk-error-summary" role="alert">
      <h2 className="govuk-error-summary__title">There is a problem</h2>
      <p className="govuk-body">{message}</p>
    </div>
  );
}
