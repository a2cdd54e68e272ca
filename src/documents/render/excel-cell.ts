import type { CellFormulaValue } from "exceljs";
import { isIsoDate } from "../../shared/dates.ts";
import type { CellContent } from "../workbook-model.ts";
import { escapeForCell } from "./xml-safe.ts";

const longestText = 32_767;
const cutMark = "… [cut: a cell holds no more]";

export type WrittenValue = string | number | boolean | Date | null | CellFormulaValue;

/**
 * A cell's content as exceljs takes it.
 *
 * @param where names the cell in errors, like `Costs!B5`
 * @throws for a number that no workbook can hold
 */
export function writtenValue(content: CellContent, where: string): WrittenValue {
  if ("formula" in content) {
    // exceljs types leave "" and false out of results, but writes them.
    const result = typeof content.result === "string" ? cellText(content.result) : finite(content.result, where);
    return { formula: content.formula, result } as CellFormulaValue;
  }
  const { value, format } = content;
  if (typeof value !== "string") return value === null ? null : finite(value, where);
  return format === "date" && isIsoDate(value) ? dayValue(value) : cellText(value);
}

function finite(value: number | boolean, where: string): number | boolean {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Error(`${where} holds ${value}, which is not a number`);
  return value;
}

/** Midnight in UTC: a local midnight in British Summer Time would be written as the day before. */
function dayValue(day: string): Date {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date));
}

/** Text within Excel's limit, counted as Excel counts it, and never cut inside a character. */
export function cellText(text: string): string {
  const escaped = escapeForCell(text);
  if (escaped.length <= longestText) return escaped;
  const room = longestText - cutMark.length;
  const cut = escaped
    .slice(0, room)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/_x?[\dA-Fa-f]{0,4}$/, "");
  return cut + cutMark;
}
