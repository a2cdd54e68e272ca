import type { ComponentType } from "react";
import type { Finding, FindingPlace } from "../../src/bids/findings.ts";
import type { FieldOf, KindName } from "../../src/fields/registry.ts";

/** What every widget is given. A widget reports `null` when the answer is taken away. */
export interface WidgetProps<Name extends KindName> {
  field: FieldOf<Name>;
  /** The id of the first control; the label’s id is this with `-label`. */
  id: string;
  value: unknown;
  onChange(value: unknown, pace: "typing" | "now"): void;
  /** Ids of the hint and the error. */
  describedBy: string | undefined;
  invalid: boolean;
  /** What the check says of this question, its lines and cells. */
  findings: readonly Finding[];
  /** The line and column that a link leads to. */
  focusAt: FindingPlace | undefined;
}

export type Widget<Name extends KindName> = ComponentType<WidgetProps<Name>>;

/** The attributes that tie a control to its hint and error. */
export function controlState({ describedBy, invalid }: Pick<WidgetProps<KindName>, "describedBy" | "invalid">) {
  return {
    ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }),
    ...(invalid ? { "aria-invalid": true } : {}),
  };
}
