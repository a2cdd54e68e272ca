import path from "node:path";
import { fileURLToPath } from "node:url";

/** Bid files that the system was asked to open: by a double click, a drop on the app's picture, or a command line. */
export interface AskedFiles {
  ask(file: string): void;
  /**
   * The last one asked for since this was called last.
   *
   * @param wait resolve only when there is one, or when somebody else begins to wait
   */
  next(wait: boolean): Promise<string | undefined>;
}

export function createAskedFiles(): AskedFiles {
  let file: string | undefined;
  let answer: ((file: string | undefined) => void) | undefined;
  const reply = (given: string | undefined) => {
    answer?.(given);
    answer = undefined;
  };
  return {
    ask: (given) => {
      if (answer) reply(given);
      else file = given;
    },
    next: (wait) => {
      // A page that was loaded again asks anew, and nobody listens any more to what is said to the old one.
      if (wait) reply(undefined);
      const given = file;
      file = undefined;
      if (given !== undefined || !wait) return Promise.resolve(given);
      return new Promise((resolve) => (answer = resolve));
    },
  };
}

/** What was asked for when the app started, where nothing more can be asked for later. */
export function askedAtStart(file: string | undefined): AskedFiles {
  const asked = createAskedFiles();
  if (file !== undefined) asked.ask(file);
  return { ...asked, next: () => asked.next(false) };
}

/**
 * The bid file among the words of a command line: the last, where there are several.
 *
 * @param folder where the words were said, for names that are not whole paths
 */
export function bidFileIn(words: readonly string[], folder: string): string | undefined {
  const files = words.filter((word) => !word.startsWith("-") && word.toLowerCase().endsWith(".bid"));
  const named = files.map(pathIn).findLast((file) => file !== undefined);
  return named === undefined ? undefined : path.resolve(folder, named);
}

/** Some desktops hand over `file:///home/priya/Our%20bid.bid`. */
function pathIn(word: string): string | undefined {
  if (!/^file:/i.test(word)) return word;
  try {
    return fileURLToPath(word);
  } catch {
    return undefined;
  }
}
