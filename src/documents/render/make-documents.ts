import type { IsoDate } from "../../shared/dates.ts";
import type { WordDocument } from "../blocks.ts";
import type { FinancialWorkbook } from "../workbook-model.ts";
import { writeExcel } from "./excel.ts";
import { writeWord } from "./word.ts";
import { safeContent, type Removal } from "./xml-safe.ts";

export type DocumentContent = { word: WordDocument } | { excel: FinancialWorkbook };

/** Makes one file, and says which characters no Office file can hold were left out of it, and where. */
export async function renderWithRemovals(
  content: DocumentContent,
  madeOn: IsoDate,
): Promise<{ bytes: Uint8Array; removals: Removal[] }> {
  const safe = safeContent(content);
  const bytes =
    "word" in safe.content ? await writeWord(safe.content.word, madeOn) : await writeExcel(safe.content.excel, madeOn);
  return { bytes, removals: safe.removals };
}

/** Makes one file. Equal content and day give equal bytes. */
export async function renderDocument(content: DocumentContent, madeOn: IsoDate): Promise<Uint8Array> {
  return (await renderWithRemovals(content, madeOn)).bytes;
}
