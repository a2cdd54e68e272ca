import type { Bid } from "../../src/bids/bid-schema.ts";
import { applicationForm } from "../../src/documents/application-form.ts";
import type { WordDocument } from "../../src/documents/blocks.ts";
import type { DocumentInput } from "../../src/documents/document-input.ts";
import { financialWorkbook } from "../../src/documents/financial-workbook.ts";
import type { FinancialWorkbook } from "../../src/documents/workbook-model.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { assessed, reference } from "./bidwright.ts";

export const madeOn = "2013-07-12";

/** Everything a document is made from, for a bid as it stands. */
export function documentInput(of: Scheme, bid: Bid, changes: Partial<DocumentInput> = {}): DocumentInput {
  return { scheme: of, bid, ...assessed(of, bid), reference: reference(), madeOn, draft: false, ...changes };
}

/** Both documents of a bid. */
export function documentsOf(input: DocumentInput): { word: WordDocument; excel: FinancialWorkbook } {
  return { word: applicationForm(input), excel: financialWorkbook(input) };
}
