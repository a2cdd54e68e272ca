import * as z from "zod";
import { fieldId } from "../field.ts";
import { defineKind } from "../kind.ts";

const choiceOption = z.strictObject({ id: fieldId, label: z.string().min(1), hint: z.string().optional() });
export type ChoiceOption = z.infer<typeof choiceOption>;

const options = z.strictObject({ choices: z.array(choiceOption).min(1) });

export function choiceLabel(choices: readonly ChoiceOption[], id: string): string {
  return choices.find((option) => option.id === id)?.label ?? id;
}

export const choice = defineKind({
  name: "choice",
  title: "choice",
  options,
  shape: z.string(),
  problem: (value, field) =>
    field.choices.some((option) => option.id === value) ? undefined : `“${value}” is not one of the choices.`,
  text: (value, field) => choiceLabel(field.choices, value),
  comparable: (value, field) => ({ unit: "text", text: value, shown: choiceLabel(field.choices, value) }),
});

export const choices = defineKind({
  name: "choices",
  title: "list of choices",
  options,
  shape: z.array(z.string()),
  problem: (value, field) => {
    const strange = value.find((id) => !field.choices.some((option) => option.id === id));
    return strange === undefined ? undefined : `“${strange}” is not one of the choices.`;
  },
  text: (value, field) => value.map((id) => choiceLabel(field.choices, id)).join("; "),
  comparable: (value, field) => {
    const shown = value.map((id) => choiceLabel(field.choices, id));
    return { unit: "list", items: value, shown };
  },
  empty: (value) => value.length === 0,
});
