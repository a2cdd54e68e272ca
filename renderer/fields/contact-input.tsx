import { contact, type Contact } from "../../src/fields/kinds/contact.ts";
import { TypedInput } from "./typed-input.tsx";
import type { WidgetProps } from "./widget-props.ts";

const parts = [
  { part: "name", label: "Full name" },
  { part: "post", label: "Job title" },
  { part: "email", label: "Email address", inputMode: "email" },
  { part: "phone", label: "Telephone number", inputMode: "tel" },
] as const;

export function ContactInput({ id, value, onChange, ...state }: WidgetProps<"contact">) {
  const parsed = contact.shape.safeParse(value);
  const person: Contact = parsed.success ? parsed.data : { name: "" };
  const change = (part: keyof Contact, text: unknown) => {
    const { [part]: _, ...others } = person;
    const next: Contact = { name: "", ...others, ...(text === null ? {} : { [part]: text }) };
    onChange(contact.empty(next) ? null : next, "typing");
  };
  return (
    <div className="app-part-grid">
      {parts.map(({ part, label, ...rest }, index) => {
        const own = index === 0 ? id : `${id}-${part}`;
        return (
          <div key={part}>
            <label className="govuk-label" htmlFor={own}>
              {label}
            </label>
            <TypedInput
              {...state}
              {...rest}
              id={own}
              invalid={false}
              text={person[part] ?? ""}
              read={(typed) => (typed === "" ? null : typed)}
              onChange={(text) => change(part, text)}
              width="full"
            />
          </div>
        );
      })}
    </div>
  );
}
