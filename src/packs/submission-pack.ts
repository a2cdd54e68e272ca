import { answersUnder } from "../bids/answers-under.ts";
import { filesNamedIn } from "../bids/attached-files.ts";
import { applicationForm } from "../documents/application-form.ts";
import type { WordDocument } from "../documents/blocks.ts";
import type { DocumentInput } from "../documents/document-input.ts";
import { financialWorkbook } from "../documents/financial-workbook.ts";
import type { FinancialWorkbook } from "../documents/workbook-model.ts";
import { withoutHidden } from "../schemes/said-answers.ts";
import { questionsOf } from "../schemes/scheme-schema.ts";
import { safeFileName, safeNameOf, uniqueNames } from "./file-names.ts";

/** What is sent to the funder, before any of it is written: documents, and the bid's attachments by their hashes. */
export interface SubmissionPack {
  documents: { name: string; content: { word: WordDocument } | { excel: FinancialWorkbook } }[];
  attachments: { name: string; sha256: string }[];
}

/** Puts the pack together; every name in it differs from every other. */
export function submissionPack(given: DocumentInput): SubmissionPack {
  const { scheme, check, draft } = given;
  const bid = { ...given.bid, answers: withoutHidden(answersUnder(scheme, given.bid.answers), check.hidden) };
  const input = { ...given, bid };
  const { "application-form": form, "financial-workbook": workbook } = scheme.pack;
  const named = (title: string, ending: string) =>
    safeFileName(`${draft ? "DRAFT " : ""}${title} - ${bid.title}`, ending);
  const attached = filesNamedIn(questionsOf(scheme).map((question) => bid.answers[question.id]));
  const names = uniqueNames([
    named(form["file-name"], ".docx"),
    named(workbook["file-name"], ".xlsx"),
    ...attached.map(({ name }) => safeNameOf(name)),
  ]);
  return {
    documents: [
      { name: names[0] as string, content: { word: applicationForm(input) } },
      { name: names[1] as string, content: { excel: financialWorkbook(input) } },
    ],
    attachments: attached.map((one, index) => ({ name: names[index + 2] as string, sha256: one.sha256 })),
  };
}
