import { useState } from "react";
import type { OrganisationMatch } from "../../../src/contract/views.ts";
import {
  organisation,
  organisationTypes,
  type Organisation,
  type OrganisationType,
} from "../../../src/fields/kinds/organisation.ts";
import type { WidgetProps } from "../widget-props.ts";
import { NameBox } from "./name-box.tsx";
import { describeMatch } from "./describe-match.ts";

/** A council from the register, or any body typed in with its type. */
export function OrganisationInput({ id, field, value, onChange, ...state }: WidgetProps<"organisation">) {
  const parsed = organisation.shape.safeParse(value);
  const body: Organisation = parsed.success ? parsed.data : { name: "" };
  const [chosen, setChosen] = useState<OrganisationMatch>();
  const report = (next: Organisation, pace: "typing" | "now") => onChange(next.name.trim() === "" ? null : next, pace);
  const choose = (match: OrganisationMatch) => {
    setChosen(match);
    report({ name: match.name, code: match.code, type: typeOf(match) }, "now");
  };
  const retype = (name: string) =>
    report({ name, ...(body.type && body.code === undefined ? { type: body.type } : {}) }, "typing");
  const types = (field.types ?? Object.keys(organisationTypes)) as OrganisationType[];
  return (
    <>
      <label className="govuk-label" htmlFor={id}>
        Name of the organisation
      </label>
      <NameBox id={id} state={state} name={body.name} onType={retype} onChoose={choose} />
      {body.code === undefined ? (
        <TypeSelect
          id={`${id}-type`}
          types={types}
          chosen={body.type}
          onChoose={(type) => report({ ...body, ...type }, "now")}
        />
      ) : (
        <p className="govuk-hint govuk-!-margin-top-1">
          In the register of councils as {body.code}. {chosen?.code === body.code ? describeMatch(chosen) : ""}
        </p>
      )}
    </>
  );
}

/** The register holds councils and combined authorities only. */
function typeOf(match: OrganisationMatch): OrganisationType {
  return /combined/i.test(match.type) ? "combined-authority" : "council";
}

interface TypeSelectProps {
  id: string;
  types: readonly OrganisationType[];
  chosen: OrganisationType | undefined;
  onChoose(type: { type?: OrganisationType }): void;
}

function TypeSelect({ id, types, chosen, onChoose }: TypeSelectProps) {
  return (
    <div className="govuk-!-margin-top-2">
      <label className="govuk-label" htmlFor={id}>
        What kind of organisation it is
      </label>
      <select
        id={id}
        className="govuk-select"
        value={chosen ?? ""}
        onChange={(event) =>
          onChoose(event.target.value === "" ? {} : { type: event.target.value as OrganisationType })
        }
      >
        <option value="">Choose one</option>
        {types.map((type) => (
          <option key={type} value={type}>
            {organisationTypes[type]}
          </option>
        ))}
      </select>
    </div>
  );
}
