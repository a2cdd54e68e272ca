import { useState, type FormEvent } from "react";
import { useApi } from "../../app/api.ts";
import type { BidSession } from "../../app/use-bid.ts";

/** Gives the bid as it is now a name, by which it is found again: “sent to finance”. */
export function NameVersion({ bid }: { bid: BidSession }) {
  const { name, setName, error, said, submit } = useNaming(bid);
  const wrong = error !== undefined;
  return (
    <form className="app-name-version" noValidate onSubmit={submit}>
      <div className={`govuk-form-group ${wrong ? "govuk-form-group--error" : ""}`}>
        <label className="govuk-label govuk-label--s" htmlFor="version-name">
          Name this version
        </label>
        <div className="govuk-hint" id="version-name-hint">
          For example, sent to finance
        </div>
        {wrong && (
          <p className="govuk-error-message" id="version-name-error" role="alert">
            <span className="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <input
          id="version-name"
          className={`govuk-input ${wrong ? "govuk-input--error" : ""}`}
          value={name}
          maxLength={100}
          autoComplete="off"
          aria-describedby={wrong ? "version-name-hint version-name-error" : "version-name-hint"}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary govuk-!-margin-bottom-2">
        Name this version
      </button>
      <p className="govuk-body-s govuk-!-margin-bottom-0" role="status">
        {said}
      </p>
    </form>
  );
}

function useNaming(bid: BidSession) {
  const api = useApi();
  const [name, setName] = useState("");
  const [error, setError] = useState<string>();
  const [said, setSaid] = useState("");
  const save = async (wanted: string) => {
    if (wanted === "") return setError("Enter a name for this version");
    const reply = await bid.change((id) => api.nameVersion({ bid: id, name: wanted }));
    if (!reply.ok) return setError(reply.error.message);
    setName("");
    setError(undefined);
    return setSaid(`This version is named “${wanted}”.`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(name.trim());
  };
  return { name, setName, error, said, submit };
}
