import ExcelJS from "exceljs/dist/exceljs.min.js";
import { isIsoDate, type IsoDate } from "../../shared/dates.ts";
import type { FinancialWorkbook } from "../workbook-model.ts";
import { quotedFormat } from "./excel-styles.ts";
import { writeSheet } from "./excel-sheet.ts";
import { rewriteParts } from "./package-parts.ts";

/**
 * Writes a workbook. Equal content and day give equal bytes. Strings must have been made safe.
 *
 * @throws for a number that no workbook can hold, naming the cell
 */
export async function writeExcel(content: FinancialWorkbook, madeOn: IsoDate): Promise<Uint8Array> {
  if (!isIsoDate(madeOn)) throw new Error(`“${madeOn}” is not a day`);
  const workbook = new ExcelJS.Workbook();
  const moment = new Date(`${madeOn}T00:00:00Z`);
  Object.assign(workbook, {
    title: content.title,
    subject: content.subject,
    creator: content.author,
    lastModifiedBy: content.author,
    created: moment,
    modified: moment,
  });
  for (const sheet of content.sheets) await writeSheet(workbook, sheet, content);
  for (const { name, refersTo } of content.names) workbook.definedNames.add(refersTo, name);
  const written = await workbook.xlsx.writeBuffer({ useStyles: true, useSharedStrings: true });
  return rewriteParts(new Uint8Array(written), rewritePart);
}

function rewritePart(name: string, xml: string): string {
  if (name === "xl/styles.xml") return withQuoteMarks(xml);
  if (name === "xl/sharedStrings.xml")
    return xml.replaceAll(/<t xml:space="preserve">(?=\S)([^<]*)(?<=\S)<\/t>/g, "<t>$1</t>");
  return /^xl\/worksheets\/sheet\d+\.xml$/.test(name) ? inSchemaOrder(xml) : xml;
}

/** exceljs cannot say `quotePrefix`; a number format of our own marks the cells, and gives way to the format for text. */
function withQuoteMarks(styles: string): string {
  const code = quotedFormat.replaceAll("\\", "\\\\");
  const mark = new RegExp(`<numFmt numFmtId="(\\d+)" formatCode="${code}"/>`).exec(styles);
  if (!mark) return styles;
  const count = (whole: string, before: string, number: string) => `${before}${Number(number) - 1}"`;
  return styles
    .replace(mark[0], "")
    .replace(/(<numFmts count=")(\d+)"/, count)
    .replaceAll(`<xf numFmtId="${mark[1] ?? ""}"`, '<xf quotePrefix="1" numFmtId="49"');
}

/** The order in which ISO 29500 wants what follows a sheet's data; exceljs breaks it where a sheet has a table and a note. */
const order = [
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
];

/** Puts the parts of a sheet that follow its data into schema order. */
export function inSchemaOrder(xml: string): string {
  const close = "</sheetData>";
  const from = xml.indexOf(close) + close.length;
  const to = xml.lastIndexOf("</worksheet>");
  const found = xml.slice(from, to).match(/<(\w+)(?:\s[^>]*)?(?:\/>|>.*?<\/\1>)/gs) ?? [];
  const place = (element: string) => order.indexOf(/^<(\w+)/.exec(element)?.[1] ?? "");
  return xml.slice(0, from) + found.toSorted((a, b) => place(a) - place(b)).join("") + xml.slice(to);
}
