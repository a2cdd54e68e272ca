import { answersUnder } from "../bids/answers-under.ts";
import type { Bid } from "../bids/bid-schema.ts";
import { applicationForm } from "../documents/application-form.ts";
import type { WordDocument } from "../documents/blocks.ts";
import type { DocumentInput } from "../documents/document-input.ts";
import { financialWorkbook } from "../documents/financial-workbook.ts";
import type { FinancialWorkbook } from "../documents/workbook-model.ts";
import { file, type AttachedFile } from "../fields/kinds/file.ts";
import type { Row } from "../fields/kinds/table.ts";
import { questionsOf, type Scheme } from "../schemes/scheme-schema.ts";
import { safeFileName, uniqueNames } from "./file-names.ts";

/** What is sent to the funder, before any of it is written: documents, and the bid's attachments by their hashes. */
export interface SubmissionPack {
  documents: { name: string; content: { word: WordDocument } | { excel: FinancialWorkbook } }[];
  attachments: { name: string; sha256: string }[];
}

/** Puts the pack together; every name in it differs from every other. */
export function submissionPack(given: DocumentInput): SubmissionPack {
  const { scheme, check, draft } = given;
  const bid = { ...given.bid, answers: answersUnder(scheme, given.bid.answers) };
  const input = { ...given, bid };
  const { "application-form": form, "financial-workbook": workbook } = scheme.pack;
  const named = (title: string, ending: string) =>
    safeFileName(`${draft ? "DRAFT " : ""}${title} - ${bid.title}`, ending);
  const attached = attachedFiles(scheme, bid, check.hidden);
  const names = uniqueNames([
    named(form["file-name"], ".docx"),
    named(workbook["file-name"], ".xlsx"),
    ...attached.map((one) => attachmentName(one)),
  ]);
  return {
    documents: [
      { name: names[0] as string, content: { word: applicationForm(input) } },
      { name: names[1] as string, content: { excel: financialWorkbook(input) } },
    ],
    attachments: attached.map((one, index) => ({ name: names[index + 2] as string, sha256: one.sha256 })),
  };
}

function attachmentName({ name }: AttachedFile): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? safeFileName(name.slice(0, dot), name.slice(dot).toLowerCase()) : safeFileName(name, "");
}

/** Files given as answers, those of hidden questions left out. */
function attachedFiles(scheme: Scheme, bid: Bid, hidden: readonly string[]): AttachedFile[] {
  const shown = questionsOf(scheme).filter((question) => !hidden.includes(question.id));
  return shown.flatMap((question) => {
    const value = bid.answers[question.id];
    if (question.kind === "file") return held(value);
    if (question.kind !== "table" || !Array.isArray(value)) return [];
    const columns = question.columns.filter((column) => column.kind === "file");
    return (value as Row[]).flatMap((row) => columns.flatMap((column) => held(row.cells[column.id])));
  });
}

function held(value: unknown): AttachedFile[] {
  const parsed = file.shape.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}
