import { useState, type ChangeEvent } from "react";
import { schemeUploadLimit } from "../../../src/contract/contract.ts";
import type { SchemeInspection } from "../../../src/contract/views.ts";
import { useApi, type Api } from "../../app/api.ts";
import { toBase64 } from "../../components/to-base64.ts";

interface AddSchemeProps {
  /** Whether the system's own dialogs can be opened. In a browser they cannot, and a zip is given instead. */
  dialogs: boolean;
  onInspected(seen: SchemeInspection): void;
  onTrouble(message: string): void;
}

type Asked = Parameters<Api["inspectScheme"]>[0];

/** Chooses a folder or a zip to look into. Nothing is added before the officer has seen what is in it. */
export function AddScheme({ dialogs, onInspected, onTrouble }: AddSchemeProps) {
  const api = useApi();
  const [looking, setLooking] = useState(false);
  const inspect = async (asked: Asked) => {
    setLooking(true);
    const reply = await api.inspectScheme(asked);
    setLooking(false);
    if (reply.ok) onInspected(reply.value);
    else onTrouble(reply.error.message);
  };
  const choose = async (what: "folder" | "zip") => {
    const chosen = await api.chooseScheme({ what });
    if (!chosen.ok) onTrouble(chosen.error.message);
    else if (chosen.value) await inspect({ token: chosen.value.token });
  };
  const upload = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    if (!chosen) return;
    if (chosen.size > schemeUploadLimit) onTrouble(`${chosen.name} is larger than 8 MB. No scheme needs that much.`);
    else await inspect({ name: chosen.name, base64: await toBase64(chosen) });
  };
  return (
    <section aria-labelledby="add-scheme">
      <h2 className="govuk-heading-m" id="add-scheme">
        Add or update a scheme
      </h2>
      <p className="govuk-body app-measure">
        A scheme is a folder of text, or a zip of one. It is checked and never run, and you see what it changes before
        anything is added.
      </p>
      {dialogs ? (
        <ChooseButtons onChoose={(what) => void choose(what)} />
      ) : (
        <UploadBox onUpload={(event) => void upload(event)} />
      )}
      <p className="govuk-body" role="status">
        {looking ? "Looking into it…" : ""}
      </p>
    </section>
  );
}

function ChooseButtons({ onChoose }: { onChoose(what: "folder" | "zip"): void }) {
  return (
    <div className="govuk-button-group">
      <button type="button" className="govuk-button" onClick={() => onChoose("folder")}>
        Choose a folder
      </button>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={() => onChoose("zip")}>
        Choose a zip
      </button>
    </div>
  );
}

function UploadBox({ onUpload }: { onUpload(event: ChangeEvent<HTMLInputElement>): void }) {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor="scheme-zip">
        Choose a zip
      </label>
      <input id="scheme-zip" type="file" accept=".zip" className="govuk-file-upload" onChange={onUpload} />
    </div>
  );
}
