/** Characters taken out of one text, and where it stood. */
export interface Removal {
  /** The way to the text inside the document's content, like `parts.0.blocks.4.text`. */
  path: string;
  /** The start of the text, for a person to find it by. */
  near: string;
  /** `U+FFFE` and so on, each once. */
  characters: string[];
}

/**
 * What neither Word nor Excel can hold or show: controls other than tab and line break, lone surrogates,
 * and the code points Unicode keeps out of text. U+FFFE and U+FFFF make a file that does not open.
 */
const unsafe = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
const kept = new Set(["\t", "\n"]);

/** Text that both writers can carry; every line break becomes one line feed. */
export function safeText(text: string): { text: string; removed: string[] } {
  const removed = new Set<string>();
  const cleaned = text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replaceAll(unsafe, (character) => {
    if (kept.has(character)) return character;
    removed.add(`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
    return "";
  });
  return { text: cleaned, removed: [...removed] };
}

/** The same content with every text in it made safe, and what was taken out of where. */
export function safeContent<T>(content: T): { content: T; removals: Removal[] } {
  const removals: Removal[] = [];
  return { content: cleaned(content, [], removals) as T, removals };
}

function cleaned(value: unknown, path: readonly string[], removals: Removal[]): unknown {
  if (typeof value === "string") {
    const { text, removed } = safeText(value);
    if (removed.length > 0) removals.push({ path: path.join("."), near: text.slice(0, 40), characters: removed });
    return text;
  }
  if (Array.isArray(value)) return value.map((one, index) => cleaned(one, [...path, String(index)], removals));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, [...path, key], removals)]));
}

/** Excel reads `_x0041_` in a cell as the letter A; an escaped underscore keeps it as it was written. */
export function escapeForCell(text: string): string {
  return text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_");
}
