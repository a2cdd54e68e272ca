import type { Alignment, Borders, FillPattern, Font, Style } from "exceljs";
import type { CellContent, CellFormat } from "../workbook-model.ts";

const family = { name: "Arial", family: 2, size: 10 } as const;

/** Shown for money: a minus before the pound sign, as in Word and on screen. */
const pounds = '"£"#,##0.00;-"£"#,##0.00';

/** Cells whose text starts like a formula. The package step turns this into text with Excel's own quote mark. */
export const quotedFormat = "@\\ ;@\\ ;@\\ ;@";

const numberFormats: Readonly<Record<CellFormat, string>> = {
  money: pounds,
  percent: "0.00%",
  number: "#,##0.######",
  factor: "0.0000",
  date: "d mmmm yyyy",
  moment: "d mmmm yyyy hh:mm",
  month: "mmmm yyyy",
  text: "@",
};

const fill = (argb: string): FillPattern => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const edge = (argb: string, style: "thin" | "medium" = "thin") => ({ style, color: { argb } });

const line = edge("FFB1B4B6");
const boxed: Partial<Borders> = { top: line, bottom: line, left: line, right: line };
const underTotal: Partial<Borders> = { ...boxed, top: edge("FF0B0C0C", "medium") };

export const titleStyle: Partial<Style> = { font: { ...family, size: 16, bold: true, color: { argb: "FF12436D" } } };

export function noteStyle(): Partial<Style> {
  return { font: { ...family, color: { argb: "FF505A5F" } } };
}

export function headingStyle(align: "right" | undefined): Partial<Style> {
  return {
    font: { ...family, bold: true, color: { argb: "FF0B0C0C" } },
    fill: fill("FFD5E0EA"),
    border: boxed,
    alignment: {
      vertical: "bottom",
      wrapText: true,
      ...(align ? { horizontal: align } : { horizontal: "left", indent: 1 }),
    },
  };
}

/** The look of a cell of a table. Only inputs are unlocked, and only they are coloured. */
export function cellStyle(content: CellContent, place: { align: "right" | undefined; total: boolean }): Partial<Style> {
  const input = "input" in content && content.input !== undefined;
  const font: Partial<Font> = { ...family, ...(place.total ? { bold: true } : {}) };
  return {
    font,
    border: place.total ? underTotal : boxed,
    numFmt: startsLikeFormula(content) ? quotedFormat : formatOf(content),
    alignment: alignmentOf(place.align),
    protection: { locked: !input },
    ...(input ? { fill: fill("FFFFF7D6") } : {}),
    ...(place.total ? { fill: fill("FFEEF2F6") } : {}),
  };
}

function formatOf(content: CellContent): string {
  if (content.format) return numberFormats[content.format];
  return typeof contentValue(content) === "string" ? numberFormats.text : "General";
}

function alignmentOf(align: "right" | undefined): Partial<Alignment> {
  if (align) return { vertical: "top", horizontal: align };
  return { vertical: "top", horizontal: "left", indent: 1, wrapText: true };
}

export function contentValue(content: CellContent): string | number | boolean | null {
  return "formula" in content ? content.result : content.value;
}

/** Text that Excel, or whoever opens the file after it, could take for a formula. */
function startsLikeFormula(content: CellContent): boolean {
  return "value" in content && typeof content.value === "string" && /^[=+\-@\t\r]/.test(content.value);
}
