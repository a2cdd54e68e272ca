import { BorderStyle, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType, type Paragraph } from "docx";
import { colours } from "./word-styles.ts";

/** Where the content of a cell stands, and the room it has, in twentieths of a point. */
export interface CellPlace {
  row: "heading" | "body" | "total";
  column: number;
  width: number;
}

interface GridOptions<Content> {
  width: number;
  totals?: number;
  /** Space at the sides of each cell. */
  gutter?: number;
  /** Keeps the whole table on one page. */
  together?: boolean;
  /** Whether a row may run over the foot of a page. */
  splits?(row: readonly Content[]): boolean;
  cell(content: Content, place: CellPlace): (Paragraph | Table)[];
}

const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
const strong = { style: BorderStyle.SINGLE, size: 8, color: colours.text };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };

/** A table of fixed widths whose first row is its heading, repeated on every page it reaches. */
export function gridTable<Content>(
  columns: readonly { share: number }[],
  rows: readonly (readonly Content[])[],
  options: GridOptions<Content>,
): Table {
  const widths = widthsOf(columns, options.width);
  const firstTotal = rows.length - (options.totals ?? 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: options.width, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    margins: { left: options.gutter ?? 80, right: options.gutter ?? 80, marginUnitType: WidthType.DXA },
    tableLook: { firstRow: true, lastRow: (options.totals ?? 0) > 0, noHBand: true, noVBand: true },
    rows: rows.map((row, index) => {
      const kind = index === 0 ? "heading" : index >= firstTotal ? "total" : "body";
      return gridRow(row, kind, { ...options, widths, keep: options.together === true && index < rows.length - 1 });
    }),
  });
}

/** Whole widths that add up exactly: what rounding leaves goes to the first column. */
function widthsOf(columns: readonly { share: number }[], width: number): number[] {
  const all = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.floor((width * column.share) / all));
  const rest = width - widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one, index) => (index === 0 ? one + rest : one));
}

function gridRow<Content>(
  row: readonly Content[],
  kind: CellPlace["row"],
  options: GridOptions<Content> & { widths: readonly number[]; keep: boolean },
): TableRow {
  return new TableRow({
    tableHeader: kind === "heading",
    ...(options.keep ? { keepNext: true } : {}),
    cantSplit: !(options.splits?.(row) ?? false),
    children: row.map((content, column) => {
      const width = options.widths[column] ?? 0;
      const inner = width - 2 * (options.gutter ?? 80);
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        ...(kind === "heading" ? { shading: { type: ShadingType.CLEAR, fill: colours.shade, color: "auto" } } : {}),
        ...(kind === "total" ? { borders: { top: strong } } : {}),
        children: options.cell(content, { row: kind, column, width: inner }),
      });
    }),
  });
}
