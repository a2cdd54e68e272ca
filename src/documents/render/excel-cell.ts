import type { CellFormulaValue } from "exceljs";
import { isIsoDate } from "../../shared/dates.ts";
import { isMoment, type Moment } from "../../shared/moments.ts";
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
  if (format === "date" && isIsoDate(value)) return utcValue(`${value}T00:00`);
  return format === "moment" && isMoment(value) ? utcValue(value) : cellText(value);
}

function finite(value: number | boolean, where: string): number | boolean {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Error(`${where} holds ${value}, which is not a number`);
  return value;
}

/** The clock’s time as though it were UTC: a local midnight in British Summer Time would be written as the day before. */
function utcValue(moment: Moment): Date {
  return new Date(`${moment}Z`);
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
