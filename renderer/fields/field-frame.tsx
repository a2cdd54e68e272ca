import type { ReactNode } from "react";
import type { Finding } from "../../src/bids/findings.ts";
import type { Field, KindName } from "../../src/fields/registry.ts";
import { asRadios } from "./choice-input.tsx";
import { useSettledError } from "./use-settled-error.ts";

interface FieldFrameProps {
  field: Field;
  id: string;
  /** What is wrong with the value itself. */
  error: string | undefined;
  size: "m" | "s";
  children(state: { describedBy: string | undefined; invalid: boolean }): ReactNode;
  /** Stands between the hint and the control. */
  guidance?: ReactNode;
}

/** Kinds with several controls, which need a legend in place of a label. */
const grouped: ReadonlySet<KindName> = new Set([
  "date",
  "moment",
  "yes-no",
  "choices",
  "contact",
  "table",
  "yearly-money",
  "organisation",
]);

/** Label, hint and error around a field’s control, tied to it for screen readers. */
export function FieldFrame({ field, id, error: found, size, children, guidance }: FieldFrameProps) {
  const { error, ...focus } = useSettledError(found);
  const described = [field.hint ? `${id}-hint` : "", error === undefined ? "" : `${id}-error`]
    .filter(Boolean)
    .join(" ");
  const state = { describedBy: described === "" ? undefined : described, invalid: error !== undefined };
  const inside = (
    <>
      {field.hint && (
        <div id={`${id}-hint`} className="govuk-hint">
          {field.hint}
        </div>
      )}
      {guidance}
      {error !== undefined && (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      {children(state)}
    </>
  );
  const className = `govuk-form-group ${error === undefined ? "" : "govuk-form-group--error"}`;
  return (
    <div className={className} {...focus}>
      {isGrouped(field) ? inFieldset(inside, { field, id, size, ...state }) : withLabel(inside, { field, id, size })}
    </div>
  );
}

function isGrouped(field: Field): boolean {
  return grouped.has(field.kind) || (field.kind === "choice" && asRadios(field.choices));
}

interface Named {
  field: Field;
  id: string;
  size: "m" | "s";
}

function inFieldset(inside: ReactNode, { field, id, size, describedBy }: Named & { describedBy: string | undefined }) {
  return (
    <fieldset className="govuk-fieldset" {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}>
      <legend id={`${id}-label`} className={`govuk-fieldset__legend govuk-fieldset__legend--${size}`}>
        {field.label} <Optional field={field} />
      </legend>
      {inside}
    </fieldset>
  );
}

function withLabel(inside: ReactNode, { field, id, size }: Named) {
  return (
    <>
      <label id={`${id}-label`} className={`govuk-label govuk-label--${size}`} htmlFor={id}>
        {field.label} <Optional field={field} />
      </label>
      {inside}
    </>
  );
}

function Optional({ field }: { field: Field }) {
  return field.required ? null : <span className="app-optional">(optional)</span>;
}

/** What is wrong with the value at one place, in the words of the check. */
export function valueError(findings: readonly Finding[], place: { row?: string; column?: string }): string | undefined {
  const here = findings.find(
    (finding) => finding.kind === "value" && finding.place.row === place.row && finding.place.column === place.column,
  );
  return here?.working;
}
