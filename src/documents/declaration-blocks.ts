import { isEmpty } from "../fields/answer.ts";
import type { Contact } from "../fields/kinds/contact.ts";
import { questionOf, type Question } from "../schemes/scheme-schema.ts";
import { answerCell } from "./answer-text.ts";
import type { DocumentBlock, TableCell } from "./blocks.ts";
import type { DocumentInput } from "./document-input.ts";

/** What each signatory declares, with room to sign by hand. */
export function declarationBlocks({ scheme, bid, check }: DocumentInput): DocumentBlock[] {
  const { declarations } = scheme.pack;
  if (declarations.length === 0) return [];
  const rows = declarations.map(({ role, says, question }): TableCell[] => {
    const field = question === undefined ? undefined : questionOf(scheme, question);
    const shown = field && !check.hidden.includes(field.id);
    return [role, says, shown ? signatory(field, bid.answers[field.id]) : "", "Signed:\n\nDate:"];
  });
  return [
    { type: "heading", level: 1, text: "Declarations" },
    {
      type: "table",
      caption: "Who declares what",
      columns: [
        { title: "Role", share: 4 },
        { title: "Declaration", share: 7 },
        { title: "Name", share: 5 },
        { title: "Signature", share: 4 },
      ],
      rows,
    },
  ];
}

/** A person by name and post: how to reach them stands in the form. */
function signatory(field: Question, value: unknown): TableCell {
  if (field.kind !== "contact" || isEmpty(field, value)) return answerCell(field, value);
  const { name, post } = value as Contact;
  return [name, post].filter(Boolean).join("\n");
}
