/** `1` is `A`, `27` is `AA`. */
function columnLetter(column: number): string {
  const last = String.fromCodePoint(65 + ((column - 1) % 26));
  return column <= 26 ? last : columnLetter(Math.floor((column - 1) / 26)) + last;
}

/** `B5`. */
export function cellAt(column: number, row: number): string {
  return `${columnLetter(column)}${row}`;
}

/** `B5:B9`, or `B5` where both are the same cell. */
export function rangeAt(column: number, firstRow: number, lastRow: number): string {
  return firstRow === lastRow ? cellAt(column, firstRow) : `${cellAt(column, firstRow)}:${cellAt(column, lastRow)}`;
}

/** `'By partner'!$B$5:$B$9`: a place that reads the same from every sheet. */
export function fromAnySheet(sheet: string, range: string): string {
  const name = /^[A-Za-z]+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${range.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

/** Text as a formula writes it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * The total of a range over the lines where other ranges hold exact texts.
 * EXACT, because SUMIFS takes letters of either case as equal and reads *, ?, < and = in a name as patterns.
 */
export function sumWhere(
  total: string,
  ...where: readonly (readonly [range: string, text: string, not?: "not"])[]
): string {
  const tests = where.map(([range, text, not]) => (not ? `(1-EXACT(${range},${text}))` : `EXACT(${range},${text})`));
  return `ROUND(SUMPRODUCT(${tests.join("*")}*1,${total}),2)`;
}
