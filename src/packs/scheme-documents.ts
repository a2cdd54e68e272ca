import { blankForm } from "../documents/blank-form.ts";
import type { WordDocument } from "../documents/blocks.ts";
import { ruleBook } from "../documents/rule-book.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { safeFileName } from "./file-names.ts";

/** The documents of a scheme itself: its rule book for those who approve, its blank form for those who begin. */
export function schemeDocuments(scheme: Scheme): { name: string; content: { word: WordDocument } }[] {
  return [
    { name: safeFileName(`Rule book - ${scheme.title}`, ".docx"), content: { word: ruleBook(scheme) } },
    { name: safeFileName(`Blank form - ${scheme.title}`, ".docx"), content: { word: blankForm(scheme) } },
  ];
}
