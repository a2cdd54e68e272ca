/** Two texts beside each other in two columns of `width` characters, wrapped between words. */
export function sideBySide(left: string, right: string, width: number): string[] {
  const columns = [left, right].map((text) => text.split("\n").flatMap((line) => wrapped(line, width)));
  const rows = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: rows }, (_, row) => {
    const [one = "", other = ""] = columns.map((lines) => lines[row] ?? "");
    return `${one.padEnd(width)} | ${other}`.trimEnd();
  });
}

function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
