/**
 * Reads a block as spreadsheets copy it: tabs between cells, line ends between lines, and quotes around cells that hold
 * tabs, line ends or quotes.
 */
export function readTabSeparated(text: string): string[][] {
  const lines: string[][] = [[]];
  let cell = "";
  let at = 0;
  const endCell = () => {
    lines.at(-1)?.push(cell);
    cell = "";
  };
  const source = text.replaceAll(/\r\n?/g, "\n").replace(/\n$/, "");
  while (at < source.length) {
    const quoted = cell === "" && source[at] === '"' ? readQuoted(source, at) : undefined;
    if (quoted) {
      cell = quoted.text;
      at = quoted.end;
      continue;
    }
    const character = source[at];
    if (character === "\t" || character === "\n") endCell();
    else cell += character;
    if (character === "\n") lines.push([]);
    at += 1;
  }
  endCell();
  return lines;
}

/** A quoted cell ends before a tab, a line end or the end; a quote that does not is a character like any other. */
function readQuoted(source: string, start: number): { text: string; end: number } | undefined {
  const quoted = /"((?:[^"]|"")*)"(?=\t|\n|$)/y;
  quoted.lastIndex = start;
  const found = quoted.exec(source);
  return found ? { text: (found[1] ?? "").replaceAll('""', '"'), end: quoted.lastIndex } : undefined;
}

/** Writes a block so that a spreadsheet pastes it into the same cells. */
export function writeTabSeparated(block: readonly (readonly string[])[]): string {
  return block.map((line) => line.map(writeCell).join("\t")).join("\n");
}

function writeCell(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
