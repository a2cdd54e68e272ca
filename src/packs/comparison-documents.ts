import type { WordDocument } from "../documents/blocks.ts";
import type { ComparisonInput } from "../documents/comparison-input.ts";
import { comparisonReport } from "../documents/comparison-report.ts";
import { comparisonWorkbook } from "../documents/comparison-workbook.ts";
import type { FinancialWorkbook } from "../documents/workbook-model.ts";
import { safeFileName } from "./file-names.ts";

/** A comparison to send on: the marked texts in Word, the list in Excel. */
export function comparisonDocuments(
  input: ComparisonInput,
): { name: string; content: { word: WordDocument } | { excel: FinancialWorkbook } }[] {
  const named = (ending: string) => safeFileName(`What changed - ${input.to.bid.title}`, ending);
  return [
    { name: named(".docx"), content: { word: comparisonReport(input) } },
    { name: named(".xlsx"), content: { excel: comparisonWorkbook(input) } },
  ];
}
