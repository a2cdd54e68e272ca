import * as z from "zod";
import { defineKind } from "../kind.ts";

export const organisationTypes = {
  council: "Council",
  "combined-authority": "Combined authority",
  fire: "Fire and rescue",
  police: "Police",
  health: "Health",
  voluntary: "Voluntary or community",
  private: "Private company",
  "other-public": "Other public body",
} as const;

const type = z.enum(Object.keys(organisationTypes) as [OrganisationType, ...OrganisationType[]]);
export type OrganisationType = keyof typeof organisationTypes;

/** `code` is the body's code in the authorities register; a body typed in freely has none. */
const shape = z.strictObject({ name: z.string(), type: type.optional(), code: z.string().optional() });
export type Organisation = z.infer<typeof shape>;

export const organisation = defineKind({
  name: "organisation",
  title: "organisation",
  options: z.strictObject({ types: z.array(type).optional() }),
  shape,
  problem: (value, field) => {
    if (value.type === undefined) return "Say what kind of organisation it is.";
    if (field.types && !field.types.includes(value.type)) {
      return `Must be one of: ${field.types.map((id) => organisationTypes[id]).join(", ")}.`;
    }
    return undefined;
  },
  text: (value) => value.name,
  comparable: (value) => ({ unit: "text", text: value.code ?? value.name.trim() }),
  empty: (value) => value.name.trim() === "",
  read: (written) => {
    const parsed = shape.safeParse(typeof written === "string" ? { name: written } : written);
    return parsed.success ? parsed.data : undefined;
  },
});
