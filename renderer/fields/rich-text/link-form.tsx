import { useEffect, useRef, useState } from "react";
import { isSafeLink } from "../../../src/fields/rich-text.ts";

interface LinkFormProps {
  id: string;
  onApply(href: string): void;
  onCancel(): void;
}

/** Asks for the address of a link. An address without its beginning gets `https://`. */
export function LinkForm({ id, onApply, onCancel }: LinkFormProps) {
  const [address, setAddress] = useState("");
  const own = `${id}-link`;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const apply = () => {
    const typed = address.trim();
    if (typed === "") onCancel();
    else onApply(isSafeLink(typed) ? typed : `https://${typed}`);
  };
  return (
    <div className="app-link-form">
      <label className="govuk-label" htmlFor={own}>
        Web address of the link
      </label>
      <input
        id={own}
        className="govuk-input"
        type="text"
        inputMode="url"
        ref={box}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
          if (event.key !== "Enter") return;
          event.preventDefault();
          apply();
        }}
      />
      <button type="button" className="govuk-button govuk-button--secondary" onClick={apply}>
        Add link
      </button>
    </div>
  );
}
