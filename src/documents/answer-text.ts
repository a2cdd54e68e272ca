import { isEmpty, textOf } from "../fields/answer.ts";
import { isUnread } from "../fields/field.ts";
import type { Contact } from "../fields/kinds/contact.ts";
import { organisationTypes, type Organisation } from "../fields/kinds/organisation.ts";
import { choiceLabel } from "../fields/kinds/choice.ts";
import type { Field } from "../fields/registry.ts";
import type { RichText } from "../fields/rich-text.ts";
import type { TableCell } from "./blocks.ts";

/** What stands where nothing was given. */
export function notAnswered(draft: boolean): string {
  return draft ? "Not answered" : "No answer given";
}

/** An answer as the cell of a table: lines for people and lists, structure for long answers, nothing for no answer. */
export function answerCell(field: Field, value: unknown): TableCell {
  if (isEmpty(field, value)) return "";
  if (isUnread(value)) return value.unread;
  switch (field.kind) {
    case "rich-text":
      return { blocks: (value as RichText).blocks };
    case "contact": {
      const { name, post, email, phone } = value as Contact;
      return [name, post, email, phone].filter(Boolean).join("\n");
    }
    case "organisation": {
      const { name, type } = value as Organisation;
      return type === undefined ? name : `${name} (${organisationTypes[type].toLowerCase()})`;
    }
    case "choices":
      return (value as string[]).map((id) => choiceLabel(field.choices, id)).join("\n");
    default:
      return textOf(field, value);
  }
}
