import { useState } from "react";
import type { PlaceView } from "../../../src/contract/views.ts";
import { useApi } from "../../app/api.ts";

interface FolderChoiceProps {
  folder: PlaceView;
  dialogs: boolean;
  onChosen(folder: PlaceView): void;
}

/** Where the bid’s file will be; another folder can be chosen where the system’s dialog can be opened. */
export function FolderChoice({ folder, dialogs, onChosen }: FolderChoiceProps) {
  const api = useApi();
  const [trouble, setTrouble] = useState<string>();
  const choose = async () => {
    const chosen = await api.chooseFolder({});
    setTrouble(chosen.ok ? undefined : chosen.error.message);
    if (chosen.ok && chosen.value) onChosen(chosen.value);
  };
  return (
    <div className="govuk-form-group">
      <h2 className="govuk-heading-m govuk-!-margin-bottom-1">Where it is kept</h2>
      <p className="govuk-body app-wrap">{folder.folder}</p>
      {trouble !== undefined && (
        <p className="govuk-error-message" role="alert">
          {trouble}
        </p>
      )}
      {dialogs && (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void choose()}>
          Choose another folder
        </button>
      )}
    </div>
  );
}
