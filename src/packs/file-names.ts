const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
const longest = 80;

/**
 * A file name that Windows, OneDrive and e-mail accept, made from any text. Words survive; what cannot stand becomes a space.
 *
 * @param ending with its dot, like `.docx`
 * @param most how many characters may stand before the ending
 */
export function safeFileName(text: string, ending: string, most = longest): string {
  const words = text
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}<>:"/\\|?*#%~]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const short = firstWords(words, most)
    .replace(/[., ;]+$/, "")
    .replace(/^[. ]+/, "");
  const base = short === "" ? "Untitled" : short;
  return `${reserved.test(base.split(".")[0] ?? "") ? `${base} file` : base}${ending}`;
}

/** The same for a name that somebody else gave a file: its ending is kept, in small letters. */
export function safeNameOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? safeFileName(name.slice(0, dot), name.slice(dot).toLowerCase()) : safeFileName(name, "");
}

/** Cut at the end of a word, unless one word is longer than a name may be. */
function firstWords(words: string, most: number): string {
  const characters = [...words];
  if (characters.length <= most) return words;
  const cut = characters.slice(0, most + 1).join("");
  const end = cut.lastIndexOf(" ");
  return end > 0 ? cut.slice(0, end) : characters.slice(0, most).join("");
}

/** A folder’s name of a title and what stands in it. However long the title, what stands in it and when is never cut off. */
export function safeFolderName(title: string, what: string): string {
  return safeFileName(title, ` ${what}`, longest - what.length - 1);
}

/** Makes names differ without regard to case, by a number before the ending. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    const [base, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${base} (${number})${ending}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
