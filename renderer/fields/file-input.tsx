import { useState, type ChangeEvent } from "react";
import { toBase64 } from "../components/to-base64.ts";
import { file, fileSize } from "../../src/fields/kinds/file.ts";
import { useFieldServices } from "./field-services.ts";
import { controlState, type WidgetProps } from "./widget-props.ts";

/** One attached file. Its bytes go into the bid at once. */
export function FileInput({ id, field, value, onChange, ...state }: WidgetProps<"file">) {
  const { attach } = useFieldServices();
  const [trouble, setTrouble] = useState<string>();
  const attached = file.shape.safeParse(value);

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    if (!chosen) return;
    const reply = await attach(chosen.name, await toBase64(chosen));
    setTrouble(reply.ok ? undefined : reply.error);
    if (reply.ok) onChange(reply.value, "now");
  };
  return (
    <>
      {attached.success && (
        <p className="govuk-body app-attached">
          <span>
            <strong>{attached.data.name}</strong> ({fileSize(attached.data.bytes)})
          </span>
          <button type="button" className="app-link-button" onClick={() => onChange(null, "now")}>
            Take out<span className="govuk-visually-hidden"> {attached.data.name}</span>
          </button>
        </p>
      )}
      {trouble !== undefined && (
        <p className="govuk-error-message" role="alert">
          {trouble}
        </p>
      )}
      <input
        id={id}
        type="file"
        className="govuk-file-upload"
        {...(field.types ? { accept: field.types.map((type) => `.${type}`).join(",") } : {})}
        {...controlState(state)}
        onChange={(event) => void choose(event)}
      />
    </>
  );
}
